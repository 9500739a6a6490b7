#include "Mesh.h"

#include <algorithm>
#include <numeric>

namespace huying
{

namespace
{

__extension__ typedef __int128 Wide;

constexpr std::int32_t farAway = 4'000'000; // decimetres

/// Whether `p` lies strictly within the circle through a, b, c, which turn left.
bool inCircle(PlanePoint a, PlanePoint b, PlanePoint c, PlanePoint p)
{
    const auto ax = static_cast<Wide>(a.x - p.x), ay = static_cast<Wide>(a.y - p.y);
    const auto bx = static_cast<Wide>(b.x - p.x), by = static_cast<Wide>(b.y - p.y);
    const auto cx = static_cast<Wide>(c.x - p.x), cy = static_cast<Wide>(c.y - p.y);
    const Wide a2 = ax * ax + ay * ay, b2 = bx * bx + by * by, c2 = cx * cx + cy * cy;
    return ax * (by * c2 - b2 * cy) - ay * (bx * c2 - b2 * cx) + a2 * (bx * cy - by * cx) > 0;
}

/// Builds by the method of Bowyer and Watson: a new site empties the circles it lies in and fans out to their rim.
class Weaver
{
public:
    explicit Weaver(Mesh &mesh) : _mesh(mesh) {}

    void add(int site)
    {
        const PlanePoint p = _mesh.sites[static_cast<std::size_t>(site)];
        empty(triangleAround(p), p);
        fanOut(site);
    }

private:
    struct RimEdge {
        int from;
        int to;
        int outside;
    };

    PlanePoint at(int site) const { return _mesh.sites[static_cast<std::size_t>(site)]; }
    Triangle &triangle(int index) { return _mesh.triangles[static_cast<std::size_t>(index)]; }

    int triangleAround(PlanePoint p)
    {
        int index = _last;
        for (bool moved = true; moved;) {
            moved = false;
            const Triangle &here = triangle(index);
            for (std::size_t k = 0; k < 3 && !moved; ++k) {
                if (turn(at(here.corner[k]), at(here.corner[(k + 1) % 3]), p) < 0) {
                    index = here.beyond[k];
                    moved = true;
                }
            }
        }
        return index;
    }

    bool isHit(int index, PlanePoint p)
    {
        const Triangle &here = triangle(index);
        return inCircle(at(here.corner[0]), at(here.corner[1]), at(here.corner[2]), p);
    }

    void empty(int first, PlanePoint p)
    {
        _emptied.assign(1, first);
        _rim.clear();
        _isEmptied.resize(_mesh.triangles.size(), false);
        _isEmptied[static_cast<std::size_t>(first)] = true;
        for (std::size_t i = 0; i < _emptied.size(); ++i) {
            const Triangle here = triangle(_emptied[i]);
            for (std::size_t k = 0; k < 3; ++k) {
                const int beyond = here.beyond[k];
                if (beyond >= 0 && !_isEmptied[static_cast<std::size_t>(beyond)] && isHit(beyond, p)) {
                    _isEmptied[static_cast<std::size_t>(beyond)] = true;
                    _emptied.push_back(beyond);
                }
            }
        }
        for (const int index : _emptied) {
            const Triangle &here = triangle(index);
            for (std::size_t k = 0; k < 3; ++k) {
                if (here.beyond[k] < 0 || !_isEmptied[static_cast<std::size_t>(here.beyond[k])]) {
                    _rim.push_back({ here.corner[k], here.corner[(k + 1) % 3], here.beyond[k] });
                }
            }
        }
        for (const int index : _emptied) {
            _isEmptied[static_cast<std::size_t>(index)] = false;
        }
    }

    /// The rim has two edges more than triangles were emptied; their places are used again.
    void fanOut(int site)
    {
        std::vector<int> made;
        for (std::size_t i = 0; i < _rim.size(); ++i) {
            if (i < _emptied.size()) {
                made.push_back(_emptied[i]);
            } else {
                made.push_back(static_cast<int>(_mesh.triangles.size()));
                _mesh.triangles.emplace_back();
            }
        }
        for (std::size_t i = 0; i < _rim.size(); ++i) {
            Triangle &here = triangle(made[i]);
            here.corner = { _rim[i].from, _rim[i].to, site };
            here.beyond = { _rim[i].outside, -1, -1 };
            if (_rim[i].outside >= 0) {
                turnTo(_rim[i].outside, _rim[i].to, made[i]);
            }
            for (std::size_t j = 0; j < _rim.size(); ++j) {
                here.beyond[1] = _rim[j].from == _rim[i].to ? made[j] : here.beyond[1];
                here.beyond[2] = _rim[j].to == _rim[i].from ? made[j] : here.beyond[2];
            }
        }
        _last = made.front();
    }

    /// Sets what lies beyond the edge of `index` that begins at `from`.
    void turnTo(int index, int from, int beyond)
    {
        Triangle &outside = triangle(index);
        const auto k = static_cast<std::size_t>(std::ranges::find(outside.corner, from) - outside.corner.begin());
        outside.beyond[k] = beyond;
    }

    Mesh &_mesh;
    int _last = 0;
    std::vector<int> _emptied;
    std::vector<bool> _isEmptied;
    std::vector<RimEdge> _rim;
};

/// Rows of 2 km, alternately eastward and westward: the next site is never far.
std::vector<int> shortWay(std::span<const PlanePoint> sites)
{
    std::vector<int> order(sites.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](int index) {
        const PlanePoint p = sites[static_cast<std::size_t>(index)];
        const std::int32_t row = (p.y + farAway) / 20'000;
        return std::tuple(row, row % 2 == 0 ? p.x : -p.x, p.y, index);
    });
    return order;
}

} // namespace

std::int64_t turn(PlanePoint a, PlanePoint b, PlanePoint c)
{
    return std::int64_t { b.x - a.x } * (c.y - a.y) - std::int64_t { b.y - a.y } * (c.x - a.x);
}

bool lies(PlanePoint point, std::span<const PlanePoint> ring)
{
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const PlanePoint a = ring[j], b = ring[i];
        if ((a.y > point.y) != (b.y > point.y) && (turn(a, b, point) > 0) == (b.y > a.y)) {
            inside = !inside;
        }
    }
    return inside;
}

PlanePoint Mesh::middle(int index) const
{
    std::int64_t x = 0;
    std::int64_t y = 0;
    for (const int corner : triangles[static_cast<std::size_t>(index)].corner) {
        x += sites[static_cast<std::size_t>(corner)].x;
        y += sites[static_cast<std::size_t>(corner)].y;
    }
    return { static_cast<std::int32_t>(x / 3), static_cast<std::int32_t>(y / 3) };
}

Mesh meshOf(std::span<const PlanePoint> sites)
{
    Mesh mesh;
    mesh.sites.assign(sites.begin(), sites.end());
    const int first = static_cast<int>(sites.size());
    mesh.sites.push_back({ -farAway, -farAway });
    mesh.sites.push_back({ farAway, -farAway });
    mesh.sites.push_back({ 0, farAway });
    mesh.triangles.push_back({ { first, first + 1, first + 2 }, { -1, -1, -1 } });
    Weaver weaver(mesh);
    for (const int site : shortWay(sites)) {
        weaver.add(site);
    }
    return mesh;
}

} // namespace huying
