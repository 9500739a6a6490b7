#include "Siblings.h"

#include "Geos.h"

#include <algorithm>

namespace huying
{

namespace
{

/// The siblings as GEOS has them, found by where they lie.
class Neighbourhood
{
public:
    Neighbourhood(const Geos &geos, std::span<const std::vector<Polygon>> siblings)
        : _geos(geos), _tree(GEOSSTRtree_create_r(geos.handle(), 10))
    {
        for (const std::vector<Polygon> &areas : siblings) {
            _areas.push_back(geos.multiPolygon(areas));
        }
        for (std::size_t i = 0; i < _areas.size(); ++i) {
            _numbers.push_back(static_cast<int>(i));
        }
        for (int &number : _numbers) {
            if (const GEOSGeometry *const area = at(number)) {
                GEOSSTRtree_insert_r(geos.handle(), _tree, area, &number);
            }
        }
    }
    ~Neighbourhood() { GEOSSTRtree_destroy_r(_geos.handle(), _tree); }
    Neighbourhood(const Neighbourhood &) = delete;
    Neighbourhood &operator=(const Neighbourhood &) = delete;

    int count() const { return static_cast<int>(_areas.size()); }
    const GEOSGeometry *at(int number) const { return _areas[static_cast<std::size_t>(number)].get(); }

    /// Those whose box meets that of `place`, in their order.
    std::vector<int> around(const GEOSGeometry *place) const
    {
        std::vector<int> found;
        GEOSSTRtree_query_r(
            _geos.handle(), _tree, place,
            [](void *number, void *into) {
                static_cast<std::vector<int> *>(into)->push_back(*static_cast<int *>(number));
            },
            &found);
        std::ranges::sort(found);
        return found;
    }

    /// All in one, as a coverage if they are one.
    Geos::Geometry united() const
    {
        std::vector<Geos::Geometry> parts;
        for (const Geos::Geometry &area : _areas) {
            if (area) {
                parts.push_back(_geos.owned(GEOSGeom_clone_r(_geos.handle(), area.get())));
            }
        }
        const Geos::Geometry all = _geos.collection(std::move(parts));
        return _geos.owned(all ? GEOSUnaryUnion_r(_geos.handle(), all.get()) : nullptr);
    }

private:
    const Geos &_geos;
    GEOSSTRtree *_tree;
    std::vector<Geos::Geometry> _areas;
    std::vector<int> _numbers;
};

std::vector<Overlap> overlapsIn(const Geos &geos, const Neighbourhood &siblings, double least)
{
    std::vector<Overlap> overlaps;
    for (int first = 0; first < siblings.count(); ++first) {
        const GEOSGeometry *const area = siblings.at(first);
        for (const int second : area == nullptr ? std::vector<int>() : siblings.around(area)) {
            if (second <= first || GEOSTouches_r(geos.handle(), area, siblings.at(second)) == 1) {
                continue;
            }
            const Geos::Geometry shared = geos.owned(GEOSIntersection_r(geos.handle(), area, siblings.at(second)));
            const double size = shared ? geos.squareMetres(shared.get()) : 0;
            if (size >= least) {
                overlaps.push_back({ first, second, size, geos.placeWithin(shared.get()) });
            }
        }
    }
    std::ranges::stable_sort(overlaps, std::ranges::greater(), &Overlap::squareMetres);
    return overlaps;
}

Gap gapOf(const Geos &geos, const Neighbourhood &siblings, const GEOSGeometry *hole)
{
    Gap gap { {}, geos.squareMetres(hole), geos.placeWithin(hole) };
    for (const int number : siblings.around(hole)) {
        if (gap.beside.size() < 2 && GEOSIntersects_r(geos.handle(), siblings.at(number), hole) == 1) {
            gap.beside.push_back(number);
        }
    }
    return gap;
}

/// The holes of all in one.
std::vector<Gap> gapsIn(const Geos &geos, const Neighbourhood &siblings, double least)
{
    std::vector<Gap> gaps;
    const Geos::Geometry whole = siblings.united();
    for (int i = 0; whole && i < GEOSGetNumGeometries_r(geos.handle(), whole.get()); ++i) {
        const GEOSGeometry *const part = GEOSGetGeometryN_r(geos.handle(), whole.get(), i);
        const bool isPolygon = GEOSGeomTypeId_r(geos.handle(), part) == GEOS_POLYGON;
        for (int hole = 0; isPolygon && hole < GEOSGetNumInteriorRings_r(geos.handle(), part); ++hole) {
            const GEOSGeometry *const ring = GEOSGetInteriorRingN_r(geos.handle(), part, hole);
            const Geos::Geometry filled =
                geos.owned(GEOSGeom_createPolygon_r(geos.handle(), GEOSGeom_clone_r(geos.handle(), ring), nullptr, 0));
            if (filled && geos.squareMetres(filled.get()) >= least) {
                gaps.push_back(gapOf(geos, siblings, filled.get()));
            }
        }
    }
    std::ranges::stable_sort(gaps, std::ranges::greater(), &Gap::squareMetres);
    return gaps;
}

} // namespace

SiblingFaults faultsAmong(std::span<const std::vector<Polygon>> siblings, double leastSquareMetres)
{
    const Geos geos(middleOf(siblings));
    const Neighbourhood neighbourhood(geos, siblings);
    return { overlapsIn(geos, neighbourhood, leastSquareMetres), gapsIn(geos, neighbourhood, leastSquareMetres) };
}

} // namespace huying
