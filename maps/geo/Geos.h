#pragma once

#include <domain/County.h>

#include <geos_c.h>

#include <memory>
#include <span>

namespace huying
{

/// GEOS for one thread, with the plane in which it works: metres east and north of a middle, true there and off by some
/// thousandths at the edge of a prefecture. A GeoPoint comes back as it went in.
class Geos
{
public:
    struct Destroy {
        GEOSContextHandle_t handle;
        void operator()(GEOSGeometry *geometry) const { GEOSGeom_destroy_r(handle, geometry); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Destroy>; ///< not to outlive its Geos

    explicit Geos(GeoPoint middle);
    ~Geos();
    Geos(const Geos &) = delete;
    Geos &operator=(const Geos &) = delete;

    GEOSContextHandle_t handle() const { return _handle; }
    Geometry owned(GEOSGeometry *geometry) const { return Geometry(geometry, Destroy { _handle }); }

    /// A multipolygon; null where GEOS takes a ring for none.
    Geometry multiPolygon(std::span<const Polygon> areas) const;
    /// A collection of them, in their order; null where one is null.
    Geometry collection(std::vector<Geometry> parts) const;
    /// The polygons in `geometry`, of whatever kind it is; rings of no area are left out.
    std::vector<Polygon> areasIn(const GEOSGeometry *geometry) const;
    GeoPoint pointOf(double east, double north) const;
    /// A place within `geometry`.
    GeoPoint placeWithin(const GEOSGeometry *geometry) const;
    double squareMetres(const GEOSGeometry *geometry) const;

private:
    GEOSGeometry *ring(const Ring &ring) const;
    GEOSGeometry *polygon(const Polygon &polygon) const;
    Ring ringIn(const GEOSGeometry *ring) const;
    void addAreas(const GEOSGeometry *geometry, std::vector<Polygon> &areas) const;

    GEOSContextHandle_t _handle;
    GeoPoint _middle;
    double _eastMetres; ///< of a ten-millionth of a degree
    double _northMetres;
};

/// The middle of the box around `areas`.
GeoPoint middleOf(std::span<const std::vector<Polygon>> areas);

} // namespace huying
