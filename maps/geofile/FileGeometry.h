#pragma once

#include <geo/GeoReading.h>

#include <ogr_geometry.h>
#include <ogr_spatialref.h>

#include <memory>

namespace huying
{

/// A geometry of a file without curves, heights and measures; null where there is none or it is empty.
using FileGeometry = std::unique_ptr<OGRGeometry>;
FileGeometry plainGeometry(const OGRGeometry *given);

/// How many places it has.
int placesIn(const OGRGeometry &geometry);

/// From the file's coordinates to WGS-84.
class ToWgs84
{
public:
    /// Degrees of `datum`.
    static ToWgs84 fromDatum(Datum datum);
    /// Nothing where PROJ knows no way.
    static std::optional<ToWgs84> fromReference(const OGRSpatialReference &reference);

    /// In place; false when a coordinate is no number, or lies on no place of the globe before or after.
    bool operator()(std::vector<double> &x, std::vector<double> &y) const;

private:
    struct Destroy {
        void operator()(OGRCoordinateTransformation *way) const { OGRCoordinateTransformation::DestroyCT(way); }
    };
    Datum _datum = Datum::Wgs84;
    std::shared_ptr<OGRCoordinateTransformation> _way; ///< null for a datum
};

/// Adds what `geometry` consists of to `feature`. False when `way` says so.
bool addTo(GeoFeature &feature, const OGRGeometry &geometry, const ToWgs84 &way);

} // namespace huying
