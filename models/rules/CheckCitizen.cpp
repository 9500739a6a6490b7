#include "Hindrances.h"

#include <ranges>

namespace huying
{

namespace
{

Hindrance whenNotClosed(const Ticket &ticket)
{
    if (ticket.step == Step::Void) {
        return whenFinished(ticket);
    }
    return ticket.isOpen() ? refused(Say::tr("The ticket is still open; the citizen is asked when it is closed."))
                           : Hindrance();
}

bool closes(const TicketEvent &event)
{
    const FollowedUp *followedUp = std::get_if<FollowedUp>(&event.content);
    return std::holds_alternative<Answered>(event.content) || std::holds_alternative<ClosedWithParent>(event.content)
        || (followedUp && followedUp->satisfied);
}

/// Whether this closing has been rated. Neither closings nor ratings can be undone, so the trail tells.
bool isRated(const Ticket &ticket)
{
    if (!ticket.rating) {
        return false;
    }
    for (const TicketEvent &event : std::views::reverse(ticket.trail)) {
        if (std::holds_alternative<Rated>(event.content)) {
            return true;
        }
        if (closes(event)) {
            return false;
        }
    }
    return false;
}

} // namespace

Hindrance hindrance(const Ticket &ticket, const Rated &)
{
    if (auto found = whenNotClosed(ticket)) {
        return found;
    }
    return isRated(ticket) ? refused(Say::tr("The citizen has rated this result already.")) : Hindrance();
}

Hindrance hindrance(const Ticket &ticket, const FollowedUp &)
{
    if (auto found = whenFinished(ticket)) {
        return found;
    }
    return ticket.isFollowedUp ? Hindrance()
                               : refused(Say::tr("Only a ticket with a bad rating is followed up with the citizen."));
}

Hindrance mismatch(const Ticket &ticket, const FollowedUp &followedUp, Instant)
{
    return followedUp.satisfied ? firstOf(ticket, whenOnAccount, whenDisputed) : Hindrance();
}

Hindrance hindrance(const Ticket &ticket, const CalledBack &)
{
    return whenNotClosed(ticket);
}

} // namespace huying
