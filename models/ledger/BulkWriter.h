#pragma once

#include "Head.h"
#include "Waiting.h"

#include <storage/EntryStore.h>
#include <storage/FactStore.h>
#include <storage/TicketStore.h>

#include <memory>
#include <thread>
#include <unordered_map>

namespace huying
{

/// An event on its way into a file that is written in one go.
struct BulkEvent {
    AnyEvent event;
    std::array<std::uint8_t, 16> salt {};
    Instant received;
};

/// What is written in one step.
struct BulkPiece {
    std::vector<BulkEvent> events; ///< to be written down, chained and put in
    std::vector<Entry> entries; ///< in their places already
    std::vector<TicketRow> rows; ///< in the order in which they are to stand in the file
    bool isCommitted = false; ///< a transaction ends here
};

/// Puts events into their canonical form, chains them and writes them, on a thread beside the one that thinks them up.
class BulkWriter
{
public:
    static std::expected<std::unique_ptr<BulkWriter>, Failure> on(const Database &database);
    ~BulkWriter();

    /// Waits while too much is waiting. After a failure pieces are dropped.
    void give(BulkPiece piece);
    /// Waits until all is written; the last entry's position and chain, or the first failure.
    std::expected<Head, Failure> finish();

    // For one thread, after finish().
    EntryStore &entries() { return _entries; }
    TicketStore &tickets() { return _tickets; }
    /// Under which number an imported ticket that has no row yet is found.
    std::optional<std::int64_t> searchKeyOf(const TicketId &ticket);

private:
    BulkWriter(const Database &database, EntryStore entries, TicketStore tickets, FactStore facts);

    void run();
    std::expected<void, Failure> write(const BulkPiece &piece);
    std::expected<void, Failure> write(Entry entry);
    std::expected<void, Failure> index(const AnyEvent &event);
    std::expected<void, Failure> index(const Entry &entry);
    std::expected<void, Failure> commit();

    const Database &_database;
    EntryStore _entries;
    TicketStore _tickets;
    FactStore _facts;
    std::unordered_map<TicketId, std::int64_t> _keys; ///< in the index of words, of tickets without a row
    Head _head;
    std::expected<void, Failure> _written;
    Waiting<BulkPiece> _waiting;
    std::jthread _thread;
};

} // namespace huying
