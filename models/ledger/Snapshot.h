#pragma once

#include "Head.h"

#include <accounts/Audience.h>

#include <filesystem>

namespace huying
{

/// Writes a file that a new desk starts from (a cache, FileKind::Cache): what `audience` sees of the rows of tickets,
/// all facts, the events of its open tickets, and where the log stood. No personal parts that are not for it are in it.
/// The ledger may be written meanwhile: the file is of one moment. It is there whole or not at all.
std::expected<Head, Failure> writeSnapshot(
    const std::filesystem::path &ledger, const std::filesystem::path &target, const Audience &audience);

/// The first part of it, for a desk to begin its work with while the whole is made and fetched: of the tickets only
/// those that are open or were closed after `closedSince`, with their figures, none of their events and no search, so
/// that it takes some tenths of a second, however old the ledger is. Its table `state` says so: `extent` is `at-work`.
/// It can be followed as the whole can; a trail that is missing is asked for.
std::expected<Head, Failure> writeFirstPart(const std::filesystem::path &ledger, const std::filesystem::path &target,
    const Audience &audience, Instant closedSince);

/// Whether one of either kind, made for `audience` at `position`, may hold a ticket that has gone out of its sight
/// since. May: also where something was taken back before, which only folding tells apart.
std::expected<bool, Failure> mayHoldWhatWent(
    const std::filesystem::path &ledger, const Audience &audience, Position position);

} // namespace huying
