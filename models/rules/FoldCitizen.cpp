#include "Happenings.h"

#include <algorithm>

namespace huying
{

void happen(Ticket &ticket, const Rated &rated, const Moment &moment)
{
    ticket.rating = rated.rating;
    ticket.ratedAt = moment.at;
    count(ticket, rated.rating == Rating::Satisfied ? Measure::Satisfied : Measure::Dissatisfied, moment.at);
    if (rated.rating == Rating::Dissatisfied) {
        openAgain(ticket, moment.at);
        ticket.isFollowedUp = true;
    }
}

void happen(Ticket &ticket, const FollowedUp &followedUp, const Moment &moment)
{
    if (followedUp.satisfied) {
        if (!ticket.lead.isEmpty()) {
            ticket.handlingAt = ticket.handlingAt.value_or(moment.at);
        }
        close(ticket, moment.at);
    }
}

void happen(Ticket &ticket, const CalledBack &calledBack, const Moment &)
{
    ticket.callBack = calledBack;
}

void happen(Ticket &ticket, const Joined &joined, const Moment &)
{
    ticket.parent = joined.parent;
    ticket.extensionRequest.reset();
}

void happen(Ticket &ticket, const Separated &, const Moment &)
{
    ticket.parent.reset();
}

void happen(Ticket &ticket, const DuplicateAdded &added, const Moment &)
{
    ticket.children.push_back(added.child);
    ++ticket.repeats;
    ticket.importance = std::min(ticket.importance + 1, 3);
}

void happen(Ticket &ticket, const DuplicateRemoved &removed, const Moment &)
{
    ticket.repeats -= static_cast<int>(std::erase(ticket.children, removed.child));
}

void happen(Ticket &ticket, const ClosedWithParent &, const Moment &moment)
{
    close(ticket, moment.at);
}

} // namespace huying
