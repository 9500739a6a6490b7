#pragma once

#include "MapData.h"

#include <heat/RegionFigures.h>

namespace huying
{

/// The regions of a level with all their figures, in the order of their codes.
struct RegionTable {
    GeoTable table;
    std::int64_t tickets = 0; ///< that pass the filter
    std::int64_t elsewhere = 0; ///< of these in no row: their place is not known so closely
};

/// One row for each region of `level` that the filter touches. Fields, null where there is nothing to divide by:
/// code, parent_code, name, level; tickets, residents, households, per_1000_residents, per_100_households;
/// past_mean (tickets of as long a stretch before), past_count (stretches), past_step_days, past_deviation (how
/// unusual, in standard deviations, see `unusualness`), is_silent; met_on_time / fell_due = on_time_share;
/// period_start, period_end, filter.
RegionTable regionTable(const MapData &data, RegionLevel level, const RegionCounts &counts);

} // namespace huying
