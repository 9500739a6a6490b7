#pragma once

#include <geo/GeoOutput.h>
#include <heat/DensityFilter.h>
#include <heat/HeatColumns.h>

namespace huying
{

/// What the map's figures are made of, and what their files say of themselves. A value: a worker reads it.
struct MapData {
    HeatColumns columns;
    DensityFilter filter;
    std::vector<Region> regions; ///< of all levels
    QString title; ///< the county, and what the filter names
    QString source; ///< whose figures
    Instant madeAt;
};

/// The filter in the log's words, as `category=0903; region=130529100; channel=hotline`; empty where all tickets count.
/// The period is apart.
QString filterText(const DensityFilter &filter);

/// A period's two ends as ISO 8601, empty where it is open. Whole days: the first and the last day that count; else
/// the times at which it begins and has ended.
struct PeriodTexts {
    QString start;
    QString end;
};
PeriodTexts periodTexts(const DensityFilter &filter);

/// What every file says: period, filter, source, when it was made, by which version of this program.
GeoRemarks remarksOf(const MapData &data);

} // namespace huying
