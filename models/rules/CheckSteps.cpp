#include "Hindrances.h"

#include <ranges>

namespace huying
{

namespace
{

/// Whether a first answer has been given since the ticket was last opened. Neither can be undone, so the trail tells.
bool isFirstAnswered(const Ticket &ticket)
{
    if (ticket.reworks == 0) {
        return ticket.firstAnsweredAt.has_value();
    }
    for (const TicketEvent &event : std::views::reverse(ticket.trail)) {
        if (std::holds_alternative<FirstAnswered>(event.content)) {
            return true;
        }
        const Rated *rated = std::get_if<Rated>(&event.content);
        if (std::holds_alternative<Reopened>(event.content) || (rated && rated->rating == Rating::Dissatisfied)) {
            return false;
        }
    }
    return false;
}

} // namespace

Hindrance hindrance(const Ticket &ticket, const Reported &)
{
    return ticket.version > 0 ? refused(Say::tr("The ticket has been reported already.")) : Hindrance();
}

Hindrance hindrance(const Ticket &ticket, const Accepted &)
{
    if (auto found = firstOf(ticket, whenFinished, whenJoined, whenOnAccount)) {
        return found;
    }
    return ticket.step > Step::Accepted
        ? refused(Say::tr("The ticket is with a unit; it is classified anew after that unit returns it."))
        : Hindrance();
}

Hindrance hindrance(const Ticket &ticket, const Voided &)
{
    if (auto found = firstOf(ticket, whenFinished, whenJoined, whenFollowedUp)) {
        return found;
    }
    return ticket.children.empty()
        ? Hindrance()
        : refused(Say::tr("Duplicates are joined to the ticket; separate them before it becomes void."));
}

Hindrance hindrance(const Ticket &ticket, const Assigned &)
{
    return firstOf(ticket, whenFinished, whenJoined, whenUnaccepted, whenOnAccount, whenDisputed);
}

Hindrance hindrance(const Ticket &ticket, const HandlingBegun &)
{
    if (auto found = firstOf(ticket, whenFinished, whenJoined, whenUnassigned, whenOnAccount)) {
        return found;
    }
    return ticket.step == Step::Handling ? refused(Say::tr("The unit is handling the ticket already.")) : Hindrance();
}

Hindrance hindrance(const Ticket &ticket, const FirstAnswered &)
{
    if (auto found = firstOf(ticket, whenFinished, whenJoined, whenUnassigned, whenOnAccount)) {
        return found;
    }
    return isFirstAnswered(ticket) ? refused(Say::tr("The first answer has been given already.")) : Hindrance();
}

Hindrance hindrance(const Ticket &ticket, const Answered &)
{
    return firstOf(ticket, whenFinished, whenJoined, whenUnassigned, whenOnAccount, whenDisputed);
}

Hindrance hindrance(const Ticket &ticket, const Reopened &)
{
    if (ticket.step == Step::Void) {
        return whenFinished(ticket);
    }
    if (ticket.isOpen()) {
        return refused(Say::tr("The ticket is open; only a closed one can be reopened."));
    }
    return whenJoined(ticket);
}

Hindrance hindrance(const Ticket &, const Noted &)
{
    return {};
}

Hindrance hindrance(const Ticket &, const Undone &)
{
    return {};
}

/// Also of a closed ticket: what was done is often seen only later.
Hindrance hindrance(const Ticket &ticket, const PhotosAdded &)
{
    return ticket.step == Step::Void ? whenFinished(ticket) : Hindrance();
}

Hindrance whenTooManyPictures(const Ticket &ticket, const TicketContent &content)
{
    std::size_t count = attachmentsOf(content).size();
    if (count == 0) {
        return {};
    }
    for (const TicketEvent &event : ticket.trail) {
        count += attachmentsOf(event.content).size();
    }
    return count > attachmentsOfATicket
        ? refused(Say::tr("A ticket has at most %1 pictures.").arg(attachmentsOfATicket))
        : Hindrance();
}

} // namespace huying
