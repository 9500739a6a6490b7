#pragma once

#include "MapSheets.h"

#include <geo/WriterProcess.h>

namespace huying
{

/// What the figures of the map are made of now.
struct FiguresShown {
    HeatColumns columns;
    DensityFilter filter;
    double radiusMetres = 600;
    WriterProcess writer; ///< that makes what needs GDAL
};

/// The forms in which they can be written for other programs: the density as GeoTIFF, regions with their figures as
/// GeoPackage, GeoJSON or CSV. They hold copies of all that they need.
std::vector<DataForm> dataForms(const MapSight &sight, const SheetStuff &stuff, FiguresShown figures);

} // namespace huying
