#include "FileGeometry.h"

#include <domain/Datum.h>

#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

using Places = std::vector<GeoPoint>;

bool isOnGlobe(double x, double y)
{
    return std::isfinite(x) && std::isfinite(y) && std::abs(x) <= 180.0000001 && std::abs(y) <= 90.0000001;
}

GeoPoint placeOf(double x, double y)
{
    return GeoPoint::fromDegrees(std::clamp(x, -180.0, 180.0), std::clamp(y, -90.0, 90.0));
}

/// Without places that lie on the one before.
std::optional<Places> placesOf(const OGRSimpleCurve &curve, const ToWgs84 &way)
{
    const auto count = static_cast<std::size_t>(curve.getNumPoints());
    std::vector<double> x(count);
    std::vector<double> y(count);
    for (std::size_t i = 0; i < count; ++i) {
        x[i] = curve.getX(static_cast<int>(i));
        y[i] = curve.getY(static_cast<int>(i));
    }
    if (!way(x, y)) {
        return std::nullopt;
    }
    Places places;
    for (std::size_t i = 0; i < count; ++i) {
        const GeoPoint place = placeOf(x[i], y[i]);
        if (places.empty() || places.back() != place) {
            places.push_back(place);
        }
    }
    return places;
}

std::optional<Places> ringOf(const OGRLinearRing &ring, const ToWgs84 &way)
{
    auto places = placesOf(ring, way);
    while (places && places->size() > 1 && places->front() == places->back()) {
        places->pop_back();
    }
    return places;
}

bool addPolygon(GeoFeature &feature, const OGRPolygon &polygon, const ToWgs84 &way)
{
    Polygon area;
    for (const OGRLinearRing *const ring : polygon) {
        auto places = ringOf(*ring, way);
        if (!places) {
            return false;
        }
        if (places->size() >= 3) {
            area.push_back(std::move(*places));
        } else if (area.empty()) {
            return true; // an outside of no area
        }
    }
    if (!area.empty()) {
        feature.areas.push_back(std::move(area));
    }
    return true;
}

bool addLine(GeoFeature &feature, const OGRLineString &line, const ToWgs84 &way)
{
    auto places = placesOf(line, way);
    if (places && places->size() >= 2) {
        feature.lines.push_back(std::move(*places));
    }
    return places.has_value();
}

bool addPoint(GeoFeature &feature, const OGRPoint &point, const ToWgs84 &way)
{
    std::vector x { point.getX() };
    std::vector y { point.getY() };
    if (point.IsEmpty()) {
        return true;
    }
    if (!way(x, y)) {
        return false;
    }
    feature.points.push_back(placeOf(x.front(), y.front()));
    return true;
}

} // namespace

FileGeometry plainGeometry(const OGRGeometry *given)
{
    if (given == nullptr || given->IsEmpty()) {
        return nullptr;
    }
    FileGeometry plain(given->getLinearGeometry());
    if (plain && OGR_GT_IsSubClassOf(plain->getGeometryType(), wkbPolyhedralSurface)) {
        plain.reset(OGRGeometryFactory::forceToMultiPolygon(plain.release()));
    }
    if (plain && wkbFlatten(plain->getGeometryType()) == wkbTriangle) {
        plain.reset(OGRGeometryFactory::forceToPolygon(plain.release()));
    }
    if (plain) {
        plain->flattenTo2D();
    }
    return plain;
}

int placesIn(const OGRGeometry &geometry)
{
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPolygon: {
        int places = 0;
        for (const OGRLinearRing *const ring : *geometry.toPolygon()) {
            places += ring->getNumPoints();
        }
        return places;
    }
    case wkbLineString:
        return geometry.toLineString()->getNumPoints();
    case wkbMultiPolygon:
    case wkbMultiLineString:
    case wkbMultiPoint:
    case wkbGeometryCollection: {
        int places = 0;
        for (const OGRGeometry *const part : *geometry.toGeometryCollection()) {
            places += placesIn(*part);
        }
        return places;
    }
    default:
        return 1;
    }
}

ToWgs84 ToWgs84::fromDatum(Datum datum)
{
    ToWgs84 way;
    way._datum = datum;
    return way;
}

std::optional<ToWgs84> ToWgs84::fromReference(const OGRSpatialReference &reference)
{
    OGRSpatialReference source(reference);
    OGRSpatialReference target;
    target.importFromEPSG(4326);
    source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    target.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    ToWgs84 way;
    way._way.reset(OGRCreateCoordinateTransformation(&source, &target), Destroy());
    return way._way ? std::optional(way) : std::nullopt;
}

bool ToWgs84::operator()(std::vector<double> &x, std::vector<double> &y) const
{
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!std::isfinite(x[i]) || !std::isfinite(y[i]) || (!_way && !isOnGlobe(x[i], y[i]))) {
            return false;
        }
    }
    if (_way) {
        if (!x.empty() && _way->Transform(x.size(), x.data(), y.data()) == FALSE) {
            return false;
        }
    } else if (_datum == Datum::Gcj02 || _datum == Datum::Bd09) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            const Degrees there = toWgs84(Degrees { x[i], y[i] }, _datum);
            x[i] = there.longitude;
            y[i] = there.latitude;
        }
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!isOnGlobe(x[i], y[i])) {
            return false;
        }
    }
    return true;
}

bool addTo(GeoFeature &feature, const OGRGeometry &geometry, const ToWgs84 &way)
{
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPolygon:
        return addPolygon(feature, *geometry.toPolygon(), way);
    case wkbLineString:
        return addLine(feature, *geometry.toLineString(), way);
    case wkbPoint:
        return addPoint(feature, *geometry.toPoint(), way);
    case wkbMultiPolygon:
    case wkbMultiLineString:
    case wkbMultiPoint:
    case wkbGeometryCollection:
        return std::ranges::all_of(
            *geometry.toGeometryCollection(), [&](const OGRGeometry *part) { return addTo(feature, *part, way); });
    default:
        return true;
    }
}

} // namespace huying
