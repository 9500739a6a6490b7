#pragma once

#include <storage/Database.h>

#include <string>

namespace huying::testing
{

/// What of the figures of a ledger or cache is not what a recount of its rows says; empty when all is.
std::string wrongInFigures(const Database &database);
/// The same of the indexes of words, of its rows and of the personal parts in its events.
std::string wrongInSearch(const Database &database);
std::string wrongInFiguresAndSearch(const Database &database);

} // namespace huying::testing
