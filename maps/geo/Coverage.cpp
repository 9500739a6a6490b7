#include "Coverage.h"

#include "Geos.h"

#include <cmath>

namespace huying
{

std::optional<Mending> mend(std::vector<Polygon> &areas)
{
    const Geos geos(middleOf(std::span(&areas, 1)));
    const Geos::Geometry given = geos.multiPolygon(areas);
    GEOSGeometry *where = nullptr;
    const bool isSound =
        given && GEOSisValidDetail_r(geos.handle(), given.get(), 0, nullptr, &where) == 1 && where == nullptr;
    const Geos::Geometry place = geos.owned(where);
    if (isSound) {
        areas = geos.areasIn(given.get());
        return std::nullopt;
    }
    Mending mending;
    if (place) {
        mending.at = geos.placeWithin(place.get());
    }
    const Geos::Geometry sound = geos.owned(given ? GEOSMakeValid_r(geos.handle(), given.get()) : nullptr);
    areas = sound ? geos.areasIn(sound.get()) : std::vector<Polygon>();
    mending.squareMetres =
        std::abs((sound ? geos.squareMetres(sound.get()) : 0) - (given ? geos.squareMetres(given.get()) : 0));
    return mending;
}

double squareMetresOf(std::span<const Polygon> areas)
{
    const std::vector<Polygon> copy(areas.begin(), areas.end());
    const Geos geos(middleOf(std::span(&copy, 1)));
    const Geos::Geometry geometry = geos.multiPolygon(areas);
    return geometry ? geos.squareMetres(geometry.get()) : 0;
}

GeoPoint placeWithin(std::span<const Polygon> areas)
{
    const std::vector<Polygon> copy(areas.begin(), areas.end());
    const Geos geos(middleOf(std::span(&copy, 1)));
    const Geos::Geometry geometry = geos.multiPolygon(areas);
    return geometry ? geos.placeWithin(geometry.get()) : GeoPoint {};
}

void simplify(std::span<std::vector<Polygon>> siblings, double toleranceMetres)
{
    const Geos geos(middleOf(siblings));
    std::vector<Geos::Geometry> parts;
    for (const std::vector<Polygon> &areas : siblings) {
        parts.push_back(geos.multiPolygon(areas));
        if (!parts.back()) {
            return;
        }
    }
    const Geos::Geometry all = geos.collection(std::move(parts));
    const Geos::Geometry simpler =
        geos.owned(all ? GEOSCoverageSimplifyVW_r(geos.handle(), all.get(), toleranceMetres, 0) : nullptr);
    if (!simpler || std::size_t(GEOSGetNumGeometries_r(geos.handle(), simpler.get())) != siblings.size()) {
        return;
    }
    for (std::size_t i = 0; i < siblings.size(); ++i) {
        auto areas = geos.areasIn(GEOSGetGeometryN_r(geos.handle(), simpler.get(), static_cast<int>(i)));
        if (!areas.empty()) {
            siblings[i] = std::move(areas);
        }
    }
}

} // namespace huying
