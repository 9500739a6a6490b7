#pragma once

#include "RegionRaster.h"

#include <map>

namespace huying
{

/// The regions in which a point lies. A code is empty where no region of its level is drawn there.
struct Whereabouts {
    RegionCode township;
    RegionCode village;
    RegionCode grid;
    bool isInside = false; ///< in the county, whether or not a narrower region is known

    /// The code of the narrowest of them; empty outside.
    const RegionCode &narrowest() const;
    bool operator==(const Whereabouts &) const = default;
};

/// Which place is it: a point's grid, village and township by the shapes of the county's regions. Prepared once, some
/// tens of milliseconds for a county (bench_places); after that a point costs about a tenth of a microsecond.
/// A point on a border that two regions share lies in one of them, and always in the same. A value; asking is for any
/// number of threads.
class PlaceIndex
{
public:
    PlaceIndex() = default;
    explicit PlaceIndex(const std::map<RegionCode, Region> &regions);

    /// No region has a shape: nothing can be said of any point.
    bool isEmpty() const;
    /// The narrowest region decides and names the wider ones by its code; where it is missing the next wider is asked.
    Whereabouts at(GeoPoint point) const;
    /// Whether `point` lies outside the county; false where that cannot be known.
    bool isOutside(GeoPoint point) const { return !isEmpty() && !at(point).isInside; }

private:
    struct Level {
        RegionRaster raster;
        std::vector<RegionCode> codes;
    };
    const RegionCode *find(RegionLevel level, GeoPoint point) const;

    std::array<Level, regionLevelNames.size()> levels_;
};

} // namespace huying
