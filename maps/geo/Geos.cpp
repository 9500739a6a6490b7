#include "Geos.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <ranges>

namespace huying
{

Geos::Geos(GeoPoint middle) : _handle(GEOS_init_r()), _middle(middle)
{
    constexpr double semiMajorAxis = 6'378'137;
    constexpr double eccentricitySquared = 0.00669437999014;
    const double latitude = middle.latitude() * std::numbers::pi / 180;
    const double bend = 1 - eccentricitySquared * std::sin(latitude) * std::sin(latitude);
    const double radian = std::numbers::pi / 180 / 1e7;
    _northMetres = semiMajorAxis * (1 - eccentricitySquared) / (bend * std::sqrt(bend)) * radian;
    // Near a pole east has no length, and no borders either.
    _eastMetres = semiMajorAxis / std::sqrt(bend) * std::max(std::cos(latitude), 0.001) * radian;
}

Geos::~Geos()
{
    GEOS_finish_r(_handle);
}

GEOSGeometry *Geos::ring(const Ring &ring) const
{
    std::vector<double> places;
    places.reserve(2 * ring.size() + 2);
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        const GeoPoint &point = ring[i % ring.size()];
        places.push_back((double(point.longitudeE7) - _middle.longitudeE7) * _eastMetres);
        places.push_back((double(point.latitudeE7) - _middle.latitudeE7) * _northMetres);
    }
    GEOSCoordSequence *const sequence =
        GEOSCoordSeq_copyFromBuffer_r(_handle, places.data(), static_cast<unsigned>(ring.size() + 1), 0, 0);
    return sequence == nullptr ? nullptr : GEOSGeom_createLinearRing_r(_handle, sequence);
}

GEOSGeometry *Geos::polygon(const Polygon &polygon) const
{
    std::vector<GEOSGeometry *> rings;
    for (const Ring &one : polygon) {
        GEOSGeometry *const made = one.size() >= 3 ? ring(one) : nullptr;
        if (made != nullptr) {
            rings.push_back(made);
        } else if (rings.empty()) {
            return nullptr; // without its outside a polygon is none
        }
    }
    return rings.empty()
        ? nullptr
        : GEOSGeom_createPolygon_r(_handle, rings.front(), rings.data() + 1, static_cast<unsigned>(rings.size() - 1));
}

Geos::Geometry Geos::multiPolygon(std::span<const Polygon> areas) const
{
    std::vector<GEOSGeometry *> parts;
    for (const Polygon &area : areas) {
        if (GEOSGeometry *const part = polygon(area)) {
            parts.push_back(part);
        }
    }
    return owned(
        GEOSGeom_createCollection_r(_handle, GEOS_MULTIPOLYGON, parts.data(), static_cast<unsigned>(parts.size())));
}

Geos::Geometry Geos::collection(std::vector<Geometry> parts) const
{
    std::vector<GEOSGeometry *> released;
    released.reserve(parts.size());
    for (Geometry &part : parts) {
        released.push_back(part.release());
    }
    return owned(GEOSGeom_createCollection_r(
        _handle, GEOS_GEOMETRYCOLLECTION, released.data(), static_cast<unsigned>(released.size())));
}

GeoPoint Geos::pointOf(double east, double north) const
{
    const auto rounded = [](double value, std::int32_t most) {
        return static_cast<std::int32_t>(std::clamp(std::round(value), -double(most), double(most)));
    };
    return { rounded(east / _eastMetres + _middle.longitudeE7, 1'800'000'000),
        rounded(north / _northMetres + _middle.latitudeE7, 900'000'000) };
}

/// Without its closing corner, and without corners that have come to lie on each other.
Ring Geos::ringIn(const GEOSGeometry *ring) const
{
    Ring points;
    const GEOSCoordSequence *const sequence = GEOSGeom_getCoordSeq_r(_handle, ring);
    unsigned size = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(_handle, sequence, &size) == 0) {
        return points;
    }
    for (unsigned i = 0; i < size; ++i) {
        double east = 0;
        double north = 0;
        GEOSCoordSeq_getXY_r(_handle, sequence, i, &east, &north);
        const GeoPoint point = pointOf(east, north);
        if (points.empty() || points.back() != point) {
            points.push_back(point);
        }
    }
    while (points.size() > 1 && points.front() == points.back()) {
        points.pop_back();
    }
    return points;
}

void Geos::addAreas(const GEOSGeometry *geometry, std::vector<Polygon> &areas) const
{
    const int kind = GEOSGeomTypeId_r(_handle, geometry);
    if (kind == GEOS_POLYGON && GEOSisEmpty_r(_handle, geometry) == 0) {
        Polygon polygon { ringIn(GEOSGetExteriorRing_r(_handle, geometry)) };
        for (int i = 0; i < GEOSGetNumInteriorRings_r(_handle, geometry); ++i) {
            Ring hole = ringIn(GEOSGetInteriorRingN_r(_handle, geometry, i));
            if (hole.size() >= 3) {
                polygon.push_back(std::move(hole));
            }
        }
        if (polygon.front().size() >= 3) {
            areas.push_back(std::move(polygon));
        }
    } else if (kind == GEOS_MULTIPOLYGON || kind == GEOS_GEOMETRYCOLLECTION) {
        for (int i = 0; i < GEOSGetNumGeometries_r(_handle, geometry); ++i) {
            addAreas(GEOSGetGeometryN_r(_handle, geometry, i), areas);
        }
    }
}

std::vector<Polygon> Geos::areasIn(const GEOSGeometry *geometry) const
{
    std::vector<Polygon> areas;
    addAreas(geometry, areas);
    return areas;
}

GeoPoint Geos::placeWithin(const GEOSGeometry *geometry) const
{
    const Geometry place = owned(GEOSPointOnSurface_r(_handle, geometry));
    double east = 0;
    double north = 0;
    if (place && GEOSisEmpty_r(_handle, place.get()) == 0) {
        GEOSGeomGetX_r(_handle, place.get(), &east);
        GEOSGeomGetY_r(_handle, place.get(), &north);
    }
    return pointOf(east, north);
}

double Geos::squareMetres(const GEOSGeometry *geometry) const
{
    double area = 0;
    return GEOSArea_r(_handle, geometry, &area) == 1 ? area : 0;
}

GeoPoint middleOf(std::span<const std::vector<Polygon>> areas)
{
    GeoPoint low { std::numeric_limits<std::int32_t>::max(), std::numeric_limits<std::int32_t>::max() };
    GeoPoint high { std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::min() };
    for (const std::vector<Polygon> &area : areas) {
        for (const Ring &ring : area | std::views::join) {
            for (const GeoPoint &point : ring) {
                low = { std::min(low.longitudeE7, point.longitudeE7), std::min(low.latitudeE7, point.latitudeE7) };
                high = { std::max(high.longitudeE7, point.longitudeE7), std::max(high.latitudeE7, point.latitudeE7) };
            }
        }
    }
    if (high < low) {
        return {};
    }
    return { static_cast<std::int32_t>((std::int64_t { low.longitudeE7 } + high.longitudeE7) / 2),
        static_cast<std::int32_t>((std::int64_t { low.latitudeE7 } + high.latitudeE7) / 2) };
}

} // namespace huying
