#include "TicketFilter.h"

#include <algorithm>

namespace huying
{

namespace
{

bool contains(const std::string &text, const std::string &words)
{
    return text.find(words) != std::string::npos;
}

} // namespace

bool passes(const TicketRow &row, const TicketFilter &filter)
{
    const auto covers = [&](const CategoryCode &category) { return within(row.category, category); };
    if (!filter.categories.empty() && std::ranges::none_of(filter.categories, covers)) {
        return false;
    }
    if (!within(row.region, filter.region)) {
        return false;
    }
    if ((filter.from && row.reportedAt < startOf(*filter.from))
        || (filter.until && row.reportedAt >= endOf(*filter.until))) {
        return false;
    }
    if ((filter.channel && row.channel != *filter.channel) || (!filter.unit.isEmpty() && row.lead != filter.unit)) {
        return false;
    }
    return filter.words.empty() || contains(row.number, filter.words) || contains(row.title, filter.words)
        || contains(row.place, filter.words);
}

} // namespace huying
