#pragma once

#include "Database.h"

#include <domain/Figures.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace huying
{

/// How long tickets took. Counts add up, these do not: of two groups together they are found from all tickets anew.
struct HandlingTimes {
    std::int64_t tickets = 0;
    std::chrono::milliseconds median {}; ///< of an even number the mean of the two in the middle, rounded down
    std::chrono::milliseconds ninetieth {}; ///< the shortest time in which nine in ten were done (nearest rank)

    bool operator==(const HandlingTimes &) const = default;
};

/// Exact; nothing where there are no times. In time linear in their number.
std::optional<HandlingTimes> handlingTimesOf(std::vector<std::chrono::milliseconds> times);

/// The times of one group, named as in FigureLine; days and months are those of the closing.
struct HandlingLine {
    std::string group;
    HandlingTimes times;

    bool operator==(const HandlingLine &) const = default;
};

/// From report to closing, of the valid tickets in this file that were closed on the days of `query` and stand closed:
/// one that was reopened is in the period of its last closing, with all the time since its report. A line for each
/// group that has any, in the order of the groups. `query.counting` is not asked. Reads the tickets that were closed in
/// the period, by the index over closings, and nothing of the others.
std::expected<std::vector<HandlingLine>, Failure> handlingTimes(const Database &database, const FigureQuery &query);

} // namespace huying
