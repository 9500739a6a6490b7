#pragma once

#include "Catalogue.h"
#include "Hours.h"
#include "Random.h"

#include <domain/Words.h>

#include <optional>

namespace huying
{

/// What a run of the simulation makes.
struct SimulationPlan {
    int tickets = 0;
    Day from {}; ///< the first day
    Day to {}; ///< the last day
    std::uint64_t seed = 1;
    std::optional<Instant> until = {}; ///< ends within the last day; absent: at its end
    std::vector<GeoPoint> border = {}; ///< of the county, WGS-84; empty: one that is made up

    Instant end() const { return until.value_or(endOf(to)); }
    bool operator==(const SimulationPlan &) const = default;
};

/// How many tickets each day of `plan` has: they add up to the plan's number. Fewer at weekends, on holidays and in
/// winter, and no two days alike.
std::vector<int> ticketsByDay(const SimulationPlan &plan, const Hours &hours);

/// A time of day before `end` at which a report through `channel` arrives.
std::chrono::milliseconds timeOfDay(Channel channel, std::chrono::milliseconds end, Random &random);

/// The half-year in which lamps and manholes are reported most: the first half of 2023 where the plan reaches into it,
/// else the one in which it ends.
struct Half {
    Day first {};
    Day last {};
};
Half troubledHalf(const SimulationPlan &plan);

/// How often matters of `season` are reported on `day`, 100 is usual.
int seasonPercent(Season season, Day day, const Half &troubled);

} // namespace huying
