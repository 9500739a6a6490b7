#include "RegionRaster.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace huying
{

namespace
{

constexpr int fewestCells = 256; ///< along the longer side
constexpr int mostCells = 1024;

bool isOnGlobe(const Region &region)
{
    bool isOn = !region.shape.empty();
    forEachEdge(region, [&isOn](const Edge &edge) {
        isOn = isOn && std::abs(std::int64_t { edge.from.longitudeE7 }) <= 1'800'000'000
            && std::abs(std::int64_t { edge.from.latitudeE7 }) <= 900'000'000;
    });
    return isOn;
}

/// Where `edge` runs through the band of latitudes from `low` to `high`: its westernmost and easternmost longitude
/// there, a hair too far rather than too near.
std::pair<std::int64_t, std::int64_t> span(const Edge &edge, std::int64_t low, std::int64_t high)
{
    const auto at = [&edge](std::int64_t latitude) {
        const double rise = double(edge.to.latitudeE7) - edge.from.latitudeE7;
        const double share = rise == 0 ? 0 : std::clamp((double(latitude) - edge.from.latitudeE7) / rise, 0.0, 1.0);
        return edge.from.longitudeE7 + share * (double(edge.to.longitudeE7) - edge.from.longitudeE7);
    };
    const bool isLevel = edge.from.latitudeE7 == edge.to.latitudeE7;
    const double one = isLevel ? edge.from.longitudeE7 : at(low);
    const double other = isLevel ? edge.to.longitudeE7 : at(high);
    return { std::llround(std::floor(std::min(one, other))) - 1, std::llround(std::ceil(std::max(one, other))) + 1 };
}

/// Where the borders of `shape` cross `latitude`, from west to east.
std::vector<double> crossings(const RowEdges &edges, std::uint32_t shape, int row, std::int32_t latitude)
{
    std::vector<double> places;
    for (const Edge &edge : edges.at(shape, row)) {
        if ((edge.from.latitudeE7 > latitude) != (edge.to.latitudeE7 > latitude)) {
            const double share =
                (double(latitude) - edge.from.latitudeE7) / (double(edge.to.latitudeE7) - edge.from.latitudeE7);
            places.push_back(edge.from.longitudeE7 + share * (double(edge.to.longitudeE7) - edge.from.longitudeE7));
        }
    }
    std::ranges::sort(places);
    return places;
}

/// Cuts from `low` to `high` into cells of equal size.
RasterSide side(std::int32_t low, std::int32_t high, std::int64_t step)
{
    const std::int64_t length = std::int64_t { high } - low + 1;
    return { low, static_cast<std::int32_t>(step), static_cast<int>((length + step - 1) / step) };
}

} // namespace

RegionRaster::RegionRaster(const std::vector<const Region *> &regions)
{
    static const Region nowhere;
    std::vector<const Region *> good = regions;
    std::ranges::replace_if(good, [](const Region *region) { return !isOnGlobe(*region); }, &nowhere);
    measure(good);
    if (columns_.count > 0) {
        edges_ = RowEdges(good, rows_);
        lay(good.size());
    }
}

void RegionRaster::measure(const std::vector<const Region *> &regions)
{
    constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
    GeoPoint low { most, most };
    GeoPoint high { -most, -most };
    for (const Region *region : regions) {
        forEachEdge(*region, [&](const Edge &edge) {
            low = { std::min(low.longitudeE7, edge.from.longitudeE7), std::min(low.latitudeE7, edge.from.latitudeE7) };
            high = { std::max(high.longitudeE7, edge.from.longitudeE7),
                std::max(high.latitudeE7, edge.from.latitudeE7) };
        });
    }
    if (high.longitudeE7 < low.longitudeE7) {
        return;
    }
    const auto wanted = std::clamp(static_cast<int>(16 * std::sqrt(double(regions.size()))), fewestCells, mostCells);
    const std::int64_t longest = std::max(
        std::int64_t { high.longitudeE7 } - low.longitudeE7, std::int64_t { high.latitudeE7 } - low.latitudeE7);
    const std::int64_t step = longest / wanted + 1;
    columns_ = side(low.longitudeE7, high.longitudeE7, step);
    rows_ = side(low.latitudeE7, high.latitudeE7, step);
}

/// First the cells that borders run through, then what lies between them.
void RegionRaster::lay(std::size_t regions)
{
    const auto count = static_cast<std::size_t>(columns_.count) * static_cast<std::size_t>(rows_.count);
    cells_.assign(count, 0);
    Claims claims { {}, std::vector<bool>(count) };
    for (std::uint32_t region = 0; region < regions; ++region) {
        claimBorders(region, claims);
    }
    std::vector<std::uint32_t> borders(count); // the region + 1 whose border has been seen in a cell
    std::size_t claim = 0;
    const std::size_t ofBorders = claims.all.size();
    for (std::uint32_t region = 0; region < regions; ++region) {
        for (; claim < ofBorders && claims.all[claim].region == region; ++claim) {
            borders[claims.all[claim].cell] = region + 1;
        }
        fillBetween(region, borders, claims);
    }
    keep(std::move(claims.all));
}

template <class Tell>
void RegionRaster::forEachRow(std::uint32_t region, Tell tell) const
{
    const auto [first, end] = edges_.rowsOf(region);
    for (int row = first; row < end; ++row) {
        tell(row, rows_.first + std::int64_t { row } * rows_.step);
    }
}

void RegionRaster::claimBorders(std::uint32_t region, Claims &claims) const
{
    forEachRow(region, [&](int row, std::int64_t south) {
        for (const Edge &edge : edges_.at(region, row)) {
            const auto [west, east] = span(edge, south, south + rows_.step);
            const int last = std::min(columns_.cellOf(east), columns_.count - 1);
            for (int column = std::max(columns_.cellOf(west), 0); column <= last; ++column) {
                const std::size_t cell = cellAt(column, row);
                claims.all.push_back({ static_cast<std::uint32_t>(cell), region });
                claims.isMixed[cell] = true;
            }
        }
    });
}

void RegionRaster::fillBetween(std::uint32_t region, const std::vector<std::uint32_t> &borders, Claims &claims)
{
    forEachRow(region, [&](int row, std::int64_t south) {
        const auto middle = static_cast<std::int32_t>(south + rows_.step / 2);
        const std::vector<double> places = crossings(edges_, region, row, middle);
        for (std::size_t i = 0; i + 1 < places.size(); i += 2) {
            const int last = columns_.cellOf(std::llround(places[i + 1]));
            for (int column = columns_.cellOf(std::llround(places[i])); column <= last; ++column) {
                const std::size_t cell = cellAt(column, row);
                if (borders[cell] != region + 1) {
                    fill(cell, region, claims);
                }
            }
        }
    });
}

/// Gives the cell to `region`, unless another has a claim on it too.
void RegionRaster::fill(std::size_t cell, std::uint32_t region, Claims &claims)
{
    if (cells_[cell] == 0 && !claims.isMixed[cell]) {
        cells_[cell] = region + 1;
        return;
    }
    claims.all.push_back({ static_cast<std::uint32_t>(cell), region });
    if (const std::uint32_t before = std::exchange(cells_[cell], 0); before != 0) {
        claims.all.push_back({ static_cast<std::uint32_t>(cell), before - 1 });
    }
    claims.isMixed[cell] = true;
}

void RegionRaster::keep(std::vector<Claim> claims)
{
    std::ranges::sort(claims);
    const auto doubled = std::ranges::unique(claims);
    claims.erase(doubled.begin(), doubled.end());
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (i == 0 || claims[i].cell != claims[i - 1].cell) {
            cells_[claims[i].cell] = mixed | static_cast<std::uint32_t>(starts_.size());
            starts_.push_back(static_cast<std::uint32_t>(i));
        }
        claims_.push_back(claims[i].region);
    }
    starts_.push_back(static_cast<std::uint32_t>(claims_.size()));
}

std::optional<std::uint32_t> RegionRaster::find(GeoPoint point) const
{
    if (!columns_.contains(point.longitudeE7) || !rows_.contains(point.latitudeE7)) {
        return std::nullopt;
    }
    const int row = rows_.cellOf(point.latitudeE7);
    const std::uint32_t cell = cells_[cellAt(columns_.cellOf(point.longitudeE7), row)];
    if ((cell & mixed) == 0) {
        return cell == 0 ? std::nullopt : std::optional(cell - 1);
    }
    const std::uint32_t *start = starts_.data() + (cell & ~mixed);
    for (std::uint32_t claim = start[0]; claim < start[1]; ++claim) {
        if (edges_.contains(claims_[claim], row, point)) {
            return claims_[claim];
        }
    }
    return std::nullopt;
}

} // namespace huying
