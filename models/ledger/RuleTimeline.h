#pragma once

#include "LedgerSettings.h"

#include <canonical/Record.h>

#include <vector>

namespace huying
{

/// The rules as they were at each position of the log: every notice on holidays makes new ones, which hold for the
/// entries after it. Folded along with them a ticket comes out as the ledger had it, whenever it is folded.
class RuleTimeline
{
public:
    explicit RuleTimeline(const LedgerSettings &settings);

    /// Adds the notice of the entry at `position`, behind all that are known. Invalid when it contradicts itself.
    std::expected<void, Failure> add(Position position, Instant at, const HolidayNotice &notice);
    /// Takes back the notices after `position`, which were not committed.
    void forgetAfter(Position position);

    const RuleBook &now() const { return _periods.back().rules; }
    /// Those in force for the entry at `position`.
    const RuleBook &at(Position position) const;

    /// Those in force at a time of the log's own.
    const RuleBook &since(Instant at) const;

    /// Brings a ticket that has come as far as the entry at `from` to the rules of the entry at `to`: every notice
    /// between sets a provisional deadline anew.
    void bringUp(Ticket &ticket, Position from, Position to) const;

private:
    struct Period {
        Position after = 0;
        Instant since;
        RuleBook rules;
        std::vector<HolidayNotice> notices;
    };
    std::vector<Period> _periods;
};

/// The notice in a record that sets one.
std::optional<std::expected<HolidayNotice, Failure>> noticeIn(const Record &record);

/// The tickets whose whole trails are in `entries`, in the order of their ids.
std::expected<std::vector<Ticket>, Failure> ticketsFrom(std::vector<Entry> entries, const RuleTimeline &timeline);

/// A ticket out of its entries, in order and complete, under the rules of their times, up to those at the end of the
/// log. Damaged when an entry cannot be read.
std::expected<Ticket, Failure> foldedFrom(std::span<const Entry> trail, const RuleTimeline &timeline);

} // namespace huying
