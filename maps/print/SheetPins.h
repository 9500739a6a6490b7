#pragma once

#include "MapSheet.h"

#include <scene/PinGroups.h>

#include <functional>
#include <span>

namespace huying
{

/// Paints the open tickets of a sheet, in their groups.
void paintPins(QPainter &painter, const MapColours &colours, std::span<const PinGroup> groups,
    const std::function<QPointF(WorldPoint)> &project);

/// What the lamps of the open tickets within `frame` mean and how many each are, with its lower left corner at
/// `corner`. Nothing where none are there.
void paintPinKey(QPainter &painter, QPointF corner, const MapSheet &sheet, const SheetPen &pen, const QRectF &frame,
    const std::function<QPointF(WorldPoint)> &project);

} // namespace huying
