#pragma once

#include "PostgresConnection.h"

#include <ledger/Refusals.h>

namespace huying
{

/// What a county's log has refused, for all its backends; written by whoever has the turn. A statement asks for what
/// was refused of these ids, as refusalsIn() reads it.
PostgresStatement questionOfRefusals(std::int64_t county, std::span<const EventId> ids);
/// All that a county has refused.
PostgresStatement questionOfRefusals(std::int64_t county);
std::vector<Refusal> refusalsIn(const PostgresRows &rows);

/// A record that is there already keeps its first answer; those that are older than refusalsKept go.
std::vector<PostgresStatement> keepingOf(std::int64_t county, std::span<const Refusal> refusals);

} // namespace huying
