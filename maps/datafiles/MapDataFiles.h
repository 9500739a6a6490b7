#pragma once

#include "MapData.h"

#include <geo/WriterProcess.h>

namespace huying
{

/// Whether the ending of `file` is one that is written: .tif or .tiff for the density; .gpkg, .geojson, .json or .csv
/// for regions. Else Invalid, with those that are.
std::expected<void, Failure> densityEnding(const QString &file);
std::expected<void, Failure> regionsEnding(const QString &file);

/// What a file of the density came to.
struct DensityWritten {
    int columns = 0;
    int rows = 0;
    double cellMetres = 0;
    float highest = 0; ///< tickets per square kilometre and period
    std::size_t tickets = 0; ///< counted in it
    std::size_t withoutPlace = 0; ///< that pass the filter and have no place in the grid
};

/// Counts the density and writes it as GeoTIFF. For a thread that may wait. Invalid with another ending; else as
/// `writeGeography`.
std::expected<DensityWritten, Failure> writeDensity(const MapData &data, double radiusMetres, const QString &file,
    const WriterProcess &process, const std::stop_token &stop);

/// Which regions a file has, and how.
struct RegionsWish {
    RegionLevel level = RegionLevel::Township;
    bool hasBorders = false; ///< of CSV; the other formats have them always
};

/// What a file of regions came to.
struct RegionsWritten {
    std::size_t regions = 0;
    std::size_t withoutBorders = 0; ///< whose outline is not known
    std::int64_t tickets = 0; ///< that pass the filter
    std::int64_t elsewhere = 0; ///< of these in none of the regions
};

/// Counts by region and writes all their figures as GeoPackage, GeoJSON or CSV. For a thread that may wait. Invalid
/// with another ending; NotFound without regions of that level; else as `writeGeography`.
std::expected<RegionsWritten, Failure> writeRegions(const MapData &data, const RegionsWish &wish, const QString &file,
    const WriterProcess &process, const std::stop_token &stop);

} // namespace huying
