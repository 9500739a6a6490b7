#include "Places.h"

#include <algorithm>
#include <array>

namespace huying
{

namespace
{

/// How much the townships report for each resident, in percent, in the order of their codes.
constexpr std::array<std::uint64_t, 10> eagerness { 150, 92, 78, 118, 101, 70, 112, 90, 116, 132 };

GeoPoint somewhereIn(const Region &grid, Random &random)
{
    const Ring &ring = grid.shape.front().front();
    const auto [west, east] = std::ranges::minmax(ring, {}, &GeoPoint::longitudeE7);
    const auto [south, north] = std::ranges::minmax(ring, {}, &GeoPoint::latitudeE7);
    for (int attempt = 0; attempt < 40; ++attempt) {
        const GeoPoint point { static_cast<std::int32_t>(random.between(west.longitudeE7, east.longitudeE7)),
            static_cast<std::int32_t>(random.between(south.latitudeE7, north.latitudeE7)) };
        if (lies(point, grid)) {
            return point;
        }
    }
    return grid.centre;
}

/// 东, 西, 南 or 北, as `point` lies from `middle`.
std::string_view direction(GeoPoint middle, GeoPoint point)
{
    const std::int32_t east = (point.longitudeE7 - middle.longitudeE7) / 5 * 4; // a degree east is the shorter one
    const std::int32_t north = point.latitudeE7 - middle.latitudeE7;
    if (std::abs(east) > std::abs(north)) {
        return east > 0 ? "东" : "西";
    }
    return north > 0 ? "北" : "南";
}

} // namespace

TicketPlaces::TicketPlaces(const SimulatedCounty &county)
{
    std::map<std::string_view, const Region *> byCode;
    std::map<std::string_view, std::size_t> townships;
    std::uint64_t sum = 0;
    for (const Region &region : county.regions) {
        const std::string_view code = region.code.text;
        byCode[code] = &region;
        if (region.level == RegionLevel::Township) {
            townships.emplace(code, townships.size());
        }
        if (region.level != RegionLevel::Grid) {
            continue;
        }
        const std::size_t township = townships.at(code.substr(0, 9));
        _byCode.emplace(region.code, _spots.size());
        _spots.push_back(
            { &region, byCode.at(code.substr(0, 12)), byCode.at(code.substr(0, 9)), township, _spots.size() });
        sum += static_cast<std::uint64_t>(region.residents) * eagerness[township % eagerness.size()];
        _weightUpTo.push_back(sum);
    }
}

const Spot &TicketPlaces::anySpot(Random &random) const
{
    const auto at = std::ranges::upper_bound(_weightUpTo, std::uint64_t { random.below(_weightUpTo.back()) });
    return _spots[static_cast<std::size_t>(at - _weightUpTo.begin())];
}

const Spot *TicketPlaces::spotOf(const RegionCode &code) const
{
    const auto found = _byCode.find(code);
    return found == _byCode.end() ? nullptr : &_spots[found->second];
}

Place TicketPlaces::placeIn(const Spot &spot, Random &random, const Phrases &phrases, Gaps &gaps) const
{
    Place place;
    place.region = spot.grid->code;
    place.point = somewhereIn(*spot.grid, random);
    gaps.village = spot.village->name;
    gaps.direction = direction(spot.village->centre, *place.point);
    gaps.place = phrases.say(spot.grid->isUrban ? "place town" : "place village", random, gaps);
    place.text = spot.township->name;
    place.text += ' ';
    place.text += spot.village->name;
    place.text += ' ';
    place.text += gaps.place;
    return place;
}

GeoPoint TicketPlaces::besides(const Spot &spot, GeoPoint near, Random &random) const
{
    const GeoPoint point { near.longitudeE7 + static_cast<std::int32_t>(random.between(-3'000, 3'000)),
        near.latitudeE7 + static_cast<std::int32_t>(random.between(-2'700, 2'700)) };
    return lies(point, *spot.grid) ? point : near;
}

bool lies(GeoPoint point, const Region &region)
{
    bool inside = false;
    for (const Polygon &polygon : region.shape) {
        for (const Ring &ring : polygon) {
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                const GeoPoint a = ring[j], b = ring[i];
                if ((a.latitudeE7 > point.latitudeE7) == (b.latitudeE7 > point.latitudeE7)) {
                    continue;
                }
                const std::int64_t turn =
                    std::int64_t { b.longitudeE7 - a.longitudeE7 } * (point.latitudeE7 - a.latitudeE7)
                    - std::int64_t { b.latitudeE7 - a.latitudeE7 } * (point.longitudeE7 - a.longitudeE7);
                inside ^= (turn > 0) == (b.latitudeE7 > a.latitudeE7);
            }
        }
    }
    return inside;
}

} // namespace huying
