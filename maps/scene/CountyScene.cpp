#include "CountyScene.h"

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

/// Names are laid out for a county of this height in pixels; they hold from half to twice of it.
constexpr double wholePixels = 800;

double wholeScale(const RegionShapes &regions)
{
    return regions.isEmpty() ? 1 : wholePixels / std::max(regions.bounds().width, regions.bounds().height);
}

bool isCovered(const MapLabel &label, const std::vector<PinGroup> &groups, double pixelsPerWorld)
{
    const QRectF rect = rectOf(label, pixelsPerWorld);
    return std::ranges::any_of(groups, [&](const PinGroup &group) {
        const QSizeF size = markSize(group.pins.size());
        const QPointF at(group.at.x * pixelsPerWorld, group.at.y * pixelsPerWorld);
        return rect.adjusted(-size.width() / 2, -size.height() / 2, size.width() / 2, size.height() / 2).contains(at);
    });
}

} // namespace

CountyScene::CountyScene(QObject *parent) : QObject(parent) {}

void CountyScene::setColours(const MapColours &colours)
{
    if (colours == colours_) {
        return;
    }
    const bool isOtherType = colours.family != colours_.family;
    colours_ = colours;
    if (isOtherType) {
        placeLabels();
    }
    emit coloursChanged();
}

void CountyScene::setRegions(std::vector<Region> regions)
{
    regions_ = RegionShapes(std::move(regions));
    placeLabels();
    emit regionsChanged();
}

void CountyScene::placeLabels()
{
    layout_ = {};
    labels_ = MapLabels(regions_, colours_.family, wholeScale(regions_));
    emit labelsChanged();
    forgetLayout();
}

void CountyScene::forgetLayout()
{
    layout_ = {};
    emit layoutChanged();
}

std::optional<std::uint32_t> CountyScene::selectedPin() const
{
    const auto found = selected_ ? std::ranges::find(pins_, *selected_, &MapPin::id) : pins_.end();
    return found == pins_.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(found - pins_.begin()));
}

const MapLayout &CountyScene::layoutAt(double pixelsPerWorld)
{
    if (layout_.pixelsPerWorld == pixelsPerWorld) {
        return layout_;
    }
    layout_.pixelsPerWorld = pixelsPerWorld;
    layout_.labels = labels_.shownAt(pixelsPerWorld);
    std::vector<QRectF> townships;
    for (const MapLabel *label : layout_.labels) {
        if (label->level == RegionLevel::Township) {
            townships.push_back(rectOf(*label, pixelsPerWorld));
        }
    }
    layout_.groups = groupPins(pins_, pixelsPerWorld, townships, selectedPin());
    std::erase_if(layout_.labels, [this](const MapLabel *label) {
        return label->level != RegionLevel::Township && isCovered(*label, layout_.groups, layout_.pixelsPerWorld);
    });
    return layout_;
}

void CountyScene::setPins(std::vector<MapPin> pins)
{
    if (pins != pins_) {
        pins_ = std::move(pins);
        forgetLayout();
    }
}

void CountyScene::select(std::optional<TicketId> ticket)
{
    if (ticket != selected_) {
        const std::optional<std::uint32_t> before = selectedPin();
        selected_ = ticket;
        if (before != selectedPin()) {
            forgetLayout();
        }
        emit selectionChanged();
    }
}

void CountyScene::pick(const RegionCode &region)
{
    if (region != picked_) {
        picked_ = region;
        emit selectionChanged();
    }
}

void CountyScene::setHeat(std::shared_ptr<const HeatPicture> heat, const QString &period)
{
    heat_ = std::move(heat);
    heatPeriod_ = period;
    if (heat_) {
        const auto warmth = [this](WorldPoint place) { return std::min(heat_->density.at(place) / heat_->top, 1.0); };
        if (labels_.avoid(regions_, warmth, wholeScale(regions_))) {
            forgetLayout();
        }
    }
    emit heatChanged();
}

QVariantList CountyScene::heatStops() const
{
    QVariantList stops;
    if (colours_.heat.size() >= 2) {
        const HeatRamp ramp(colours_.heat);
        for (int i = 0; i <= 8; ++i) {
            stops.append(ramp.colourAt(i / 8.0));
        }
    }
    return stops;
}

QGeoCoordinate CountyScene::middle() const
{
    if (isEmpty()) {
        return { 37.22, 115.04 };
    }
    const WorldPoint centre = regions_.bounds().centre();
    return { latitudeOf(centre), longitudeOf(centre) };
}

double CountyScene::zoomForWhole(double width, double height) const
{
    if (isEmpty() || width <= 0 || height <= 0) {
        return 10;
    }
    const double margin = 40;
    const double pixelsPerWorld = std::min(std::max(width - 2 * margin, 50.0) / regions_.bounds().width,
        std::max(height - 2 * margin, 50.0) / regions_.bounds().height);
    return std::log2(pixelsPerWorld / 256);
}

} // namespace huying
