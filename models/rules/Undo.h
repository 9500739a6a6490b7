#pragma once

#include "Workflow.h"

#include "Hindrances.h"

namespace huying
{

/// Why `event`, an Undone, may not take back what it names.
Hindrance undoHindrance(const Ticket &ticket, const TicketEvent &event, const RuleBook &rules);

/// Step, units, deadline and all else as if `undone` had not been; the trail stays, and the caller adds to it.
void takeBack(Ticket &ticket, const Undone &undone, const RuleBook &rules);

} // namespace huying
