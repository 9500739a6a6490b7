#pragma once

#include <domain/County.h>

namespace huying
{

/// The borders of a region as they came from a file. WGS-84.
struct MapFeature {
    RegionCode region;
    std::string name;
    GeoPoint centre; ///< within it, where its name belongs
    std::vector<Polygon> areas;

    bool operator==(const MapFeature &) const = default;
};

/// Borders of one level that were taken from a file, one feature for each region.
struct GeoLayer {
    RegionLevel level = RegionLevel::County;
    std::string file; ///< its name, without folder
    std::string system; ///< the coordinate system in which it came, as `GCJ-02` or `CGCS2000/GK3-38`
    std::vector<MapFeature> features;

    bool operator==(const GeoLayer &) const = default;
};

} // namespace huying
