#pragma once

#include <sync/Feed.h>

#include <filesystem>
#include <span>

namespace huying
{

/// What the service reads from. entriesAfter and trailsOf are called from its one reading thread, snapshot from another
/// one.
class ServedLog
{
public:
    virtual ~ServedLog() = default;
    /// At most `limit` entries after `position`, and where the log ends.
    virtual std::expected<Page, Failure> entriesAfter(Position position, int limit) = 0;
    virtual std::expected<std::vector<Entry>, Failure> trailsOf(std::span<const TicketId> tickets) = 0;
    /// A file a new desk can start from; made when asked and kept as long as it is worth it.
    virtual std::expected<std::filesystem::path, Failure> snapshot() = 0;
};

/// What the service writes to; called from its one writing thread.
class ServedLedger
{
public:
    virtual ~ServedLedger() = default;
    /// One outcome a proposal, in order, once all accepted ones are durable.
    virtual std::expected<std::vector<Outcome>, Failure> append(std::span<const Proposal> proposals) = 0;
};

} // namespace huying
