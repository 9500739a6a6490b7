#pragma once

#include "Mesh.h"

#include <domain/GeoPoint.h>

namespace huying
{

// WGS-84 at 37.22 N: a degree east is 88,754 m and a degree north 110,982 m; ten-millionths of a degree to 1,000 dm.
inline constexpr std::int64_t eastPerThousand = 11'267;
inline constexpr std::int64_t northPerThousand = 9'010;
inline constexpr GeoPoint middleOfPlane { 1'150'400'000, 372'200'000 };

/// Where a place of the drawing plane lies on Earth.
inline GeoPoint placed(PlanePoint p)
{
    return { static_cast<std::int32_t>(middleOfPlane.longitudeE7 + p.x * eastPerThousand / 1000),
        static_cast<std::int32_t>(middleOfPlane.latitudeE7 + p.y * northPerThousand / 1000) };
}

/// The other way round; for places within some hundred kilometres of the middle.
inline PlanePoint onPlane(GeoPoint place)
{
    return { static_cast<std::int32_t>(
                 (std::int64_t { place.longitudeE7 } - middleOfPlane.longitudeE7) * 1000 / eastPerThousand),
        static_cast<std::int32_t>(
            (std::int64_t { place.latitudeE7 } - middleOfPlane.latitudeE7) * 1000 / northPerThousand) };
}

} // namespace huying
