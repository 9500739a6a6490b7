#include "GeoArea.h"

#include <algorithm>

namespace huying
{

namespace
{

/// Whether the ray from `point` to the east crosses the edge; an end belongs to the edge when it is the lower one.
bool crosses(GeoPoint point, GeoPoint from, GeoPoint to)
{
    if ((from.latitudeE7 > point.latitudeE7) == (to.latitudeE7 > point.latitudeE7)) {
        return false;
    }
    // Exact for all places of the world: its products stay below 64 bits, and a mad point does not overflow.
    const auto across = [](std::int64_t a, std::int64_t b) { return static_cast<long double>(a - b); };
    const long double left = across(point.longitudeE7, from.longitudeE7) * across(to.latitudeE7, from.latitudeE7);
    const long double right = across(to.longitudeE7, from.longitudeE7) * across(point.latitudeE7, from.latitudeE7);
    return to.latitudeE7 > from.latitudeE7 ? left < right : left > right;
}

} // namespace

bool GeoArea::contains(GeoPoint point) const
{
    bool isInside = false;
    for (std::size_t i = 0, last = corners.size() - 1; i < corners.size(); last = i++) {
        isInside = isInside != crosses(point, corners[last], corners[i]);
    }
    return isInside && !isEmpty();
}

GeoArea::Box GeoArea::box() const
{
    Box box { corners.front(), corners.front() };
    for (const GeoPoint &corner : corners) {
        box.southWest.longitudeE7 = std::min(box.southWest.longitudeE7, corner.longitudeE7);
        box.southWest.latitudeE7 = std::min(box.southWest.latitudeE7, corner.latitudeE7);
        box.northEast.longitudeE7 = std::max(box.northEast.longitudeE7, corner.longitudeE7);
        box.northEast.latitudeE7 = std::max(box.northEast.latitudeE7, corner.latitudeE7);
    }
    return box;
}

} // namespace huying
