#pragma once

#include "BulkWriter.h"
#include "LedgerSettings.h"
#include "WholeFile.h"

#include <folding/RuleTimeline.h>
#include <functional>
#include <unordered_map>

namespace huying
{

/// A new ledger written in one go: without an fsync for each event, indexes at the end, one file at the end and none if
/// it is not finished. The same events give the same bytes. Writing goes on beside the caller's thread; what fails
/// there is said by finish().
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
    Position append(TicketEvent event, const std::array<std::uint8_t, 16> &salt, Instant received, const Ticket &after);
    /// The same for who knows which event is a ticket's last here: its row comes once, with `keep`, which may be later:
    /// it is as that event, or the notice that set its deadline anew, left it.
    Position append(TicketEvent event, const std::array<std::uint8_t, 16> &salt, Instant received);
    void keep(const Ticket &ticket);
    /// Adds a fact. A notice after the first ticket is for callers that `keep` and set provisional deadlines anew
    /// themselves; Invalid for others.
    std::expected<Position, Failure> append(
        const CountyEvent &event, const std::array<std::uint8_t, 16> &salt, Instant received);
    /// Adds an entry that was exported, with whatever stands in it: its tickets are checked by the rules and folded in
    /// finish(). Damaged when it does not continue the log.
    std::expected<void, Failure> append(Entry entry);

    /// Writes what is left, folds, makes the indexes and gives the file its name. `progress` is told what is done, in
    /// percent; false stops with Cancelled, and leaves no file.
    std::expected<Head, Failure> finish(const std::function<bool(int percent)> &progress);

    Position position() const { return _position; }
    const RuleBook &rules() const { return _timeline.now(); }

private:
    BulkLedger(WholeFile file, std::unique_ptr<Database> database, std::unique_ptr<BulkWriter> writer,
        const LedgerSettings &settings);

    void advance();
    void takeRows(bool all);
    std::expected<void, Failure> foldImported(const std::function<bool(int)> &progress);

    WholeFile _file;
    std::unique_ptr<Database> _database;
    std::unique_ptr<BulkWriter> _writer;
    LedgerSettings _settings;
    RuleTimeline _timeline;
    BulkPiece _piece; ///< not yet given to the writer
    Position _position = 0;
    Digest _importedChain {};
    std::unordered_map<TicketId, TicketRow> _changed; ///< rows that are not written yet
    bool _hasRows = false; ///< that a notice would have to change
    bool _isImported = false;
};

} // namespace huying
