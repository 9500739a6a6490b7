#pragma once

#include <accounts/Account.h>
#include <domain/Ticket.h>

#include <random>
#include <span>

namespace huying::testing
{

/// What the one who is signed in as `account` does next to `ticket`: mostly something its step and their role allow,
/// with any particulars. Nothing when nothing is offered.
std::optional<TicketContent> nextDeed(
    const Ticket &ticket, const Account &account, Instant now, std::mt19937_64 &random);

/// The same, but something that makes it another's, where that is possible.
std::optional<TicketContent> movingDeed(
    const Ticket &ticket, const Account &account, Instant now, std::mt19937_64 &random);

/// Of something that lies in `township`.
Reported reportNumbered(std::string number, const RegionCode &township, std::mt19937_64 &random);

} // namespace huying::testing
