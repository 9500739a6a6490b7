#pragma once

#include <geo/GeoReading.h>

namespace huying
{

/// Reads a layer of a file through GDAL, whole or not at all: GeoPackage, Shapefile, GeoJSON, KML, CSV, FlatGeobuf.
/// Wants a system where the file says none and it lies where several can be meant, or a layer where it has several.
/// registerDrivers() comes before. May crash on what GDAL crashes on: call it in a process of its own.
std::expected<GeoReading, GeoRefusal> readGeoFile(const GeoRequest &request);

} // namespace huying
