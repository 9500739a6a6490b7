#include "RegionShapes.h"

#include <geos_c.h>

#include <memory>

namespace huying
{

namespace
{

struct Session {
    GEOSContextHandle_t handle = GEOS_init_r();
    Session() = default;
    ~Session() { GEOS_finish_r(handle); }
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;
};

struct Destroy {
    GEOSContextHandle_t handle;
    void operator()(GEOSGeometry *geometry) const { GEOSGeom_destroy_r(handle, geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

GEOSGeometry *ringOf(GEOSContextHandle_t geos, const Ring &ring)
{
    std::vector<double> places;
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        const WorldPoint point = toWorld(ring[i % ring.size()]);
        places.insert(places.end(), { point.x, point.y });
    }
    GEOSCoordSequence *sequence =
        GEOSCoordSeq_copyFromBuffer_r(geos, places.data(), static_cast<unsigned>(ring.size() + 1), 0, 0);
    return sequence == nullptr ? nullptr : GEOSGeom_createLinearRing_r(geos, sequence);
}

Geometry polygonOf(GEOSContextHandle_t geos, const Polygon &polygon)
{
    std::vector<GEOSGeometry *> rings;
    for (const Ring &ring : polygon) {
        if (ring.size() >= 3) {
            rings.push_back(ringOf(geos, ring));
        }
    }
    if (rings.empty() || rings.front() == nullptr) {
        return { nullptr, { geos } };
    }
    return { GEOSGeom_createPolygon_r(geos, rings.front(), rings.data() + 1, static_cast<unsigned>(rings.size() - 1)),
        { geos } };
}

void addTriangles(GEOSContextHandle_t geos, const GEOSGeometry *parts, std::vector<WorldPoint> &corners)
{
    const int count = GEOSGetNumGeometries_r(geos, parts);
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry *ring = GEOSGetExteriorRing_r(geos, GEOSGetGeometryN_r(geos, parts, i));
        const GEOSCoordSequence *sequence = ring == nullptr ? nullptr : GEOSGeom_getCoordSeq_r(geos, ring);
        for (unsigned corner = 0; sequence != nullptr && corner < 3; ++corner) {
            WorldPoint point;
            GEOSCoordSeq_getXY_r(geos, sequence, corner, &point.x, &point.y);
            corners.push_back(point);
        }
    }
}

} // namespace

std::vector<WorldPoint> triangles(const RegionShape &shape)
{
    const Session session;
    GEOSContextHandle_t geos = session.handle;
    std::vector<WorldPoint> corners;
    for (const Polygon &polygon : shape.region.shape) {
        Geometry whole = polygonOf(geos, polygon);
        if (whole && GEOSisValid_r(geos, whole.get()) != 1) {
            whole.reset(GEOSMakeValid_r(geos, whole.get()));
        }
        if (whole) {
            const Geometry parts(GEOSConstrainedDelaunayTriangulation_r(geos, whole.get()), { geos });
            if (parts) {
                addTriangles(geos, parts.get(), corners);
            }
        }
    }
    return corners;
}

} // namespace huying
