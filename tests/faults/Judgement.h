#pragma once

#include "WorldDesk.h"

namespace huying::testing
{

/// What is wrong after a run, in words; empty when every promise of the sync was kept:
/// every action is in the log exactly once or on its desk's list of refused ones, never both, every answer that was
/// given still holds, the chain verifies and the rows are what their trails say, each desk has what the ledger has as
/// its role may see it, the figures of all are what a recount says, and so are the words to search for of one of them,
/// another one each time.
std::string wrongIn(WorldBackend &backend, const std::vector<std::unique_ptr<WorldDesk>> &desks);

} // namespace huying::testing
