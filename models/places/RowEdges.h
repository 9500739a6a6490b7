#pragma once

#include <domain/County.h>

#include <cstdint>
#include <span>
#include <vector>

namespace huying
{

/// Rows of equal height over a rectangle, southernmost first; heights and places in ten-millionths of a degree.
struct RasterSide {
    std::int32_t first = 0; ///< where it begins
    std::int32_t step = 1; ///< of a cell, at least 1
    int count = 0; ///< of cells

    /// The cell of `place`, which lies between the first and the last.
    int cellOf(std::int64_t place) const { return static_cast<int>((place - first) / step); }
    bool contains(std::int64_t place) const { return place >= first && place < first + std::int64_t { step } * count; }
};

/// A stretch of border.
struct Edge {
    GeoPoint from;
    GeoPoint to;
};

/// Whether the ray from `point` to the east crosses `edge`: exactly, and the same for an edge and its reverse, so that
/// of two regions that share a border a point on it lies in one.
bool crosses(GeoPoint point, const Edge &edge);

/// The borders of many shapes, cut into rows: which edges of a shape a point in a row has to be tried against.
class RowEdges
{
public:
    RowEdges() = default;
    RowEdges(std::span<const Region *const> regions, const RasterSide &rows);

    std::span<const Edge> at(std::uint32_t shape, int row) const;
    /// Whether `point`, which lies in `row`, is inside `shape`: an odd number of its borders lies to the east.
    bool contains(std::uint32_t shape, int row, GeoPoint point) const;
    /// The rows that `shape` reaches into: the first, and one behind the last.
    std::pair<int, int> rowsOf(std::uint32_t shape) const;

private:
    struct Shape {
        int firstRow = 0;
        int rowCount = 0;
        std::uint32_t start = 0; ///< of its rows in `starts_`
    };
    std::vector<Shape> shapes_;
    std::vector<std::uint32_t> starts_; ///< where each row of each shape begins in `edges_`, and where its last ends
    std::vector<Edge> edges_;
};

/// Tells each edge of all rings of `region`.
template <class Tell>
void forEachEdge(const Region &region, Tell tell)
{
    for (const Polygon &polygon : region.shape) {
        for (const Ring &ring : polygon) {
            for (std::size_t i = 0, last = ring.size() - 1; i < ring.size(); last = i++) {
                if (ring[last] != ring[i]) {
                    tell(Edge { ring[last], ring[i] });
                }
            }
        }
    }
}

} // namespace huying
