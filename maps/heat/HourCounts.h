#pragma once

#include "DensityFilter.h"
#include "HeatColumns.h"

#include <stop_token>

namespace huying
{

/// Tickets by the hour.
struct HourCounts {
    Instant begin; ///< of the first hour, 00:00 of a day in the county
    std::vector<std::uint32_t> byHour; ///< whole days

    bool operator==(const HourCounts &) const = default;
};

/// How many of the tickets that pass `filter` were reported in each hour: from the first day of the period, or the
/// first that has tickets, to the last. At most thirty years, the latest. For a worker thread. Absent when stopped.
std::optional<HourCounts> hourCounts(
    const HeatColumns &columns, const DensityFilter &filter, const std::stop_token &stop = {});

} // namespace huying
