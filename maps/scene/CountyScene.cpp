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
    labels_ = MapLabels(regions_, colours_.family, wholeScale(regions_));
    emit labelsChanged();
}

void CountyScene::setPins(std::vector<MapPin> pins)
{
    if (pins != pins_) {
        pins_ = std::move(pins);
        emit pinsChanged();
    }
}

void CountyScene::select(std::optional<TicketId> ticket)
{
    if (ticket != selected_) {
        selected_ = ticket;
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
            emit labelsMoved();
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
