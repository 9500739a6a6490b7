#pragma once

#include "LiveCounty.h"

#include <ledger/LedgerReader.h>

namespace huying
{

/// Where a live county goes on from what `ledger` holds: its open tickets, the time of its latest event, and the ticket
/// numbers that are left on `today`. Seed and rate are the caller's.
std::expected<LiveStart, Failure> liveStartOf(LedgerReader &ledger, Day today, const LedgerSettings &settings);

} // namespace huying
