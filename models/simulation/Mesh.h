#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace huying
{

/// A place on the drawing plane of the simulated county: decimetres east and north of its middle.
struct PlanePoint {
    std::int32_t x = 0;
    std::int32_t y = 0;

    auto operator<=>(const PlanePoint &) const = default;
};

/// Twice the signed area of a, b, c: positive when they turn left.
std::int64_t turn(PlanePoint a, PlanePoint b, PlanePoint c);

/// Whether `point` lies in the polygon `ring` (even-odd, the border belongs to one side).
bool lies(PlanePoint point, std::span<const PlanePoint> ring);

/// A triangle of three sites turning left; `beyond[k]` is the triangle across the edge corner[k], corner[k + 1].
struct Triangle {
    std::array<int, 3> corner { -1, -1, -1 };
    std::array<int, 3> beyond { -1, -1, -1 };

    bool operator==(const Triangle &) const = default;
};

/// The Delaunay triangulation of sites, exact in whole numbers and so the same everywhere.
/// Three far corners follow after the sites: every site has a full ring of triangles around it.
struct Mesh {
    std::vector<PlanePoint> sites; ///< those given and the three far ones
    std::vector<Triangle> triangles;

    /// The point in the middle of triangle `index`; it lies strictly within it.
    PlanePoint middle(int index) const;
};

/// The sites must differ and lie within 30 km of the middle.
Mesh meshOf(std::span<const PlanePoint> sites);

} // namespace huying
