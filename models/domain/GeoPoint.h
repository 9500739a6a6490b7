#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace huying
{

/// A place in WGS-84, kept in ten-millionths of a degree (1.1 cm), so that it is exact in every file it travels in.
struct GeoPoint {
    std::int32_t longitudeE7 = 0;
    std::int32_t latitudeE7 = 0;

    static GeoPoint fromDegrees(double longitude, double latitude)
    {
        return { static_cast<std::int32_t>(std::lround(longitude * 1e7)),
            static_cast<std::int32_t>(std::lround(latitude * 1e7)) };
    }
    double longitude() const { return longitudeE7 / 1e7; }
    double latitude() const { return latitudeE7 / 1e7; }

    auto operator<=>(const GeoPoint &) const = default;
};

/// The system in which a coordinate was given (interop.md, "Places").
enum class Datum : std::uint8_t { Wgs84, Cgcs2000, Gcj02, Bd09 };

} // namespace huying
