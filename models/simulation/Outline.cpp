#include "Outline.h"

#include "Random.h"

#include <algorithm>

namespace huying
{

namespace
{

/// The point at `share` of the way from `a` to `b`, in thousandths.
PlanePoint between(PlanePoint a, PlanePoint b, std::int64_t share)
{
    return { static_cast<std::int32_t>(a.x + (b.x - a.x) * share / 1000),
        static_cast<std::int32_t>(a.y + (b.y - a.y) * share / 1000) };
}

} // namespace

Outline::Outline(const Mesh &mesh, std::uint64_t seed, std::function<int(int, int)> bends)
    : _mesh(mesh), _seed(seed), _bends(std::move(bends))
{
    _trianglesOfSite.resize(mesh.sites.size());
    for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
        for (const int corner : mesh.triangles[t].corner) {
            _trianglesOfSite[static_cast<std::size_t>(corner)].push_back(static_cast<int>(t));
        }
    }
}

int Outline::exitOf(int index, const std::vector<bool> &isInside) const
{
    const Triangle &here = _mesh.triangles[static_cast<std::size_t>(index)];
    for (std::size_t k = 0; k < 3; ++k) {
        if (!isInside[static_cast<std::size_t>(here.corner[k])]
            && isInside[static_cast<std::size_t>(here.corner[(k + 1) % 3])]) {
            return static_cast<int>(k);
        }
    }
    return -1;
}

std::vector<std::vector<PlanePoint>> Outline::around(std::span<const int> sites) const
{
    std::vector<bool> isInside(_mesh.sites.size(), false);
    for (const int site : sites) {
        isInside[static_cast<std::size_t>(site)] = true;
    }
    std::vector<std::vector<PlanePoint>> rings;
    std::vector<bool> passed(_mesh.triangles.size(), false);
    for (const int site : sites) {
        for (const int first : _trianglesOfSite[static_cast<std::size_t>(site)]) {
            if (passed[static_cast<std::size_t>(first)] || exitOf(first, isInside) < 0) {
                continue;
            }
            std::vector<PlanePoint> &ring = rings.emplace_back();
            for (int here = first; !passed[static_cast<std::size_t>(here)];) {
                passed[static_cast<std::size_t>(here)] = true;
                const Triangle &triangle = _mesh.triangles[static_cast<std::size_t>(here)];
                const auto k = static_cast<std::size_t>(exitOf(here, isInside));
                ring.push_back(_mesh.middle(here));
                follow(ring, here, triangle.beyond[k], triangle.corner[(k + 1) % 3], triangle.corner[k]);
                here = triangle.beyond[k];
            }
        }
    }
    return rings;
}

/// Adds the bends of the border of `inside` and `outside` from triangle `from` to `to`. They are made once and for all
/// for the pair of sites, in the direction in which the lower one is inside.
void Outline::follow(std::vector<PlanePoint> &ring, int from, int to, int inside, int outside) const
{
    const bool isForward = inside < outside;
    const int low = std::min(inside, outside);
    const int high = std::max(inside, outside);
    const PlanePoint a = _mesh.sites[static_cast<std::size_t>(low)];
    const PlanePoint b = _mesh.sites[static_cast<std::size_t>(high)];
    const PlanePoint start = _mesh.middle(isForward ? from : to);
    const PlanePoint end = _mesh.middle(isForward ? to : from);
    const int bends = _bends(low, high);
    const int half = bends / 2;
    Random random(_seed, { static_cast<std::uint64_t>(low), static_cast<std::uint64_t>(high) });
    std::vector<PlanePoint> made;
    for (int i = 1; i <= bends; ++i) {
        const PlanePoint foot = i <= half ? start : end;
        const int steps = std::min(i, bends + 1 - i);
        const std::int64_t spread = bends == 1 ? 90 : 130;
        const PlanePoint onEdge = between(a, b, random.between(500 - spread, 500 + spread));
        made.push_back(between(foot, onEdge, 1000 * steps / (half + 1)));
    }
    if (!isForward) {
        std::ranges::reverse(made);
    }
    ring.insert(ring.end(), made.begin(), made.end());
}

std::int64_t doubledArea(std::span<const PlanePoint> ring)
{
    std::int64_t area = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        area += std::int64_t { ring[j].x } * ring[i].y - std::int64_t { ring[i].x } * ring[j].y;
    }
    return area;
}

} // namespace huying
