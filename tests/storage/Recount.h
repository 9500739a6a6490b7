#pragma once

#include <storage/Database.h>

#include <filesystem>
#include <string>

namespace huying::testing
{

/// What of the figures of a ledger or cache is not what a recount of its rows says; empty when all is.
std::string wrongInFigures(const Database &database);
/// The same of the indexes of words, of its rows and of the personal parts in its events.
/// Those of a cache may be at `ledger` alone: its reader sees them where `seesCitizens`.
std::string wrongInSearch(const Database &database, const std::filesystem::path &ledger = {}, bool seesCitizens = true);
std::string wrongInFiguresAndSearch(
    const Database &database, const std::filesystem::path &ledger = {}, bool seesCitizens = true);

} // namespace huying::testing
