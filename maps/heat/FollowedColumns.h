#pragma once

#include "HeatColumns.h"

#include <map>
#include <span>
#include <unordered_map>

namespace huying
{

/// The columns of a store whose tickets change, without a list of all of them: what is worked on is known by its id,
/// the rest by its ten bytes alone. A ticket that was not known may have been read before; then its day is read again.
class FollowedColumns
{
public:
    using Found = std::pair<TicketId, HeatPoint>;

    explicit FollowedColumns(HeatGrid grid = {}) : columns_(grid) {}

    /// A ticket as it stands in the store; passed over where it is known otherwise.
    void read(const TicketId &ticket, const HeatPoint &point);
    /// All that the store has of `day`, read again.
    void readDay(Day day, std::span<const Found> tickets);
    /// Reading has come to its end: room that it took goes back.
    void settle() { columns_.shrink(); }

    /// A ticket as it is now; from here on it is known. False when it was not before: `readDay` has to follow, unless
    /// nothing has been read yet. When a ticket was reported never changes.
    bool put(const TicketId &ticket, const HeatPoint &point);

    const HeatColumns &columns() const { return columns_; }

private:
    HeatColumns columns_;
    std::map<Day, std::unordered_map<TicketId, HeatColumns::Entry>> known_;
};

} // namespace huying
