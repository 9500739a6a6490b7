#include "Hindrances.h"

namespace huying
{

Hindrance whenFinished(const Ticket &ticket)
{
    switch (ticket.step) {
    case Step::Closed:
        return refused(Say::tr("The ticket is closed; reopen it first."));
    case Step::Void:
        return refused(Say::tr("The ticket is void; what is still to be done is reported anew."));
    default:
        return {};
    }
}

Hindrance whenJoined(const Ticket &ticket)
{
    return ticket.parent
        ? refused(Say::tr("The ticket is joined to another as a duplicate; work on that one or separate it first."))
        : Hindrance();
}

Hindrance whenOnAccount(const Ticket &ticket)
{
    return ticket.isOnAccount() ? refused(Say::tr("The ticket is on account, its clock stands still; resume it first."))
                                : Hindrance();
}

Hindrance whenDisputed(const Ticket &ticket)
{
    return ticket.disputedSince ? refused(Say::tr("Whose the ticket is, is disputed; it has to be ruled on first."))
                                : Hindrance();
}

Hindrance whenFollowedUp(const Ticket &ticket)
{
    return ticket.isFollowedUp
        ? refused(Say::tr("The citizen was not satisfied; only a follow-up that satisfies them ends this ticket."))
        : Hindrance();
}

Hindrance whenUnaccepted(const Ticket &ticket)
{
    return ticket.step == Step::Reported ? refused(Say::tr("The ticket is only reported; accept it first."))
                                         : Hindrance();
}

Hindrance whenUnassigned(const Ticket &ticket)
{
    if (auto unaccepted = whenUnaccepted(ticket)) {
        return unaccepted;
    }
    return ticket.step == Step::Accepted ? refused(Say::tr("The ticket is with no unit; assign it first."))
                                         : Hindrance();
}

Hindrance whenNoClockRuns(const Ticket &ticket)
{
    if (ticket.milestoneMetAt) {
        return refused(Say::tr("What the deadline asked for is done; no clock is running."));
    }
    return ticket.deadline ? Hindrance() : refused(Say::tr("The ticket has no deadline."));
}

Hindrance stateHindrance(const Ticket &ticket, const TicketEvent &event)
{
    return std::visit(
        [&](const auto &content) {
            auto found = hindrance(ticket, content);
            return found ? found : mismatch(ticket, content, event.at);
        },
        event.content);
}

} // namespace huying
