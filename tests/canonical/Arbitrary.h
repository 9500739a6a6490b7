#pragma once

#include <canonical/Record.h>

#include <rapidcheck.h>

namespace huying
{

using Salt = std::array<std::uint8_t, 16>;

// Make any value of any event, from the same tables by which they are written; to be called within a property.

/// An event of the `kind`-th kind of ticketKindNames.
TicketEvent anyTicketEvent(std::size_t kind);
/// A fact of the `kind`-th kind of countyFactNames.
CountyEvent anyCountyEvent(std::size_t kind);
Instant anyInstant();
Salt anySalt();

} // namespace huying
