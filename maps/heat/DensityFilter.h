#pragma once

#include <domain/Codes.h>
#include <domain/GeoArea.h>
#include <domain/Instant.h>
#include <domain/TicketFilter.h>
#include <domain/Words.h>

#include <set>

namespace huying
{

/// Which tickets are counted. An empty set means all; a code means itself and everything below it.
/// The period is in whole hours: a ticket reported within the hour of `from` counts, one within the hour of `until` no
/// longer.
struct DensityFilter {
    std::vector<CategoryCode> categories;
    std::vector<RegionCode> regions;
    std::vector<UnitCode> units; ///< exactly these
    std::optional<Instant> from;
    std::optional<Instant> until;
    std::set<Channel> channels;
    std::set<Step> steps; ///< none named: all but void ones
    std::set<DeadlineClass> classes;
    GeoArea area; ///< the tickets whose cell's middle lies in it

    bool operator==(const DensityFilter &) const = default;
};

/// What of `filter` the columns can tell: everything but its words.
DensityFilter densityFilter(const TicketFilter &filter);

} // namespace huying
