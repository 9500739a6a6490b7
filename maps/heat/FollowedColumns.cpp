#include "FollowedColumns.h"

namespace huying
{

void FollowedColumns::read(const TicketId &ticket, const HeatPoint &point)
{
    const Day day = dayOf(point.reportedAt);
    const auto known = known_.find(day);
    if (known == known_.end() || !known->second.contains(ticket)) {
        columns_.append(day, columns_.entryOf(point));
    }
}

void FollowedColumns::readDay(Day day, std::span<const Found> tickets)
{
    const auto &known = known_[day];
    std::vector<HeatColumns::Entry> entries;
    entries.reserve(known.size() + tickets.size());
    for (const auto &[ticket, entry] : known) {
        entries.push_back(entry);
    }
    for (const auto &[ticket, point] : tickets) {
        if (!known.contains(ticket)) {
            entries.push_back(columns_.entryOf(point));
        }
    }
    columns_.replace(day, std::move(entries));
}

bool FollowedColumns::put(const TicketId &ticket, const HeatPoint &point)
{
    const Day day = dayOf(point.reportedAt);
    const HeatColumns::Entry entry = columns_.entryOf(point);
    const auto [known, isNew] = known_[day].try_emplace(ticket, entry);
    if (!isNew) {
        if (known->second == entry) {
            return true;
        }
        columns_.remove(day, known->second);
        known->second = entry;
    }
    columns_.append(day, entry);
    return !isNew;
}

} // namespace huying
