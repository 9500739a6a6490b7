#pragma once

#include <geo/GeoOutput.h>

namespace huying
{

/// The drivers of GDAL that may write: GeoTIFF, GeoPackage, GeoJSON. Once, before anything is made.
void registerMakers();

/// The bytes of the file that `output` asks for, made in memory: no file is touched. Areas are in WGS-84 (GeoJSON as
/// RFC 7946 wants it), rasters in EPSG:3857, compressed without loss. Damaged, with GDAL's word, where it fails.
std::expected<QByteArray, Failure> geoFile(const GeoOutput &output);

} // namespace huying
