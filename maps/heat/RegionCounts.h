#pragma once

#include "DensityFilter.h"
#include "HeatColumns.h"

#include <stop_token>

namespace huying
{

/// The tickets of one region as they name it: those that name a narrower one are not among them.
struct RegionTally {
    static constexpr std::size_t mostPasts = 8;

    std::uint32_t tickets = 0;
    std::uint32_t inTime = 0; ///< milestone met by the deadline
    std::uint32_t late = 0; ///< met later, or missed
    std::array<std::uint32_t, mostPasts> past {}; ///< tickets of the same stretch earlier, the latest first

    RegionTally &operator+=(const RegionTally &other);
    bool operator==(const RegionTally &) const = default;
};

/// What a filter counts in each region, and what it counted there before.
struct RegionCounts {
    std::vector<std::pair<RegionCode, RegionTally>> regions; ///< in no order; the empty code where none is named
    /// How many stretches before the period were counted, and how far apart they begin. They are as long as the period
    /// and begin on the same day of the week: the weeks before it, or for a period beyond a quarter the same weeks of
    /// the years before. Only those count that begin after the first ticket.
    std::size_t pasts = 0;
    std::chrono::days apart {};
    std::size_t counted = 0;
};

/// Counts for a worker thread. The past of a period without an end goes to the hour of the newest ticket; one without a
/// beginning has no past. Absent when stopped.
std::optional<RegionCounts> regionCounts(
    const HeatColumns &columns, const DensityFilter &filter, const std::stop_token &stop = {});

} // namespace huying
