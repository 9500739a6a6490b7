#pragma once

#include <geo/GeoOutput.h>

namespace huying
{

/// Makes the GeoPackage or GeoJSON `name` of GDAL's file system: one layer. False where GDAL fails.
bool makeTable(const char *name, const GeoOutput &output, const GeoTable &table);

} // namespace huying
