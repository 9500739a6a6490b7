#include "CountyScene.h"

#include "MapLayouts.h"

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

/// Around the places of nearly all pins: one percent at each side may lie astray.
WorldRect aroundPins(const std::vector<MapPin> &pins)
{
    std::vector<double> xs;
    std::vector<double> ys;
    for (const MapPin &pin : pins) {
        const WorldPoint place = toWorld(pin.point);
        xs.push_back(place.x);
        ys.push_back(place.y);
    }
    std::ranges::sort(xs);
    std::ranges::sort(ys);
    const std::size_t first = xs.size() / 100;
    const std::size_t last = xs.size() - 1 - first;
    // Never closer than about two kilometres.
    const double least = 5e-5;
    const double width = std::max(xs[last] - xs[first], least);
    const double height = std::max(ys[last] - ys[first], least);
    return { (xs[first] + xs[last] - width) / 2, (ys[first] + ys[last] - height) / 2, width, height };
}

} // namespace

CountyScene::CountyScene(QObject *parent) : QObject(parent)
{
    connect(&base_, &BaseMap::replaced, this, &CountyScene::baseReplaced);
    connect(&reference_, &ReferenceLayers::shapesChanged, this, [this] {
        labels_.setReference(reference_.shapes()->names, colours_.family);
        emit labelsChanged();
        forgetLayout();
    });
}

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
    tellRegions();
}

void CountyScene::setRegions(std::vector<Region> regions)
{
    cutter_ = {};
    cutting_.reset();
    meshes_ = {};
    regionPicture_ = nullptr;
    regions_ = std::make_shared<const RegionShapes>(std::move(regions));
    placeLabels();
    emit regionPictureChanged();
    emit regionsChanged();
    emit wholeChanged();
}

void CountyScene::placeLabels()
{
    layout_ = {};
    labels_ = MapLabels(*regions_, colours_.family, wholeScale(*regions_));
    labels_.setReference(reference_.shapes()->names, colours_.family);
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
    layout_ = layoutOf(labels_, pins_, places_, pixelsPerWorld, selectedPin());
    return layout_;
}

void CountyScene::setPins(std::vector<MapPin> pins)
{
    if (pins != pins_) {
        pins_ = std::move(pins);
        places_.resize(pins_.size());
        std::ranges::transform(pins_, places_.begin(), [](const MapPin &pin) { return toWorld(pin.point); });
        forgetLayout();
        emit wholeChanged();
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

void CountyScene::setArea(GeoArea area)
{
    if (area != area_) {
        area_ = std::move(area);
        emit areaChanged();
    }
}

void CountyScene::hover(const RegionCode &region)
{
    if (region != hovered_) {
        hovered_ = region;
        emit hoverChanged();
    }
}

void CountyScene::setOutlines(Outlines outlines)
{
    if (outlines != outlines_) {
        outlines_ = outlines;
        emit outlinesChanged();
    }
}

void CountyScene::setOnTiles(bool isOnTiles)
{
    if (isOnTiles != isOnTiles_) {
        isOnTiles_ = isOnTiles;
        emit onTilesChanged();
    }
}

void CountyScene::turnOutlines()
{
    setOutlines(outlines_ == Outlines::Grids ? Outlines::ByZoom : Outlines(int(outlines_) + 1));
}

void CountyScene::setHeat(std::shared_ptr<const HeatPicture> heat, const QString &period)
{
    heat_ = std::move(heat);
    heatPeriod_ = period;
    if (heat_) {
        const auto warmth = [this](WorldPoint place) { return std::min(heat_->density.at(place) / heat_->top, 1.0); };
        if (labels_.avoid(*regions_, warmth, wholeScale(*regions_))) {
            forgetLayout();
        }
    }
    emit heatChanged();
}

QString CountyScene::heatRadius() const
{
    const double metres = heat_ ? heat_->radiusMetres : 0;
    return metres >= 1000 ? tr("within %1 km").arg(metres / 1000) : tr("within %1 m").arg(metres);
}

void CountyScene::setRegionPicture(std::shared_ptr<const RegionPicture> picture)
{
    if (picture != regionPicture_) {
        regionPicture_ = std::move(picture);
        emit regionPictureChanged();
        tellRegions();
    }
}

void CountyScene::tellRegions()
{
    RegionLegend legend = regionPicture_ ? legendOf(*regionPicture_, colours_) : RegionLegend {};
    if (legend != regionLegend_) {
        regionLegend_ = std::move(legend);
        emit regionLegendChanged();
    }
}

std::shared_ptr<const RegionMesh> CountyScene::mesh(RegionLevel level)
{
    const auto &ready = meshes_[static_cast<std::size_t>(level)];
    if (!ready && !cutting_) {
        cutting_ = level;
        cutter_ = std::jthread([this, level, shapes = regions_](const std::stop_token &stop) {
            auto mesh = std::make_shared<const RegionMesh>(meshOf(*shapes, level, stop));
            QMetaObject::invokeMethod(
                this,
                [this, level, shapes, mesh] {
                    if (shapes == regions_) {
                        cutting_.reset();
                        meshes_[static_cast<std::size_t>(level)] = mesh;
                        emit meshReady();
                    }
                },
                Qt::QueuedConnection);
        });
    }
    return ready;
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

WorldRect CountyScene::whole() const
{
    if (!isEmpty()) {
        return regions_->bounds();
    }
    if (!pins_.empty()) {
        return aroundPins(pins_);
    }
    // 巨鹿县, about 35 km
    const WorldPoint centre = toWorld(115.04, 37.22);
    return { centre.x - 5e-4, centre.y - 5e-4, 1e-3, 1e-3 };
}

QGeoCoordinate CountyScene::middle() const
{
    const WorldPoint centre = whole().centre();
    return { latitudeOf(centre), longitudeOf(centre) };
}

double CountyScene::zoomForWhole(double width, double height) const
{
    const double margin = 40;
    const WorldRect rect = whole();
    const double pixelsPerWorld =
        std::min(std::max(width - 2 * margin, 50.0) / rect.width, std::max(height - 2 * margin, 50.0) / rect.height);
    return std::log2(pixelsPerWorld / 256);
}

} // namespace huying
