#pragma once

#include "Mesh.h"

#include <functional>

namespace huying
{

/// The borders of cells and of unions of cells of one mesh. A cell's border runs through the middles of the triangles
/// around its site and bends between them, within the two triangles it passes through: neighbours share every point,
/// and no two borders cross.
class Outline
{
public:
    /// `bends` tells how many bends lie between two middles on the border of two sites (1, 3 or 5).
    Outline(const Mesh &mesh, std::uint64_t seed, std::function<int(int, int)> bends);

    /// The rings around `sites`, each turning left around what is inside: outer rings turn left, holes right.
    std::vector<std::vector<PlanePoint>> around(std::span<const int> sites) const;

private:
    void follow(std::vector<PlanePoint> &ring, int from, int to, int inside, int outside) const;

    /// The corner of triangle `index` at which a border leaves it, counted from the site outside; -1 where none does.
    int exitOf(int index, const std::vector<bool> &isInside) const;

    const Mesh &_mesh;
    std::vector<std::vector<int>> _trianglesOfSite;
    std::uint64_t _seed;
    std::function<int(int, int)> _bends;
};

/// Twice the area within `ring`, positive when it turns left.
std::int64_t doubledArea(std::span<const PlanePoint> ring);

} // namespace huying
