#pragma once

#include "GeoArea.h"
#include "SearchWords.h"
#include "TicketRow.h"

#include <vector>

namespace huying
{

/// What rules the queue and the map together. An empty part lets everything pass.
struct TicketFilter {
    std::vector<CategoryCode> categories; ///< any of these or below
    RegionCode region; ///< this or within
    std::optional<Day> from; ///< reported on this day or later
    std::optional<Day> until; ///< reported on this day or earlier
    std::optional<Channel> channel;
    std::optional<Step> step;
    std::optional<DeadlineClass> deadlineClass;
    UnitCode unit;
    GeoArea area; ///< drawn on the map; tickets without a place are not in it
    std::string words; ///< each of them in number, title, place, or what it stands for
    std::vector<WordSense> senses; ///< what words stand for beside themselves, where that is known

    bool isEmpty() const { return *this == TicketFilter {}; }
    bool operator==(const TicketFilter &) const = default;
};

/// A row knows no citizens: who looks for a name finds it in the store (RowStore::page), not here.
bool passes(const TicketRow &row, const TicketFilter &filter);

} // namespace huying
