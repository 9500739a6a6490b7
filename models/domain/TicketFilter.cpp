#include "TicketFilter.h"

#include <algorithm>

namespace huying
{

namespace
{

bool isMeant(const TicketRow &row, const WordSense &sense)
{
    return std::ranges::any_of(sense.regions, [&](const RegionCode &region) { return within(row.region, region); })
        || std::ranges::contains(sense.units, row.lead);
}

bool isFound(const TicketRow &row, const std::string &word, const std::vector<WordSense> &senses)
{
    return containsWord(row.number, word) || containsWord(row.title, word) || containsWord(row.place, word)
        || std::ranges::any_of(
            senses, [&](const WordSense &sense) { return sense.word == word && isMeant(row, sense); });
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
    if ((filter.step && row.step != *filter.step)
        || (filter.deadlineClass && row.deadlineClass != *filter.deadlineClass)) {
        return false;
    }
    if (!filter.area.isEmpty() && !(row.point && filter.area.contains(*row.point))) {
        return false;
    }
    return filter.words.empty() || std::ranges::all_of(wordsIn(filter.words), [&](const std::string &word) {
        return isFound(row, word, filter.senses);
    });
}

} // namespace huying
