#include "PinGroups.h"

#include "Nearby.h"

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

constexpr double markPixels = 16;
constexpr double widestPixels = 128; ///< of a mark with the room around it

struct Heap {
    QPointF at; ///< pixels
    std::vector<std::uint32_t> pins;
    bool isAlone = false;
};

/// Pins whose marks would touch, each heap at its first pin.
std::vector<Heap> heapsOf(std::span<const MapPin> pins, double pixelsPerWorld, std::optional<std::uint32_t> alone)
{
    std::vector<Heap> heaps;
    Nearby neighbours(markPixels, pins.size());
    for (std::uint32_t i = 0; i < pins.size(); ++i) {
        const WorldPoint world = toWorld(pins[i].point);
        const QPointF at(world.x * pixelsPerWorld, world.y * pixelsPerWorld);
        const auto touches = [&](std::size_t heap) {
            const QPointF away = heaps[heap].at - at;
            return std::abs(away.x()) < markPixels && std::abs(away.y()) < markPixels && !heaps[heap].isAlone;
        };
        const auto found = alone == i ? std::nullopt : neighbours.find(at, touches);
        if (found) {
            heaps[*found].pins.push_back(i);
        } else {
            heaps.push_back({ at, { i }, alone == i });
            neighbours.add(at);
        }
    }
    std::ranges::stable_sort(heaps, std::ranges::greater(), [](const Heap &heap) { return heap.pins.size(); });
    return heaps;
}

QRectF rectAround(QPointF at, QSizeF size, double room)
{
    return QRectF(at.x() - size.width() / 2 - room / 2, at.y() - size.height() / 2 - room / 2, size.width() + room,
        size.height() + room);
}

/// Where a group's mark may go so that it covers no label: where it is, or the nearest free edge of the label.
QPointF besideLabels(QPointF at, QSizeF size, std::span<const QRectF> labels)
{
    QRectF mark = rectAround(at, size, 4);
    for (const QRectF &label : labels) {
        if (!mark.intersects(label)) {
            continue;
        }
        const double up = mark.bottom() - label.top();
        const double down = label.bottom() - mark.top();
        mark.translate(0, up < down ? -up : down);
    }
    return mark.center();
}

/// Heaps merged until no two marks overlap: the larger stays, the smaller joins it.
std::vector<Heap> merged(const std::vector<Heap> &heaps, double room, std::span<const QRectF> labels)
{
    std::vector<Heap> placed;
    std::vector<QRectF> rects;
    Nearby neighbours(widestPixels, heaps.size());
    for (const Heap &heap : heaps) {
        const bool isGroup = heap.pins.size() > 1;
        // Room for one digit more: what joins later must not make the mark touch its neighbours.
        const QSizeF size = markSize(isGroup ? heap.pins.size() * 10 : 1);
        const QPointF at = isGroup ? besideLabels(heap.at, size, labels) : heap.at;
        const QRectF rect = rectAround(at, size, isGroup ? room : 0);
        const auto covers = [&](std::size_t other) { return rects[other].intersects(rect) && !placed[other].isAlone; };
        const auto found = heap.isAlone ? std::nullopt : neighbours.find(at, covers);
        if (found) {
            auto &pins = placed[*found].pins;
            pins.insert(pins.end(), heap.pins.begin(), heap.pins.end());
            continue;
        }
        placed.push_back({ at, heap.pins, heap.isAlone });
        rects.push_back(rect);
        neighbours.add(at);
    }
    return placed;
}

} // namespace

Lamp PinGroup::worst() const
{
    for (const Lamp lamp : { Lamp::Overdue, Lamp::Soon, Lamp::InTime }) {
        if (byLamp[static_cast<std::size_t>(lamp)] > 0) {
            return lamp;
        }
    }
    return Lamp::Paused;
}

QSizeF markSize(std::size_t count)
{
    if (count <= 1) {
        return { markPixels, markPixels };
    }
    const auto digits = static_cast<double>(std::to_string(count).size());
    const double comma = count >= 1000 ? 4 : 0;
    return { 30 + 7.5 * digits + comma, 22 };
}

std::vector<PinGroup> groupPins(std::span<const MapPin> pins, double pixelsPerWorld, std::span<const QRectF> labels,
    std::optional<std::uint32_t> alone)
{
    const double room = std::clamp(static_cast<double>(pins.size()) / 100, 4.0, 36.0);
    std::vector<PinGroup> groups;
    for (Heap &heap : merged(heapsOf(pins, pixelsPerWorld, alone), room, labels)) {
        PinGroup group { { heap.at.x() / pixelsPerWorld, heap.at.y() / pixelsPerWorld }, std::move(heap.pins), {} };
        for (const std::uint32_t pin : group.pins) {
            ++group.byLamp[static_cast<std::size_t>(pins[pin].lamp)];
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace huying
