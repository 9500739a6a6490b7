#include "ShiftCheck.h"

#include <domain/Datum.h>
#include <domain/Directory.h>
#include <domain/GeoArea.h>

#include <algorithm>
#include <cmath>

namespace huying
{

/// The rings of a region; inside is what an odd number of them encloses.
struct ShiftCheck::Borders {
    std::vector<GeoArea> rings;
    std::vector<GeoArea::Box> boxes;

    bool contains(GeoPoint point) const
    {
        bool isInside = false;
        for (std::size_t i = 0; i < rings.size(); ++i) {
            const GeoArea::Box &box = boxes[i];
            const bool isNear = point.longitudeE7 >= box.southWest.longitudeE7
                && point.longitudeE7 <= box.northEast.longitudeE7 && point.latitudeE7 >= box.southWest.latitudeE7
                && point.latitudeE7 <= box.northEast.latitudeE7;
            isInside = isInside != (isNear && rings[i].contains(point));
        }
        return isInside;
    }
};

ShiftCheck::ShiftCheck(const GeoLayer &layer) : _level(layer.level)
{
    for (const MapFeature &feature : layer.features) {
        Borders borders;
        for (const Polygon &area : feature.areas) {
            for (const Ring &ring : area) {
                borders.rings.push_back({ ring });
                borders.boxes.push_back(borders.rings.back().box());
            }
        }
        _borders.emplace_back(feature.region, std::move(borders));
    }
    std::ranges::sort(_borders, {}, [](const auto &each) -> const RegionCode & { return each.first; });
}

ShiftCheck::~ShiftCheck() = default;

void ShiftCheck::add(const RegionCode &region, GeoPoint point)
{
    const auto code = regionAt(region, _level);
    if (!code) {
        return;
    }
    const auto found = std::ranges::lower_bound(
        _borders, *code, {}, [](const auto &each) -> const RegionCode & { return each.first; });
    if (found == _borders.end() || found->first != *code) {
        return;
    }
    // Moving the ticket the other way is moving the borders.
    ++_shares.tickets;
    _shares.asGiven += found->second.contains(point) ? 1 : 0;
    _shares.ifBordersWereGcj02 += found->second.contains(fromWgs84(point, Datum::Gcj02)) ? 1 : 0;
    _shares.ifBordersWereWgs84 += found->second.contains(toWgs84(point, Datum::Gcj02)) ? 1 : 0;
}

std::optional<ShiftSuspicion> suspicionOf(const ShiftShares &shares)
{
    const int best = std::max(shares.ifBordersWereGcj02, shares.ifBordersWereWgs84);
    const int more = best - shares.asGiven;
    const bool isNearlyAll = best * 100LL >= shares.tickets * 95LL;
    const bool isMuch = more * 200LL >= shares.tickets && more > 3 * std::sqrt(double(shares.tickets - shares.asGiven));
    if (shares.tickets == 0 || !isNearlyAll || !isMuch) {
        return std::nullopt;
    }
    return best == shares.ifBordersWereGcj02 ? ShiftSuspicion::BordersAreGcj02 : ShiftSuspicion::BordersAreWgs84;
}

} // namespace huying
