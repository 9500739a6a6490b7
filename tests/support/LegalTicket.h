#pragma once

#include <domain/Ticket.h>

#include <string>
#include <vector>

namespace huying
{

/// What about `ticket` cannot be, whatever led to it; empty when all is well. Written from product.md and Ticket.h
/// alone, independent of the rules, and slow.
std::string illegal(const Ticket &ticket);

/// The events that stand: neither undone nor themselves an undoing.
std::vector<const TicketEvent *> standingEvents(const Ticket &ticket);

} // namespace huying
