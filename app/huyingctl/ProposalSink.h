#pragma once

#include "DatabaseCopy.h"

#include <client/BackendCalls.h>
#include <domain/Instant.h>

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

/// Into the ledger in a database, beside its backends.
std::expected<ProposalSink, Failure> sinkInto(const CountyDatabase &database);

/// To the backend that holds the ledger; waits for each answer.
ProposalSink sinkThrough(const BackendAddress &backend);

} // namespace huying
