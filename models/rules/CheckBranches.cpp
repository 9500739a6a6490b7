#include "Hindrances.h"

namespace huying
{

namespace
{

Hindrance whenExtensionIsAsked(const Ticket &ticket)
{
    return ticket.extensionRequest ? refused(Say::tr("An extension has been asked for; grant or refuse that first."))
                                   : Hindrance();
}

Hindrance whenNoExtensionIsAsked(const Ticket &ticket)
{
    return ticket.extensionRequest ? Hindrance() : refused(Say::tr("No extension has been asked for."));
}

Hindrance unlessLater(const Ticket &ticket, const Longer &longer)
{
    return longer.until && *longer.until <= ticket.deadline->due
        ? refused(Say::tr("An extension ends later than the deadline that is in force."))
        : Hindrance();
}

/// The last day that belongs to the deadline: one that ends at 24:00 ends on the day before.
Day lastDayOf(const Deadline &deadline)
{
    return dayOf(deadline.due - std::chrono::milliseconds { 1 });
}

} // namespace

Hindrance hindrance(const Ticket &ticket, const Returned &)
{
    return firstOf(ticket, whenFinished, whenJoined, whenUnassigned, whenOnAccount, whenDisputed);
}

Hindrance hindrance(const Ticket &ticket, const Disputed &)
{
    if (auto found = firstOf(ticket, whenFinished, whenJoined)) {
        return found;
    }
    if (ticket.disputedSince) {
        return refused(Say::tr("Whose the ticket is, is disputed already."));
    }
    return ticket.step == Step::Accepted && ticket.bounces > 0 ? Hindrance() : whenUnassigned(ticket);
}

Hindrance hindrance(const Ticket &ticket, const Ruled &)
{
    if (auto found = firstOf(ticket, whenFinished, whenJoined)) {
        return found;
    }
    return ticket.disputedSince ? Hindrance() : refused(Say::tr("There is no dispute to rule on."));
}

Hindrance hindrance(const Ticket &ticket, const ExtensionAsked &)
{
    return firstOf(
        ticket, whenFinished, whenJoined, whenUnassigned, whenOnAccount, whenNoClockRuns, whenExtensionIsAsked);
}

Hindrance mismatch(const Ticket &ticket, const ExtensionAsked &asked, Instant)
{
    return unlessLater(ticket, asked.wanted);
}

Hindrance hindrance(const Ticket &ticket, const ExtensionGranted &)
{
    return firstOf(ticket, whenFinished, whenJoined, whenNoExtensionIsAsked);
}

Hindrance mismatch(const Ticket &ticket, const ExtensionGranted &granted, Instant)
{
    return unlessLater(ticket, granted.granted);
}

Hindrance hindrance(const Ticket &ticket, const ExtensionRefused &)
{
    return firstOf(ticket, whenFinished, whenJoined, whenNoExtensionIsAsked);
}

Hindrance hindrance(const Ticket &ticket, const PutOnAccount &)
{
    return firstOf(ticket, whenFinished, whenJoined, whenUnaccepted, whenExtensionIsAsked);
}

Hindrance hindrance(const Ticket &ticket, const Resumed &)
{
    return ticket.isOnAccount() ? Hindrance() : refused(Say::tr("The ticket is not on account."));
}

Hindrance hindrance(const Ticket &ticket, const Conferred &)
{
    return firstOf(ticket, whenFinished, whenJoined, whenUnaccepted);
}

Hindrance hindrance(const Ticket &ticket, const Urged &)
{
    return firstOf(ticket, whenFinished, whenJoined, whenUnassigned, whenOnAccount, whenNoClockRuns);
}

Hindrance mismatch(const Ticket &ticket, const Urged &urged, Instant at)
{
    if (urged.level < ticket.urging) {
        return refused(Say::tr("The unit has been urged more strongly already; the ladder only goes up."));
    }
    if (urged.level == UrgingLevel::Reminder && at > ticket.deadline->due) {
        return refused(Say::tr("The deadline has passed; a written order follows, not a reminder."));
    }
    if (urged.level == UrgingLevel::WrittenOrder && dayOf(at) <= lastDayOf(*ticket.deadline)) {
        return refused(Say::tr("A written order is given from the day after the deadline on; until then, remind."));
    }
    if (urged.level == UrgingLevel::LeaderNotice && ticket.urging < UrgingLevel::WrittenOrder) {
        return refused(Say::tr("The leader is told after a written order; give that first."));
    }
    return {};
}

} // namespace huying
