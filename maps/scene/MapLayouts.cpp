#include "MapLayouts.h"

#include "Nearby.h"

namespace huying
{

namespace
{

constexpr double farthestPixels = 180; ///< the middles of a name and a mark that touch

/// Takes away the names of villages and grids that a mark would cover.
void giveWay(MapLayout &layout)
{
    const double scale = layout.pixelsPerWorld;
    Nearby marks(farthestPixels, layout.groups.size());
    std::vector<QRectF> rects;
    rects.reserve(layout.groups.size());
    for (const PinGroup &group : layout.groups) {
        const QPointF middle(group.at.x * scale, group.at.y * scale);
        const QSizeF size = markSize(group.pins.size());
        rects.emplace_back(middle - QPointF(size.width() / 2, size.height() / 2), size);
        marks.add(middle);
    }
    std::erase_if(layout.labels, [&](const MapLabel *label) {
        const QRectF rect = rectOf(*label, scale);
        const auto covers = [&](std::size_t mark) { return rects[mark].intersects(rect); };
        return label->level != RegionLevel::Township && marks.find(rect.center(), covers).has_value();
    });
}

} // namespace

MapLayout layoutOf(const MapLabels &labels, std::span<const MapPin> pins, std::span<const WorldPoint> places,
    double pixelsPerWorld, std::optional<std::uint32_t> alone)
{
    MapLayout layout;
    layout.pixelsPerWorld = pixelsPerWorld;
    layout.labels = labels.shownAt(pixelsPerWorld);
    std::vector<QRectF> townships;
    for (const MapLabel *label : layout.labels) {
        if (label->level == RegionLevel::Township) {
            townships.push_back(rectOf(*label, pixelsPerWorld));
        }
    }
    layout.groups = groupPins(pins, places, pixelsPerWorld, townships, alone);
    giveWay(layout);
    return layout;
}

} // namespace huying
