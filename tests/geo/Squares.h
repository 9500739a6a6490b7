#pragma once

#include <domain/County.h>

namespace huying
{

/// A square region of about 100 m, `east` and `north` squares from a place in the county.
inline std::vector<Polygon> square(double east, double north, double size = 1)
{
    const auto corner = [](double x, double y) {
        return GeoPoint { 1'150'000'000 + std::int32_t(x * 10'000), 372'000'000 + std::int32_t(y * 10'000) };
    };
    return { { { corner(east, north), corner(east + size, north), corner(east + size, north + size),
        corner(east, north + size) } } };
}

} // namespace huying
