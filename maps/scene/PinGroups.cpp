#include "PinGroups.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace huying
{

namespace
{

constexpr double markPixels = 16;
constexpr double widestPixels = 128; ///< of a mark with the room around it

/// What lies where, in tiles: a mark is asked only against its neighbours.
class Neighbours
{
public:
    /// Tiles as wide as two things can be apart and still touch.
    Neighbours(double tilePixels, std::size_t count) : tilePixels_(tilePixels) { tiles_.reserve(count); }

    void add(QPointF at, std::size_t what) { tiles_[key(tileOf(at.x()), tileOf(at.y()))].push_back(what); }

    /// The own tile first: most often it is there.
    template <class Match>
    std::optional<std::size_t> find(QPointF at, Match match) const
    {
        constexpr std::array<std::pair<int, int>, 9> around { { { 0, 0 }, { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 },
            { -1, -1 }, { 1, -1 }, { -1, 1 }, { 1, 1 } } };
        const std::int64_t x = tileOf(at.x());
        const std::int64_t y = tileOf(at.y());
        for (const auto &[right, down] : around) {
            const auto tile = tiles_.find(key(x + right, y + down));
            if (tile == tiles_.end()) {
                continue;
            }
            const auto found = std::ranges::find_if(tile->second, match);
            if (found != tile->second.end()) {
                return *found;
            }
        }
        return std::nullopt;
    }

private:
    std::int64_t tileOf(double pixels) const { return static_cast<std::int64_t>(std::floor(pixels / tilePixels_)); }
    static std::uint64_t key(std::int64_t column, std::int64_t row)
    {
        return static_cast<std::uint64_t>(column) << 32 ^ static_cast<std::uint32_t>(row);
    }

    double tilePixels_;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> tiles_;
};

struct Heap {
    QPointF at; ///< pixels
    std::vector<std::uint32_t> pins;
    bool isAlone = false;
};

/// Pins whose marks would touch, each heap at its first pin.
std::vector<Heap> heapsOf(std::span<const MapPin> pins, double pixelsPerWorld, std::optional<std::uint32_t> alone)
{
    std::vector<Heap> heaps;
    Neighbours neighbours(markPixels, pins.size());
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
            neighbours.add(at, heaps.size() - 1);
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
    Neighbours neighbours(widestPixels, heaps.size());
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
        neighbours.add(at, placed.size() - 1);
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
