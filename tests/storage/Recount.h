#pragma once

#include <storage/Database.h>

#include <string>

namespace huying::testing
{

/// What of the figures and of the indexes of words of a ledger or cache is not what a recount of its rows and of the
/// personal parts in its events says; empty when all is.
std::string wrongInFiguresAndSearch(const Database &database);

} // namespace huying::testing
