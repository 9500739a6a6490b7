#include "RegionShapes.h"

#include <algorithm>
#include <limits>
#include <ranges>
#include <unordered_set>

namespace huying
{

namespace
{

struct EdgeKey {
    GeoPoint low;
    GeoPoint high;
    bool operator==(const EdgeKey &) const = default;
};

struct EdgeHash {
    std::size_t operator()(const EdgeKey &key) const
    {
        const auto mix = [](std::uint64_t sum, std::int32_t value) {
            return (sum ^ static_cast<std::uint32_t>(value)) * 0x9E3779B97F4A7C15ULL;
        };
        return mix(
            mix(mix(mix(0, key.low.longitudeE7), key.low.latitudeE7), key.high.longitudeE7), key.high.latitudeE7);
    }
};

using SeenEdges = std::unordered_set<EdgeKey, EdgeHash>;

void addBorders(const Ring &ring, SeenEdges &seen, std::vector<BorderEdge> &borders)
{
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const GeoPoint from = ring[i];
        const GeoPoint to = ring[(i + 1) % ring.size()];
        if (from != to && seen.insert({ std::min(from, to), std::max(from, to) }).second) {
            borders.push_back({ toWorld(from), toWorld(to) });
        }
    }
}

WorldRect around(const std::vector<std::vector<WorldPoint>> &rings)
{
    double left = std::numeric_limits<double>::max();
    double top = left;
    double right = std::numeric_limits<double>::lowest();
    double bottom = right;
    for (const auto &ring : rings) {
        for (const WorldPoint &point : ring) {
            left = std::min(left, point.x);
            right = std::max(right, point.x);
            top = std::min(top, point.y);
            bottom = std::max(bottom, point.y);
        }
    }
    return right < left ? WorldRect {} : WorldRect { left, top, right - left, bottom - top };
}

WorldRect united(const WorldRect &one, const WorldRect &other)
{
    if (one.isEmpty()) {
        return other;
    }
    const double left = std::min(one.left, other.left);
    const double top = std::min(one.top, other.top);
    return { left, top, std::max(one.left + one.width, other.left + other.width) - left,
        std::max(one.top + one.height, other.top + other.height) - top };
}

RegionShape shapeOf(Region region)
{
    RegionShape shape;
    for (const Polygon &polygon : region.shape) {
        for (const Ring &ring : polygon) {
            auto &points = shape.rings.emplace_back();
            std::ranges::transform(ring, std::back_inserter(points), [](GeoPoint point) { return toWorld(point); });
        }
    }
    shape.bounds = around(shape.rings);
    shape.region = std::move(region);
    return shape;
}

double distanceTo(WorldPoint place, WorldPoint from, WorldPoint to)
{
    const double x = to.x - from.x;
    const double y = to.y - from.y;
    const double length = x * x + y * y;
    const double along =
        length == 0 ? 0 : std::clamp(((place.x - from.x) * x + (place.y - from.y) * y) / length, 0.0, 1.0);
    return std::hypot(place.x - from.x - along * x, place.y - from.y - along * y);
}

} // namespace

bool RegionShape::contains(WorldPoint place) const
{
    if (!bounds.contains(place)) {
        return false;
    }
    bool isInside = false;
    for (const auto &ring : rings) {
        for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
            const WorldPoint &a = ring[i];
            const WorldPoint &b = ring[before];
            if ((a.y > place.y) != (b.y > place.y) && place.x < (b.x - a.x) * (place.y - a.y) / (b.y - a.y) + a.x) {
                isInside = !isInside;
            }
        }
    }
    return isInside;
}

double RegionShape::depthOf(WorldPoint place) const
{
    double nearest = std::numeric_limits<double>::max();
    for (const auto &ring : rings) {
        for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
            nearest = std::min(nearest, distanceTo(place, ring[before], ring[i]));
        }
    }
    return contains(place) ? nearest : -nearest;
}

RegionShapes::RegionShapes(std::vector<Region> regions)
{
    for (Region &region : regions) {
        isSchematic_ = isSchematic_ || region.isSchematic;
        RegionShape shape = shapeOf(std::move(region));
        bounds_ = united(bounds_, shape.bounds);
        levels_[static_cast<std::size_t>(shape.region.level)].push_back(std::move(shape));
    }
    SeenEdges seen;
    for (std::size_t level = 0; level < levels_.size(); ++level) {
        for (const RegionShape &shape : levels_[level]) {
            for (const Ring &ring : std::views::join(shape.region.shape)) {
                addBorders(ring, seen, borders_[level]);
            }
        }
    }
}

const RegionShape *RegionShapes::find(WorldPoint place, RegionLevel level) const
{
    const auto &shapes = at(level);
    const auto found =
        std::ranges::find_if(shapes, [place](const RegionShape &shape) { return shape.contains(place); });
    return found == shapes.end() ? nullptr : &*found;
}

const RegionShape *RegionShapes::find(const RegionCode &code) const
{
    for (const auto &shapes : levels_) {
        const auto found =
            std::ranges::find_if(shapes, [&code](const RegionShape &shape) { return shape.region.code == code; });
        if (found != shapes.end()) {
            return &*found;
        }
    }
    return nullptr;
}

} // namespace huying
