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
constexpr double underPoint = 13; ///< pixels from the middle of a point's mark to that of its name
constexpr double referenceZoom = 13.25; ///< from which names of reference layers are shown

QFont fontFor(RegionLevel level, const QString &family)
{
    QFont font(family);
    font.setPixelSize(level == RegionLevel::Township ? 14 : 12);
    font.setWeight(level == RegionLevel::Township ? QFont::DemiBold : QFont::Normal);
    return font;
}

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
        const QFontMetricsF metrics(fontFor(level, family));
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

QFont MapLabels::fontOf(const MapLabel &label, const QString &family)
{
    QFont font = fontFor(label.level, family);
    font.setItalic(label.isReference);
    return font;
}

void MapLabels::setReference(const std::vector<ReferenceName> &names, const QString &family)
{
    reference_.clear();
    MapLabel label { {}, RegionLevel::Grid, {}, {}, 0, true, 0 };
    const QFontMetricsF metrics(fontOf(label, family));
    for (const ReferenceName &name : names) {
        label.text = metrics.elidedText(name.text, Qt::ElideRight, widestPixels - 8);
        label.place = name.place;
        label.below = name.isBelow ? underPoint : 0;
        label.size = { metrics.horizontalAdvance(label.text) + 8, metrics.height() + 4 };
        reference_.push_back(label);
    }
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

struct MapLabels::Shown {
    std::vector<const MapLabel *> labels;
    std::vector<QRectF> rects;
    Nearby neighbours;
};

void MapLabels::show(const MapLabel &label, double pixelsPerWorld, Shown &shown) const
{
    const QRectF rect = rectOf(label, pixelsPerWorld);
    const auto covers = [&](std::size_t other) { return shown.rects[other].intersects(rect); };
    if (!shown.neighbours.find(rect.center(), covers)) {
        shown.labels.push_back(&label);
        shown.rects.push_back(rect);
        shown.neighbours.add(rect.center());
    }
}

std::vector<const MapLabel *> MapLabels::shownAt(double pixelsPerWorld) const
{
    const double zoom = std::log2(pixelsPerWorld / 256);
    Shown shown { {}, {}, Nearby(widestPixels, labels_.size() + reference_.size()) };
    for (const MapLabel &label : labels_) {
        if (zoom < firstZoom(label.level)) {
            break; // the finer levels come behind
        }
        show(label, pixelsPerWorld, shown);
    }
    for (const MapLabel &label : reference_) {
        if (zoom >= referenceZoom) {
            show(label, pixelsPerWorld, shown);
        }
    }
    return std::move(shown.labels);
}

QRectF rectOf(const MapLabel &label, double pixelsPerWorld)
{
    return { label.place.x * pixelsPerWorld - label.size.width() / 2,
        label.place.y * pixelsPerWorld - label.size.height() / 2 + label.below, label.size.width(),
        label.size.height() };
}

} // namespace huying
