#pragma once

#include <ledger/Ledger.h>
#include <ledger/LedgerReader.h>
#include <service/Served.h>

#include <QTemporaryDir>

#include <functional>
#include <mutex>
#include <optional>

namespace huying
{

/// A ledger as the service reads it: a connection of its own for the reading thread, and the snapshot that desks start
/// from.
class LedgerLog : public ServedLog
{
public:
    static std::expected<std::unique_ptr<LedgerLog>, Failure> open(const std::filesystem::path &ledger);

    std::expected<Page, Failure> entriesAfter(Position position, int limit) override;
    std::expected<std::vector<Entry>, Failure> trailsOf(std::span<const TicketId> tickets) override;
    /// Kept until the log has gone on by so much that catching up costs more than a new one.
    std::expected<std::filesystem::path, Failure> snapshot() override;

private:
    LedgerLog(std::filesystem::path ledger, LedgerReader reader);

    std::filesystem::path _ledger;
    LedgerReader _reader;
    QTemporaryDir _folder; ///< of snapshots
    std::optional<Head> _snapshot;
    int _made = 0;
    std::mutex _lock; ///< the head is asked from the thread of snapshots too
    Position _head = 0;
};

/// A ledger as the service writes it.
class LedgerWriter : public ServedLedger
{
public:
    LedgerWriter(Ledger &ledger, std::function<Instant()> clock);

    std::expected<std::vector<Outcome>, Failure> append(std::span<const Proposal> proposals) override;

private:
    Ledger &_ledger;
    std::function<Instant()> _clock;
};

} // namespace huying
