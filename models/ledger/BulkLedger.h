#pragma once

#include "Head.h"
#include "LedgerSettings.h"
#include "RuleTimeline.h"
#include "WholeFile.h"

#include <rules/Workflow.h>
#include <storage/EntryStore.h>
#include <storage/FactStore.h>
#include <storage/RowStore.h>

#include <functional>
#include <memory>
#include <unordered_map>

namespace huying
{

/// A new ledger written in one go: without an fsync for each event, indexes at the end, one file at the end and none if
/// it is not finished. The same entries give the same bytes.
class BulkLedger
{
public:
    /// Refused where there is a file already.
    static std::expected<BulkLedger, Failure> create(
        const std::filesystem::path &file, const Founding &founding, const LedgerSettings &settings);
    BulkLedger(BulkLedger &&) noexcept;
    ~BulkLedger();

    /// Adds an event that the caller has checked and folded: `after` is the ticket with it. Numbers and origins have to
    /// be new, which finish() looks at.
    std::expected<Position, Failure> append(
        const TicketEvent &event, const std::array<std::uint8_t, 16> &salt, Instant received, const Ticket &after);
    /// Adds a fact; a notice only before the first ticket.
    std::expected<Position, Failure> append(
        const CountyEvent &event, const std::array<std::uint8_t, 16> &salt, Instant received);
    /// Adds an entry that was exported, which has to stand at its position and continue the chain. Its tickets are
    /// checked by the rules and folded in finish().
    std::expected<void, Failure> append(const Entry &entry);

    /// Writes what is left, folds, makes the indexes and gives the file its name. `progress` is told what is being
    /// done, in percent; false stops with Cancelled.
    std::expected<Head, Failure> finish(const std::function<bool(int percent)> &progress);

    const Head &head() const { return _head; }
    const RuleBook &rules() const { return _timeline.now(); }

private:
    struct Stores {
        EntryStore entries;
        RowStore rows;
        FactStore facts;
    };

    BulkLedger(WholeFile file, std::unique_ptr<Database> database, Stores stores, const LedgerSettings &settings);

    std::expected<void, Failure> add(Entry entry);
    std::expected<void, Failure> writeRows(bool all);
    std::expected<void, Failure> foldImported(const std::function<bool(int)> &progress);

    WholeFile _file;
    std::unique_ptr<Database> _database;
    std::optional<Stores> _stores; ///< gone when the file is closed
    LedgerSettings _settings;
    RuleTimeline _timeline;
    Head _head;
    std::unordered_map<TicketId, TicketRow> _changed; ///< rows that are not written yet
    bool _hasTickets = false;
    bool _isImported = false;
};

} // namespace huying
