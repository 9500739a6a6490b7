#pragma once

#include "MapSheet.h"

#include <functional>

namespace huying
{

/// Paints the open tickets of a sheet, in groups where they would cover each other.
void paintPins(
    QPainter &painter, const MapSheet &sheet, double pixelsPerWorld, const std::function<QPointF(WorldPoint)> &project);

/// What the lamps of the open tickets within `frame` mean and how many each are, with its lower left corner at
/// `corner`. Nothing where none are there.
void paintPinKey(QPainter &painter, QPointF corner, const MapSheet &sheet, const SheetPen &pen, const QRectF &frame,
    const std::function<QPointF(WorldPoint)> &project);

} // namespace huying
