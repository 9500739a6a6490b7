#pragma once

#include <canonical/Record.h>
#include <rules/Workflow.h>
#include <storage/EntryStore.h>

#include <vector>

namespace huying
{

/// The rules as they were at each position of the log: every notice on holidays makes new ones, which hold for the
/// entries after it. Folded along with them a ticket comes out as the ledger had it, whenever it is folded.
class RuleTimeline
{
public:
    /// Begins with `first` before the first position; its calendar knows `notices` and nothing else.
    static std::expected<RuleTimeline, Failure> from(RuleBook first, std::vector<HolidayNotice> notices);
    /// Begins without any notice.
    explicit RuleTimeline(RuleBook first);

    /// Adds the notice of the entry at `position`, behind all that are known. Invalid when it contradicts itself.
    std::expected<void, Failure> add(Position position, Instant at, const HolidayNotice &notice);
    /// Takes back the notices after `position`, which were not committed.
    void forgetAfter(Position position);

    /// The notices known at the end.
    const std::vector<HolidayNotice> &notices() const { return _periods.back().notices; }
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

/// The timeline with every notice whose entry is in `database`, behind those of `known`.
std::expected<RuleTimeline, Failure> timelineIn(const Database &database, EntryStore &entries, RuleTimeline known);

/// The tickets whose whole trails are in `entries`, in the order of their ids.
std::expected<std::vector<Ticket>, Failure> ticketsFrom(std::vector<Entry> entries, const RuleTimeline &timeline);

/// Of an entry whose envelope is right and whose content this program cannot read: a newer one has written it.
Failure notKnown(const Entry &entry);

/// A ticket out of its entries, in order and complete, under the rules of their times, up to those at the end of the
/// log. Newer when an entry cannot be understood, Damaged when it is not even text.
std::expected<Ticket, Failure> foldedFrom(std::span<const Entry> trail, const RuleTimeline &timeline);

} // namespace huying
