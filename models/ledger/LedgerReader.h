#pragma once

#include "Head.h"
#include "LedgerSettings.h"

#include <accounts/Audience.h>
#include <folding/RuleTimeline.h>
#include <storage/EntryStore.h>
#include <storage/FactStore.h>
#include <storage/RowStore.h>
#include <sync/Feed.h>

#include <filesystem>
#include <memory>

namespace huying
{

/// A ledger that is read, by one thread, while others read and one writes. Every answer is of one state of the log.
class LedgerReader
{
public:
    /// NotFound, Damaged, Newer, or Invalid when it is no ledger.
    static std::expected<LedgerReader, Failure> open(const std::filesystem::path &file);

    std::expected<Founding, Failure> founding() const;
    std::expected<Head, Failure> head() const;

    /// At most `limit` entries after `position`, and where the log ends.
    std::expected<Page, Failure> entriesAfter(Position position, int limit);
    /// The same for the eyes of `audience`, by the tickets as they stand now: stubs for what is not in sight, no
    /// personal parts where they are not for it.
    std::expected<Page, Failure> entriesAfter(Position position, int limit, const Audience &audience);
    /// All entries of a ticket in order; empty when it is not there.
    std::expected<std::vector<Entry>, Failure> trailOf(const TicketId &ticket);
    /// Those of many tickets, in the order of their positions.
    std::expected<std::vector<Entry>, Failure> trailsOf(std::span<const TicketId> tickets);
    /// The same without the tickets that `audience` does not see now, and without personal parts that are not for it.
    std::expected<std::vector<Entry>, Failure> trailsOf(std::span<const TicketId> tickets, const Audience &audience);
    /// Whether `audience` sees the ticket now; not when there is none.
    std::expected<bool, Failure> isSeen(const TicketId &ticket, const Audience &audience);
    /// The ticket as it stands, folded from its entries. NotFound.
    std::expected<Ticket, Failure> ticket(const TicketId &id, const LedgerSettings &settings);

    RowStore &rows() { return _rows; }
    FactStore &facts() { return _facts; }
    EntryStore &entries() { return _entries; }
    const Database &database() const { return *_database; }

    /// Puts what belongs together into one state of the log until the transaction ends.
    std::expected<Transaction, Failure> hold() const { return Transaction::beginReading(*_database); }

private:
    friend class Ledger;
    LedgerReader(std::unique_ptr<Database> database, EntryStore entries, RowStore rows, FactStore facts);
    std::expected<std::vector<Entry>, Failure> trailsIn(std::span<const TicketId> tickets);
    std::expected<void, Failure> cutTo(Page &page, const Audience &audience);
    static std::expected<LedgerReader, Failure> on(std::unique_ptr<Database> database);

    std::unique_ptr<Database> _database; ///< the stores know its address
    EntryStore _entries;
    RowStore _rows;
    FactStore _facts;
};

/// The rules along the whole log, from its notices.
std::expected<RuleTimeline, Failure> timelineOf(LedgerReader &reader, const LedgerSettings &settings);

} // namespace huying
