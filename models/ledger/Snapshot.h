#pragma once

#include "Head.h"

#include <filesystem>

namespace huying
{

enum class Personal : std::uint8_t { With, Without };

/// Writes a file that a new desk starts from (a cache, FileKind::Cache): all rows of tickets, all facts, the events of
/// open tickets, and where the log stood. The ledger may be written meanwhile: the file is of one moment. It is there
/// whole or not at all.
std::expected<Head, Failure> writeSnapshot(
    const std::filesystem::path &ledger, const std::filesystem::path &target, Personal personal);

} // namespace huying
