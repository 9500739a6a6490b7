#pragma once

#include "LiveCounty.h"

#include <ledger/LedgerReader.h>

namespace huying
{

/// The tickets of some ids, each as the log has it.
using TicketsOf = std::function<std::expected<std::vector<Ticket>, Failure>(std::span<const TicketId> ids)>;

/// Where a live county goes on from what the log holds that `rows` tell of: its open tickets, the time of its latest
/// event, and the ticket numbers that are left on `today`. Seed and rate are the caller's.
std::expected<LiveStart, Failure> liveStartOf(RowStore &rows, const TicketsOf &ticketsOf, Day today);

/// Where a live county goes on from what `ledger` holds.
std::expected<LiveStart, Failure> liveStartOf(LedgerReader &ledger, Day today, const LedgerSettings &settings);

} // namespace huying
