#include "Workflow.h"

#include "CheckContent.h"
#include "Decisions.h"
#include "Undo.h"

#include <algorithm>

namespace huying
{

namespace
{

/// Clocks of desks may differ by this much; an event further before the report is no difference of clocks.
constexpr std::chrono::minutes clockTolerance { 10 };

/// Whether `event` can be one of this ticket's at all.
Hindrance unlessOfTicket(const Ticket &ticket, const TicketEvent &event)
{
    if (ticket.version == 0) {
        if (!std::holds_alternative<Reported>(event.content)) {
            return refused(Say::tr("The ticket has not been reported."));
        }
        return event.ticket == event.id && event.decidedOn == 0
            ? Hindrance()
            : wrong(Say::tr("A report begins a ticket of its own."));
    }
    if (event.ticket != ticket.id) {
        return wrong(Say::tr("The event belongs to another ticket."));
    }
    if (event.decidedOn > ticket.version) {
        return wrong(Say::tr("The event was decided on a later state of the ticket than there is."));
    }
    return std::ranges::contains(ticket.trail, event.id, &TicketEvent::id)
        ? refused(Say::tr("This has happened to the ticket already."))
        : Hindrance();
}

Hindrance whenBeforeReport(const Ticket &ticket, const TicketEvent &event)
{
    return ticket.version > 0 && event.at < ticket.reportedAt - clockTolerance
        ? refused(Say::tr("It is dated before the ticket was reported; set the clock of this desk right."))
        : Hindrance();
}

Hindrance anyHindrance(const Ticket &ticket, const TicketEvent &event, const RuleBook &rules)
{
    if (auto fault = faultIn(event)) {
        return fault;
    }
    if (auto foreign = unlessOfTicket(ticket, event)) {
        return foreign;
    }
    if (auto early = whenBeforeReport(ticket, event)) {
        return early;
    }
    if (std::holds_alternative<Undone>(event.content)) {
        return undoHindrance(ticket, event, rules);
    }
    if (auto crowded = whenTooManyPictures(ticket, event.content)) {
        return crowded;
    }
    auto late = overtaken(ticket, event);
    return late ? late : stateHindrance(ticket, event);
}

} // namespace

std::expected<void, Failure> check(const Ticket &ticket, const TicketEvent &event, const RuleBook &rules)
{
    auto hindered = anyHindrance(ticket, event, rules);
    if (hindered) {
        return std::unexpected(std::move(*hindered));
    }
    return {};
}

std::expected<void, Failure> apply(Ticket &ticket, const TicketEvent &event, const RuleBook &rules)
{
    auto allowed = check(ticket, event, rules);
    if (allowed) {
        fold(ticket, event, rules);
    }
    return allowed;
}

} // namespace huying
