#include "Workflow.h"

#include "Hindrances.h"

#include <algorithm>

namespace huying
{

namespace
{

Hindrance whenParent(const Ticket &ticket)
{
    return ticket.children.empty()
        ? Hindrance()
        : refused(Say::tr("Duplicates are joined to this ticket; it cannot become a duplicate itself."));
}

Hindrance unlessParentIs(const Ticket &ticket, const TicketId &named)
{
    return ticket.parent == named ? Hindrance() : refused(Say::tr("The ticket is joined to a different one."));
}

Hindrance whenNotJoined(const Ticket &ticket)
{
    return ticket.parent ? Hindrance() : refused(Say::tr("The ticket is not joined to another."));
}

} // namespace

Hindrance hindrance(const Ticket &ticket, const Joined &)
{
    return firstOf(ticket, whenFinished, whenJoined, whenParent, whenOnAccount, whenDisputed, whenFollowedUp);
}

Hindrance mismatch(const Ticket &ticket, const Joined &joined, Instant)
{
    if (joined.parent.isNull()) {
        return wrong(Say::tr("It is not said which ticket it is a duplicate of."));
    }
    return joined.parent == ticket.id ? refused(Say::tr("A ticket is no duplicate of itself.")) : Hindrance();
}

Hindrance hindrance(const Ticket &ticket, const Separated &)
{
    return whenNotJoined(ticket);
}

Hindrance mismatch(const Ticket &ticket, const Separated &separated, Instant)
{
    return unlessParentIs(ticket, separated.parent);
}

Hindrance hindrance(const Ticket &ticket, const DuplicateAdded &)
{
    return firstOf(ticket, whenFinished, whenJoined);
}

Hindrance mismatch(const Ticket &ticket, const DuplicateAdded &added, Instant)
{
    if (added.child.isNull()) {
        return wrong(Say::tr("It is not said which ticket is the duplicate."));
    }
    if (added.child == ticket.id) {
        return refused(Say::tr("A ticket is no duplicate of itself."));
    }
    return std::ranges::contains(ticket.children, added.child) ? refused(Say::tr("That duplicate is joined already."))
                                                               : Hindrance();
}

Hindrance hindrance(const Ticket &ticket, const DuplicateRemoved &)
{
    return ticket.children.empty() ? refused(Say::tr("No duplicates are joined to the ticket.")) : Hindrance();
}

Hindrance mismatch(const Ticket &ticket, const DuplicateRemoved &removed, Instant)
{
    return std::ranges::contains(ticket.children, removed.child)
        ? Hindrance()
        : refused(Say::tr("That ticket is not joined to this one."));
}

Hindrance hindrance(const Ticket &ticket, const ClosedWithParent &)
{
    return firstOf(ticket, whenFinished, whenNotJoined, whenFollowedUp);
}

Hindrance mismatch(const Ticket &ticket, const ClosedWithParent &closed, Instant)
{
    return unlessParentIs(ticket, closed.parent);
}

std::expected<void, Failure> checkJoin(const Ticket &child, const Ticket &parent)
{
    Hindrance found = hindrance(child, Joined { parent.id });
    found = found ? found : mismatch(child, Joined { parent.id }, {});
    found = found ? found : hindrance(parent, DuplicateAdded { child.id });
    found = found ? found : mismatch(parent, DuplicateAdded { child.id }, {});
    return found ? std::unexpected(std::move(*found)) : std::expected<void, Failure>();
}

} // namespace huying
