#pragma once

#include "CountyScene.h"

namespace huying
{

/// What is shown of names and pins at a scale, on the screen and on paper: no group of pins covers a township's name,
/// and the names of villages and grids that a mark would cover are left out. `places` are those of the pins; the pin
/// `alone` is in no group. The layout points into `labels`.
MapLayout layoutOf(const MapLabels &labels, std::span<const MapPin> pins, std::span<const WorldPoint> places,
    double pixelsPerWorld, std::optional<std::uint32_t> alone = std::nullopt);

} // namespace huying
