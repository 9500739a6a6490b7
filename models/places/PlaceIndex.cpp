#include "PlaceIndex.h"

#include <domain/Directory.h>

#include <algorithm>

namespace huying
{

const RegionCode &Whereabouts::narrowest() const
{
    return !grid.isEmpty() ? grid : !village.isEmpty() ? village : township;
}

PlaceIndex::PlaceIndex(const std::map<RegionCode, Region> &regions)
{
    std::array<std::vector<const Region *>, regionLevelNames.size()> byLevel;
    for (const auto &[code, region] : regions) {
        if (!region.shape.empty() && !region.until) {
            byLevel[static_cast<std::size_t>(region.level)].push_back(&region);
        }
    }
    for (std::size_t i = 0; i < levels_.size(); ++i) {
        levels_[i].raster = RegionRaster(byLevel[i]);
        std::ranges::transform(byLevel[i], std::back_inserter(levels_[i].codes), &Region::code);
    }
}

bool PlaceIndex::isEmpty() const
{
    return std::ranges::all_of(levels_, [](const Level &level) { return level.raster.isEmpty(); });
}

const RegionCode *PlaceIndex::find(RegionLevel level, GeoPoint point) const
{
    const Level &at = levels_[static_cast<std::size_t>(level)];
    const auto found = at.raster.find(point);
    return found ? &at.codes[*found] : nullptr;
}

Whereabouts PlaceIndex::at(GeoPoint point) const
{
    Whereabouts found;
    const std::array<std::pair<RegionLevel, RegionCode *>, 3> wanted { { { RegionLevel::Grid, &found.grid },
        { RegionLevel::Village, &found.village }, { RegionLevel::Township, &found.township } } };
    for (const auto &[level, code] : wanted) {
        // A narrower one has named it already.
        if (!code->isEmpty()) {
            continue;
        }
        if (const RegionCode *itself = find(level, point)) {
            for (const auto &[wider, widerCode] : wanted) {
                if (wider <= level && widerCode->isEmpty()) {
                    *widerCode = wider == level ? *itself : regionAt(*itself, wider).value_or(RegionCode {});
                }
            }
        }
    }
    found.isInside = !found.narrowest().isEmpty() || find(RegionLevel::County, point) != nullptr;
    return found;
}

} // namespace huying
