#include "PinGroups.h"

#include "Nearby.h"

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

constexpr double markPixels = 16;
constexpr double widestGroupPixels = 128; ///< of a mark with the room around it

constexpr std::uint32_t none = 0xffffffff;

/// Pins that stand together; from one to the next by `Chain`.
struct Heap {
    QPointF at; ///< pixels
    std::uint32_t first;
    std::uint32_t last;
    std::uint32_t count = 1;
    bool isAlone = false;
};

/// Behind each pin the next of its heap: ten thousand heaps without a list of its own for each.
using Chain = std::vector<std::uint32_t>;

void append(Heap &heap, const Heap &other, Chain &chain)
{
    chain[heap.last] = other.first;
    heap.last = other.last;
    heap.count += other.count;
}

/// Pins whose marks would touch, each heap at its first pin.
std::vector<Heap> heapsOf(
    std::span<const WorldPoint> places, double pixelsPerWorld, std::optional<std::uint32_t> alone, Chain &chain)
{
    std::vector<Heap> heaps;
    Nearby neighbours(markPixels, places.size());
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        const Heap heap { { places[i].x * pixelsPerWorld, places[i].y * pixelsPerWorld }, i, i, 1, alone == i };
        const auto touches = [&](std::size_t other) {
            const QPointF away = heaps[other].at - heap.at;
            return std::abs(away.x()) < markPixels && std::abs(away.y()) < markPixels && !heaps[other].isAlone;
        };
        const auto found = heap.isAlone ? std::nullopt : neighbours.find(heap.at, touches);
        if (found) {
            append(heaps[*found], heap, chain);
        } else {
            heaps.push_back(heap);
            neighbours.add(heap.at);
        }
    }
    std::ranges::stable_sort(heaps, std::ranges::greater(), &Heap::count);
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
std::vector<Heap> merged(const std::vector<Heap> &heaps, double room, std::span<const QRectF> labels, Chain &chain)
{
    std::vector<Heap> placed;
    std::vector<QRectF> rects;
    Nearby neighbours(widestGroupPixels, heaps.size());
    for (Heap heap : heaps) {
        const bool isGroup = heap.count > 1;
        // Room for one digit more: what joins later must not make the mark touch its neighbours.
        const QSizeF size = markSize(isGroup ? std::size_t { heap.count } * 10 : 1);
        heap.at = isGroup ? besideLabels(heap.at, size, labels) : heap.at;
        const QRectF rect = rectAround(heap.at, size, isGroup ? room : 0);
        const auto covers = [&](std::size_t other) { return rects[other].intersects(rect) && !placed[other].isAlone; };
        const auto found = heap.isAlone ? std::nullopt : neighbours.find(heap.at, covers);
        if (found) {
            append(placed[*found], heap, chain);
            continue;
        }
        placed.push_back(heap);
        rects.push_back(rect);
        neighbours.add(heap.at);
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
    int digits = 1;
    for (std::size_t rest = count; rest >= 10; rest /= 10) {
        ++digits;
    }
    const double comma = count >= 1000 ? 4 : 0;
    return { 30 + 7.5 * digits + comma, 22 };
}

std::vector<PinGroup> groupPins(std::span<const MapPin> pins, std::span<const WorldPoint> places, double pixelsPerWorld,
    std::span<const QRectF> labels, std::optional<std::uint32_t> alone)
{
    const double room = std::clamp(static_cast<double>(pins.size()) / 100, 4.0, 36.0);
    Chain chain(pins.size(), none);
    const std::vector<Heap> heaps = merged(heapsOf(places, pixelsPerWorld, alone, chain), room, labels, chain);
    std::vector<PinGroup> groups;
    groups.reserve(heaps.size());
    for (const Heap &heap : heaps) {
        PinGroup group { { heap.at.x() / pixelsPerWorld, heap.at.y() / pixelsPerWorld }, {}, {} };
        group.pins.reserve(heap.count);
        for (std::uint32_t pin = heap.first; pin != none; pin = chain[pin]) {
            group.pins.push_back(pin);
            ++group.byLamp[static_cast<std::size_t>(pins[pin].lamp)];
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

std::vector<PinGroup> groupPins(std::span<const MapPin> pins, double pixelsPerWorld, std::span<const QRectF> labels,
    std::optional<std::uint32_t> alone)
{
    std::vector<WorldPoint> places;
    places.reserve(pins.size());
    for (const MapPin &pin : pins) {
        places.push_back(toWorld(pin.point));
    }
    return groupPins(pins, places, pixelsPerWorld, labels, alone);
}

} // namespace huying
