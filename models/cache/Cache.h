#pragma once

#include <folding/RuleTimeline.h>
#include <folding/TicketMemory.h>
#include <storage/Database.h>
#include <storage/EntryStore.h>
#include <storage/FactStore.h>
#include <storage/FigureReader.h>
#include <storage/TicketStore.h>
#include <sync/Session.h>

#include <filesystem>
#include <memory>
#include <unordered_set>

namespace huying
{

/// What a store() has changed.
struct CacheChange {
    std::unordered_set<TicketId> tickets; ///< those that are gone too
    std::vector<CountyFact> facts; ///< of the county, in the order of the log
    bool isNoticed = false; ///< a notice on holidays is among them
};

/// The workstation's copy of the log: rows of all tickets, events of those it works on, the county's facts. One thread
/// writes it. What is in it can be fetched again; own actions that wait are not here but in the outbox (OutboxFile.h).
class Cache : public Journal
{
public:
    /// Damaged or Newer when the file is not one; the caller throws a damaged one away and fetches it anew.
    static std::expected<std::unique_ptr<Cache>, Failure> open(
        const std::filesystem::path &file, DeadlineSettings deadlines);

    std::expected<Position, Failure> position() const override;
    std::expected<std::vector<TicketId>, Failure> missingFor(const Page &page) const override;
    /// Damaged when the page's chain of hashes does not go on from what is here: then it is another ledger.
    std::expected<void, Failure> store(const Page &page, std::span<const Entry> trails) override;

    /// What has changed since it was last asked.
    CacheChange takeChange();

    /// A ticket folded from its events; nothing when they are not all here.
    std::expected<std::optional<Ticket>, Failure> ticket(const TicketId &id) const;
    std::expected<std::optional<TicketRow>, Failure> row(const TicketId &id) const;
    /// Keeps the whole trail of a ticket that was fetched to be looked at.
    std::expected<void, Failure> keepTrail(std::span<const Entry> trail);

    /// For whose eyes the backend made what is here; nothing where it did not say.
    std::expected<std::optional<std::string>, Failure> audience() const;
    /// The backend's time at which all there was was here, as it was last kept; nothing where it never was.
    std::expected<std::optional<Instant>, Failure> asOf() const;
    std::expected<void, Failure> keepAsOf(Instant asOf);
    /// Whether only the tickets at work are here (SnapshotOf::AtWork).
    std::expected<bool, Failure> isFirstPart() const;

    /// Open tickets and those closed after `closedSince`.
    std::expected<std::vector<RowPointer>, Failure> atWork(Instant closedSince) const;
    std::expected<Directory, Failure> directory() const;
    const RuleBook &rules() const { return _timeline.now(); }

private:
    Cache(std::unique_ptr<Database> database, EntryStore entries, RowStore rows, TicketStore tickets, FactStore facts,
        DeadlineSettings deadlines);

    std::expected<void, Failure> readRules();
    /// The link at the page's end.
    std::expected<Digest, Failure> checkChain(const Page &page) const;
    std::expected<void, Failure> forget(const TicketId &ticket);
    std::expected<void, Failure> removeUnseen(const Page &page, Position first, CacheChange &change);
    std::expected<void, Failure> insert(std::span<const Entry> entries, CacheChange &change);
    std::expected<void, Failure> insertFact(const Entry &entry, CacheChange &change);
    std::expected<void, Failure> write(
        std::span<const Entry> earlier, const Page &fresh, Position first, const Digest &link, CacheChange &change);
    void forgetUncommitted(bool isNoticed);
    std::expected<void, Failure> keepUpTo(Position here, std::span<const Entry> trail);
    std::expected<std::optional<Ticket>, Failure> grown(const TicketId &ticket, std::span<const Entry *const> fresh);
    std::expected<void, Failure> foldAgain(const TicketId &ticket, std::span<const Entry *const> fresh = {});
    std::expected<void, Failure> foldAgain(const std::unordered_set<TicketId> &tickets, std::span<const Entry> fresh);
    std::expected<void, Failure> findByCitizen(const TicketId &ticket);
    std::expected<void, Failure> findByCitizens(std::span<const Entry> trails);
    std::expected<void, Failure> writeHead(Position position, const Digest &chain);

    std::unique_ptr<Database> _database;
    mutable EntryStore _entries;
    mutable RowStore _rows;
    TicketStore _tickets;
    mutable FactStore _facts;
    DeadlineSettings _deadlines;
    RuleTimeline _timeline;
    mutable TicketMemory _memory;
    CacheChange _change;
};

/// A reader's own connection to a cache, for pages of the archive, the heat layer's columns and figures; long reads do
/// not stop the writer.
class CacheReader
{
public:
    static std::expected<std::unique_ptr<CacheReader>, Failure> open(const std::filesystem::path &file);

    RowStore &rows() { return _rows; }
    FigureReader &figures() { return _figures; }

private:
    CacheReader(std::unique_ptr<Database> database, RowStore rows);

    std::unique_ptr<Database> _database;
    RowStore _rows;
    FigureReader _figures;
};

} // namespace huying
