#pragma once

#include <QRectF>

class QColor;
class QPainter;

namespace huying
{

/// `length` in the painter's units, rounded to whole device pixels, at least one.
[[nodiscard]] qreal wholePixels(const QPainter &painter, qreal length);

/// `box` with its edges moved to the nearest device pixels.
[[nodiscard]] QRectF onPixels(const QPainter &painter, const QRectF &box);

/// The largest square in the middle of `box`, whole pixels wide, with its corners on device pixels.
[[nodiscard]] QRectF squareIn(const QPainter &painter, const QRectF &box);

/// A rounded box with an outline of whole pixels that lies inside `bounds`; either colour may be transparent.
void paintBox(
    QPainter &painter, const QRectF &bounds, qreal radius, const QColor &fill, const QColor &outline, qreal width = 1);

} // namespace huying
