#include "MapLabels.h"

#include "Nearby.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

constexpr double tooWarm = 0.35;
constexpr double widestPixels = 240; ///< of a name

/// The zoom level from which names of `level` are shown.
double firstZoom(RegionLevel level)
{
    return level == RegionLevel::Township ? 0 : level == RegionLevel::Village ? 12.25 : 15;
}

double meanWarmth(const MapLabel &label, const Warmth &warmth, double pixelsPerWorld)
{
    const double end = label.size.width() * 0.4 / pixelsPerWorld;
    return (warmth({ label.place.x - end, label.place.y }) + warmth(label.place)
               + warmth({ label.place.x + end, label.place.y }))
        / 3;
}

} // namespace

MapLabels::MapLabels(const RegionShapes &regions, const QString &family, double wholePixelsPerWorld)
{
    for (const RegionLevel level : { RegionLevel::Township, RegionLevel::Village, RegionLevel::Grid }) {
        const QFontMetricsF metrics(fontOf(level, family));
        const auto &shapes = regions.at(level);
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            if (shapes[i].bounds.isEmpty()) {
                continue;
            }
            MapLabel label { QString::fromStdString(shapes[i].region.name), level, {}, {}, i };
            label.size = { metrics.horizontalAdvance(label.text) + 8, metrics.height() + 4 };
            label.place = level == RegionLevel::Township ? labelPlace(shapes[i], label.size, wholePixelsPerWorld, {})
                                                         : toWorld(shapes[i].region.centre);
            labels_.push_back(std::move(label));
        }
    }
}

QFont MapLabels::fontOf(RegionLevel level, const QString &family)
{
    QFont font(family);
    font.setPixelSize(level == RegionLevel::Township ? 14 : 12);
    font.setWeight(level == RegionLevel::Township ? QFont::DemiBold : QFont::Normal);
    return font;
}

bool MapLabels::avoid(const RegionShapes &regions, const Warmth &warmth, double wholePixelsPerWorld)
{
    bool hasMoved = false;
    for (MapLabel &label : labels_) {
        if (label.level == RegionLevel::Township && meanWarmth(label, warmth, wholePixelsPerWorld) > tooWarm) {
            const RegionShape &shape = regions.at(label.level)[label.shape];
            label.place = labelPlace(shape, label.size, wholePixelsPerWorld, warmth);
            hasMoved = true;
        }
    }
    return hasMoved;
}

std::vector<const MapLabel *> MapLabels::shownAt(double pixelsPerWorld) const
{
    const double zoom = std::log2(pixelsPerWorld / 256);
    std::vector<const MapLabel *> shown;
    std::vector<QRectF> rects;
    Nearby neighbours(widestPixels, labels_.size());
    for (const MapLabel &label : labels_) {
        if (zoom < firstZoom(label.level)) {
            break; // the finer levels come behind
        }
        const QRectF rect = rectOf(label, pixelsPerWorld);
        const auto covers = [&](std::size_t other) { return rects[other].intersects(rect); };
        if (!neighbours.find(rect.center(), covers)) {
            shown.push_back(&label);
            rects.push_back(rect);
            neighbours.add(rect.center());
        }
    }
    return shown;
}

QRectF rectOf(const MapLabel &label, double pixelsPerWorld)
{
    return { label.place.x * pixelsPerWorld - label.size.width() / 2,
        label.place.y * pixelsPerWorld - label.size.height() / 2, label.size.width(), label.size.height() };
}

} // namespace huying
