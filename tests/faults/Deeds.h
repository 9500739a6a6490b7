#pragma once

#include <domain/Ticket.h>

#include <random>
#include <span>

namespace huying::testing
{

/// What somebody does next to `ticket`: mostly something its step allows, with any particulars. Nothing when nothing
/// is offered.
std::optional<TicketContent> nextDeed(const Ticket &ticket, Instant now, std::mt19937_64 &random);

Reported reportNumbered(std::string number, std::mt19937_64 &random);

Author authorAt(int desk);

} // namespace huying::testing
