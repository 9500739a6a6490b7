#pragma once

#include <views/TicketSight.h>

#include <QKeySequence>
#include <QString>

#include <vector>

namespace huying
{

/// What can be done with a ticket now, as it is offered: by a button and by its key.
struct OfferedAction {
    std::string_view kind; ///< as in ticketKindNames
    QString word;
    QKeySequence key;
    bool isPrimary = false; ///< the one thing to do next
    std::optional<TicketContent> content; ///< done at once; without it a form asks for more

    bool operator==(const OfferedAction &) const = default;
};

/// What the ticket's state and the desk's role allow, the primary one first, the others in the order of the flow.
std::vector<OfferedAction> actionsFor(const TicketSight &sight);

/// What doing `kind` is called while the ticket stands as it does: `Accept`, later `Classify anew`.
QString wordForAction(std::string_view kind, const Ticket &ticket);

} // namespace huying
