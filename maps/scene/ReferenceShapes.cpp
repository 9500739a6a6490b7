#include "ReferenceShapes.h"

namespace huying
{

namespace
{

void addEdges(ReferenceShapes &shapes, const std::vector<GeoPoint> &places, bool isClosed)
{
    for (std::size_t i = isClosed ? 0 : 1; i < places.size(); ++i) {
        const WorldPoint from = toWorld(places[i == 0 ? places.size() - 1 : i - 1]);
        const WorldPoint to = toWorld(places[i]);
        if (from != to) {
            shapes.edges.push_back({ from, to });
        }
    }
}

void addAreas(ReferenceShapes &shapes, const std::vector<Polygon> &areas)
{
    RegionShape shape;
    shape.region.shape = areas;
    const std::vector<WorldPoint> corners = triangles(shape);
    shapes.fills.insert(shapes.fills.end(), corners.begin(), corners.end());
    for (const Polygon &area : areas) {
        for (const Ring &ring : area) {
            addEdges(shapes, ring, true);
        }
    }
}

/// Of an area the middle of what is around it, of a line its middle corner.
std::optional<WorldPoint> namePlaceOf(const ReferenceFeature &feature)
{
    if (!feature.points.empty()) {
        return toWorld(feature.points.front());
    }
    if (!feature.lines.empty() && !feature.lines.front().empty()) {
        return toWorld(feature.lines.front()[feature.lines.front().size() / 2]);
    }
    if (feature.areas.empty() || feature.areas.front().empty() || feature.areas.front().front().empty()) {
        return std::nullopt;
    }
    const Ring &outside = feature.areas.front().front();
    WorldPoint low = toWorld(outside.front());
    WorldPoint high = low;
    for (const GeoPoint &corner : outside) {
        const WorldPoint place = toWorld(corner);
        low = { std::min(low.x, place.x), std::min(low.y, place.y) };
        high = { std::max(high.x, place.x), std::max(high.y, place.y) };
    }
    return WorldPoint { (low.x + high.x) / 2, (low.y + high.y) / 2 };
}

} // namespace

ReferenceShapes referenceShapesOf(const std::vector<ReferenceLayer> &layers, const std::stop_token &stop)
{
    ReferenceShapes shapes;
    for (const ReferenceLayer &layer : layers) {
        for (const ReferenceFeature &feature : layer.features) {
            if (stop.stop_requested()) {
                return shapes;
            }
            addAreas(shapes, feature.areas);
            for (const auto &line : feature.lines) {
                addEdges(shapes, line, false);
            }
            for (const GeoPoint &point : feature.points) {
                shapes.points.push_back(toWorld(point));
            }
            const bool isNamed = !feature.name.empty() && shapes.names.size() < ReferenceShapes::mostNames;
            if (const auto place = isNamed ? namePlaceOf(feature) : std::nullopt) {
                shapes.names.push_back({ QString::fromStdString(feature.name), *place, !feature.points.empty() });
            }
        }
    }
    return shapes;
}

} // namespace huying
