#pragma once

#include "MapPin.h"

#include <heat/Mercator.h>

#include <QRectF>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace huying
{

/// One mark on the map: a single pin where it is, or several that would cover each other.
struct PinGroup {
    WorldPoint at;
    std::vector<std::uint32_t> pins; ///< places in the list of pins
    std::array<int, 4> byLamp {};

    bool isSingle() const { return pins.size() == 1; }
    /// The lamp that stands for all: overdue before soon before in time before on account.
    Lamp worst() const;
};

/// Size in pixels of the mark that stands for `count` pins.
QSizeF markSize(std::size_t count);

/// Groups `pins` for a map of `pixelsPerWorld`: no two marks overlap, and a label is covered by no group. Around groups
/// more room is left the more pins there are. `labels` are in pixels from the world's corner. The pin `alone` is never
/// put into a group.
std::vector<PinGroup> groupPins(std::span<const MapPin> pins, double pixelsPerWorld, std::span<const QRectF> labels,
    std::optional<std::uint32_t> alone = std::nullopt);
/// The same with the places of the pins at hand.
std::vector<PinGroup> groupPins(std::span<const MapPin> pins, std::span<const WorldPoint> places, double pixelsPerWorld,
    std::span<const QRectF> labels, std::optional<std::uint32_t> alone);

} // namespace huying
