#pragma once

#include <domain/Instant.h>
#include <sync/Feed.h>

#include <QUrl>

#include <filesystem>
#include <functional>
#include <span>

namespace huying
{

/// Brings proposals into a log; one outcome each.
using ProposalSink =
    std::function<std::expected<std::vector<Outcome>, Failure>(std::span<const Proposal>, Instant now)>;

/// Into the ledger in `file`, which this program then holds. Busy when somebody else does.
std::expected<ProposalSink, Failure> sinkInto(const std::filesystem::path &file);

/// Over HTTP to the backend that holds the ledger; waits for each answer, 15 s at most.
ProposalSink sinkThrough(const QUrl &backend);

} // namespace huying
