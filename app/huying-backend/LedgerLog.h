#pragma once

#include "SnapshotShelf.h"

#include <ledger/LedgerReader.h>

#include <mutex>

namespace huying
{

/// A ledger as the service reads it: a connection of its own for the reading thread, and the snapshots that desks
/// start from.
class LedgerLog : public ServedLog
{
public:
    /// For the backend that holds the ledger: snapshots lie in a folder beside it, not in the temporary one, which may
    /// be memory. What a backend that was killed has left there is removed.
    static std::expected<std::unique_ptr<LedgerLog>, Failure> open(
        const std::filesystem::path &ledger, const std::function<Instant()> &clock);
    ~LedgerLog() override;

    std::expected<Page, Failure> entriesAfter(Position position, int limit, const Audience &audience) override;
    std::expected<std::vector<Entry>, Failure> trailsOf(
        std::span<const TicketId> tickets, const Audience &audience) override;
    std::expected<bool, Failure> isSeen(const TicketId &ticket, const Audience &audience) override;
    std::expected<PackedSnapshot, Failure> snapshot(
        const Audience &audience, SnapshotOf of, const std::string &begun) override;

private:
    LedgerLog(const std::filesystem::path &ledger, const QDir &folder, LedgerReader reader,
        const std::function<Instant()> &clock);

    LedgerReader _reader;
    QDir _folder; ///< of snapshots
    SnapshotShelf _snapshots;
    SnapshotShelf _firstParts;
    std::mutex _lock; ///< the head is asked from the thread of snapshots too
    Position _head = 0;
};

} // namespace huying
