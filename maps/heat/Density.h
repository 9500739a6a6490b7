#pragma once

#include "HeatColumns.h"

#include <domain/TicketFilter.h>

#include <set>
#include <stop_token>

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

    bool operator==(const DensityFilter &) const = default;
};

/// What of `filter` the columns can tell: everything but its words.
DensityFilter densityFilter(const TicketFilter &filter);

/// Tickets per square kilometre over the whole period, at the centres of `columns` x `rows` cells, row by row from the
/// north-west.
struct Density {
    WorldRect rect;
    int columns = 0;
    int rows = 0;
    double cellMetres = 0;
    std::vector<float> perKm2;
    float highest = 0;
    std::size_t counted = 0; ///< tickets in it
    std::size_t withoutPlace = 0; ///< tickets that the filter lets pass, without a place in the county

    /// Between cell centres it is interpolated; 0 outside.
    float at(WorldPoint place) const;
};

/// The density of the tickets that pass `filter`, seen through a Gaussian whose standard deviation is half of
/// `radiusMetres` (at least 75 m) and which ends at one and a half times the radius. Cells are at most a third of the
/// standard deviation wide; against the exact sum over the tickets' cells the error stays below 1.5 % of the highest
/// value (tst_density). Pure; for a worker thread. Absent when it was stopped.
std::optional<Density> density(
    const HeatColumns &columns, const DensityFilter &filter, double radiusMetres, const std::stop_token &stop = {});

} // namespace huying
