#include "TicketGrid.h"

#include <algorithm>

namespace huying
{

HeatGrid gridOver(const std::vector<GeoPoint> &points)
{
    constexpr std::int32_t margin = 200'000; // about two kilometres, in ten-millionths of a degree
    if (points.empty()) {
        return gridAround(GeoPoint::fromDegrees(114.8, 37.0), GeoPoint::fromDegrees(115.3, 37.5));
    }
    const auto slip = std::ptrdiff_t(points.size() / 1000);
    const auto between = [&](std::int32_t GeoPoint::*side) {
        std::vector<std::int32_t> values;
        std::ranges::transform(points, std::back_inserter(values), side);
        std::ranges::sort(values);
        return std::pair(values[std::size_t(slip)] - margin, *(values.end() - 1 - slip) + margin);
    };
    const auto [west, east] = between(&GeoPoint::longitudeE7);
    const auto [south, north] = between(&GeoPoint::latitudeE7);
    return gridAround({ west, south }, { east, north });
}

} // namespace huying
