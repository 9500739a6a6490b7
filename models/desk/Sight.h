#pragma once

#include "OnTop.h"

#include <domain/Directory.h>
#include <views/TicketSight.h>

#include <span>

namespace huying
{

/// What a desk shows of a ticket it has whole: `ticket` with own actions on top.
TicketSight sightOf(
    const Ticket &ticket, const Author &author, const Directory &directory, const RuleBook &rules, Instant now);

/// What can be shown of a ticket of which only the row is here.
TicketSight sightOf(const TicketRow &row, const Directory &directory);

/// The refused actions among `refused` that are about `ticket`, with what others did on it since each was decided.
std::vector<RefusedAction> refusedOn(const Ticket &ticket, std::span<const RefusedProposal> refused);

/// The same of a ticket of which nothing is here but these; nothing where there is none.
std::optional<TicketSight> refusedAlone(const TicketId &ticket, std::span<const RefusedProposal> refused);

} // namespace huying
