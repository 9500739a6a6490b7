#pragma once

#include <domain/GeoPoint.h>

#include <cmath>
#include <numbers>

namespace huying
{

/// A place in Web Mercator (EPSG:3857) as shares of the whole square: x from 0 at 180° W to 1 at 180° E,
/// y from 0 in the north to 1 in the south. Qt Location counts alike.
struct WorldPoint {
    double x = 0;
    double y = 0;

    bool operator==(const WorldPoint &) const = default;
};

/// A rectangle in the same measure; `left`, `top` is its north-western corner.
struct WorldRect {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;

    bool isEmpty() const { return width <= 0 || height <= 0; }
    WorldPoint centre() const { return { left + width / 2, top + height / 2 }; }
    bool contains(WorldPoint place) const
    {
        return place.x >= left && place.y >= top && place.x < left + width && place.y < top + height;
    }
    bool operator==(const WorldRect &) const = default;
};

inline WorldPoint toWorld(double longitude, double latitude)
{
    const double sine = std::sin(latitude * std::numbers::pi / 180);
    return { longitude / 360 + 0.5, 0.5 - std::atanh(sine) / (2 * std::numbers::pi) };
}

inline WorldPoint toWorld(GeoPoint point)
{
    return toWorld(point.longitude(), point.latitude());
}

inline double latitudeOf(WorldPoint place)
{
    return std::atan(std::sinh((0.5 - place.y) * 2 * std::numbers::pi)) * 180 / std::numbers::pi;
}

inline double longitudeOf(WorldPoint place)
{
    return (place.x - 0.5) * 360;
}

inline GeoPoint toGeo(WorldPoint place)
{
    return GeoPoint::fromDegrees(longitudeOf(place), latitudeOf(place));
}

/// How many true metres the whole width of the world would have at `latitude`, measured on the WGS-84 ellipsoid.
/// Web Mercator is not quite conformal there: east-west lengths are 0.2 % longer and north-south ones 0.2 % shorter at
/// 37°; areas are exact.
inline double metresPerWorld(double latitude)
{
    constexpr double equatorMetres = 6378137;
    constexpr double eccentricitySquared = 0.00669437999014;
    const double phi = latitude * std::numbers::pi / 180;
    const double bend = 1 - eccentricitySquared * std::sin(phi) * std::sin(phi);
    const double meanRadius = equatorMetres * std::sqrt(1 - eccentricitySquared) / bend;
    return 2 * std::numbers::pi * meanRadius * std::cos(phi);
}

} // namespace huying
