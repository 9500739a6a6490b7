#pragma once

#include "Account.h"

#include <canonical/Record.h>
#include <domain/Ticket.h>

namespace huying
{

/// Whether `account` may propose `event`; `before` is its ticket as it stands, version 0 for a new one and for facts of
/// the county. Refused with a reason for people. Whether the ticket allows it is the rules' business (Workflow.h).
///
/// - The author is the account, at any desk. A machine hands on what others did (the city's 12345, an import) and names
///   them; it may propose everything.
/// - Tickets out of sight are not touched. What the flow asks of the unit that has the ticket (taking up, answers,
///   return, extension) is for its lead unit and for dispatchers.
/// - A township reports what lies in it. A wall proposes nothing.
/// - Facts of the county are an administrator's, categories and who is responsible for them also the organisation
///   department's.
std::expected<void, Failure> mayPropose(const Account &account, const AnyEvent &event, const Ticket &before);

/// Whether an event of `kind` (ticketKindNames) on `ticket` is for this account at all.
bool mayChoose(const Account &account, std::string_view kind, const Ticket &ticket);

/// Whether pictures of the tickets in sight are for this account: they may show people, so neither a wall nor a machine
/// that hands on gets them.
bool maySeePictures(const Account &account);

} // namespace huying
