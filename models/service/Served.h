#pragma once

#include <accounts/Audience.h>
#include <sync/Feed.h>
#include <sync/SnapshotOf.h>

#include <filesystem>
#include <span>

namespace huying
{

/// A file that a new desk starts from: a cache, packed (packing/Packing.h).
struct PackedSnapshot {
    std::filesystem::path file;
    std::string name; ///< packedName of the file

    bool operator==(const PackedSnapshot &) const = default;
};

/// What the service reads from. All but snapshot is called from its one reading thread, that from another one for each
/// SnapshotOf.
class ServedLog
{
public:
    virtual ~ServedLog() = default;
    /// At most `limit` entries after `position`, as `audience` may see them now, and where the log ends.
    virtual std::expected<Page, Failure> entriesAfter(Position position, int limit, const Audience &audience) = 0;
    /// Without the tickets that `audience` does not see now.
    virtual std::expected<std::vector<Entry>, Failure> trailsOf(
        std::span<const TicketId> tickets, const Audience &audience) = 0;
    virtual std::expected<bool, Failure> isSeen(const TicketId &ticket, const Audience &audience) = 0;
    /// What a new desk of `audience` can start from; made when asked and kept as long as it is worth it. `begun` names
    /// one of which the desk has the beginning: while it is kept, it is that one.
    virtual std::expected<PackedSnapshot, Failure> snapshot(
        const Audience &audience, SnapshotOf of, const std::string &begun) = 0;
};

/// What the service writes to; called from its one writing thread.
class ServedLedger
{
public:
    virtual ~ServedLedger() = default;
    /// One outcome a proposal, in order, once all accepted ones are durable. `by`: who proposes each, checked against
    /// what they may.
    virtual std::expected<std::vector<Outcome>, Failure> append(
        std::span<const Proposal> proposals, std::span<const Account> by) = 0;
};

} // namespace huying
