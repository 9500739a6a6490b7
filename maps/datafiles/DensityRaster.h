#pragma once

#include "MapData.h"

#include <heat/Density.h>

namespace huying
{

/// The density as a raster of float32 tickets per square kilometre and period, cell by cell as it was counted. Cells
/// whose middle lies outside the county have no value, where the county's outline is among the regions.
/// Invalid where there are no cells.
std::expected<GeoOutput, Failure> densityOutput(const MapData &data, const Density &density, double radiusMetres);

} // namespace huying
