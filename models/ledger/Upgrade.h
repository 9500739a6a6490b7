#pragma once

#include "LedgerReader.h"

namespace huying
{

/// Ends what a schema step could not do by itself: rows that schema 1 wrote get the units that work along, from their
/// trails. One transaction; a ledger without such rows is left alone.
std::expected<void, Failure> foldRowsOfOldSchema(LedgerReader &reader, const RuleTimeline &timeline);

} // namespace huying
