#pragma once

#include "Truth.h"
#include "WorldDesk.h"

namespace huying::testing
{

/// What is wrong at a desk, in words: it has to be at rest, each of its actions is in the log or among its refused
/// ones, and its cache is the ledger as its role may see it.
std::string wrongAt(WorldDesk &desk, const Truth &truth);

} // namespace huying::testing
