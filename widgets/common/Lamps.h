#pragma once

#include "Theme.h"

#include <QIcon>
#include <QRectF>
#include <QString>

class QPainter;

namespace huying
{

/// Draws the lamp's mark in the largest square in the middle of `box`: in time a circle, soon a triangle, overdue a
/// diamond, paused two bars. The square's corners are put on device pixels, so that it is sharp at any scale.
void paintLamp(QPainter &painter, const QRectF &box, Lamp lamp, const Theme &theme);

/// The same in a given colour, for one-coloured places.
void paintLamp(QPainter &painter, const QRectF &box, Lamp lamp, const QColor &colour);

/// The mark as an icon, drawn anew at each size.
[[nodiscard]] QIcon lampIcon(Lamp lamp, const Theme &theme);

/// The lamp in one word, to stand beside the mark and for those who hear the screen.
[[nodiscard]] QString lampWord(Lamp lamp);

} // namespace huying
