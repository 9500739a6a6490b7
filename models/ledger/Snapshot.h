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

} // namespace huying
