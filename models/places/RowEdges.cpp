#include "RowEdges.h"

#include <algorithm>

namespace huying
{

namespace
{

std::pair<int, int> rowsUnder(const Edge &edge, const RasterSide &rows)
{
    const auto [low, high] = std::minmax(edge.from.latitudeE7, edge.to.latitudeE7);
    return { rows.cellOf(low), rows.cellOf(high) };
}

} // namespace

bool crosses(GeoPoint point, const Edge &edge)
{
    const auto &[from, to] = edge;
    if ((from.latitudeE7 > point.latitudeE7) == (to.latitudeE7 > point.latitudeE7)) {
        return false;
    }
    // On the globe no product is longer than 360 x 180 degrees, which is below 2^63.
    const auto across = [](std::int64_t a, std::int64_t b) { return a - b; };
    const std::int64_t left = across(point.longitudeE7, from.longitudeE7) * across(to.latitudeE7, from.latitudeE7);
    const std::int64_t right = across(to.longitudeE7, from.longitudeE7) * across(point.latitudeE7, from.latitudeE7);
    return to.latitudeE7 > from.latitudeE7 ? left < right : left > right;
}

RowEdges::RowEdges(std::span<const Region *const> regions, const RasterSide &rows)
{
    for (const Region *region : regions) {
        Shape shape { rows.count, 0, static_cast<std::uint32_t>(starts_.size()) };
        int last = -1;
        forEachEdge(*region, [&](const Edge &edge) {
            const auto [low, high] = rowsUnder(edge, rows);
            shape.firstRow = std::min(shape.firstRow, low);
            last = std::max(last, high);
        });
        shape.rowCount = std::max(last - shape.firstRow + 1, 0);
        std::vector<std::uint32_t> counts(static_cast<std::size_t>(shape.rowCount) + 1);
        const auto forEachRow = [&](auto tell) {
            forEachEdge(*region, [&](const Edge &edge) {
                for (auto [row, high] = rowsUnder(edge, rows); row <= high; ++row) {
                    tell(static_cast<std::size_t>(row - shape.firstRow), edge);
                }
            });
        };
        forEachRow([&](std::size_t row, const Edge &) { ++counts[row]; });
        auto next = static_cast<std::uint32_t>(edges_.size());
        for (std::uint32_t &count : counts) {
            starts_.push_back(next);
            next += std::exchange(count, next);
        }
        edges_.resize(next);
        forEachRow([&](std::size_t row, const Edge &edge) { edges_[counts[row]++] = edge; });
        shapes_.push_back(shape);
    }
}

std::span<const Edge> RowEdges::at(std::uint32_t shape, int row) const
{
    const Shape &found = shapes_[shape];
    if (row < found.firstRow || row >= found.firstRow + found.rowCount) {
        return {};
    }
    const std::uint32_t *start = starts_.data() + found.start + static_cast<std::uint32_t>(row - found.firstRow);
    return { edges_.data() + start[0], edges_.data() + start[1] };
}

bool RowEdges::contains(std::uint32_t shape, int row, GeoPoint point) const
{
    bool isInside = false;
    for (const Edge &edge : at(shape, row)) {
        isInside = isInside != crosses(point, edge);
    }
    return isInside;
}

std::pair<int, int> RowEdges::rowsOf(std::uint32_t shape) const
{
    const Shape &found = shapes_[shape];
    return { found.firstRow, found.firstRow + found.rowCount };
}

} // namespace huying
