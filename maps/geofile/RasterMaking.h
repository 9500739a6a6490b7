#pragma once

#include <geo/GeoOutput.h>

namespace huying
{

/// Makes the GeoTIFF `name` of GDAL's file system: one band of 32-bit floats. False where GDAL fails.
bool makeRaster(const char *name, const GeoOutput &output, const GeoRaster &raster);

} // namespace huying
