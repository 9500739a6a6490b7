#pragma once

#include <ledger/LedgerReader.h>
#include <service/Served.h>

#include <QDir>

#include <map>
#include <mutex>
#include <optional>

namespace huying
{

/// A ledger as the service reads it: a connection of its own for the reading thread, and the snapshot that desks start
/// from.
class LedgerLog : public ServedLog
{
public:
    /// For the backend that holds the ledger: snapshots lie in a folder beside it, not in the temporary one, which may
    /// be memory. What a backend that was killed has left there is removed.
    static std::expected<std::unique_ptr<LedgerLog>, Failure> open(const std::filesystem::path &ledger);
    ~LedgerLog() override;

    std::expected<Page, Failure> entriesAfter(Position position, int limit, const Audience &audience) override;
    std::expected<std::vector<Entry>, Failure> trailsOf(
        std::span<const TicketId> tickets, const Audience &audience) override;
    std::expected<bool, Failure> isSeen(const TicketId &ticket, const Audience &audience) override;
    /// Kept for each audience until the log has gone on by so much that catching up costs more than a new one.
    std::expected<PackedSnapshot, Failure> snapshot(const Audience &audience, const std::string &begun) override;

private:
    struct Kept {
        Position position = 0;
        int number = 0; ///< grows: the oldest has the smallest
        PackedSnapshot packed;
        std::optional<PackedSnapshot> before; ///< the one before it, for desks that are still reading that
    };

    LedgerLog(std::filesystem::path ledger, LedgerReader reader);
    std::expected<Kept, Failure> make(const Audience &audience);
    static void remove(const std::optional<PackedSnapshot> &packed);
    void makeRoom();

    std::filesystem::path _ledger;
    LedgerReader _reader;
    QDir _folder; ///< of snapshots
    std::map<std::string, Kept> _kept; ///< by the audience's name
    int _made = 0;
    std::mutex _lock; ///< the head is asked from the thread of snapshots too
    Position _head = 0;
};

} // namespace huying
