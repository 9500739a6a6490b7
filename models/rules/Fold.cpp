#include "Workflow.h"

#include "Decisions.h"
#include "Happenings.h"
#include "Undo.h"

#include <algorithm>
#include <utility>

namespace huying
{

namespace
{

/// The author's moment decides, but clocks differ between desks: nothing happens before the step it follows, so that no
/// duration is negative. An event that only comes later than others of the same step keeps its own moment.
Instant effective(const Ticket &ticket, Instant at)
{
    at = std::max(at, ticket.reportedAt);
    for (const auto &step : { ticket.acceptedAt, ticket.assignedAt, ticket.handlingAt, ticket.closedAt }) {
        at = std::max(at, step.value_or(at));
    }
    if (!ticket.accounts.empty()) {
        at = std::max(at, ticket.accounts.back().until.value_or(ticket.accounts.back().since));
    }
    return at;
}

} // namespace

bool isSameDeadline(const Deadline &one, const Deadline &other)
{
    return one.due == other.due && one.milestone == other.milestone && one.isProvisional == other.isProvisional;
}

void settleDeadline(Ticket &ticket, Instant at, DeadlineCause cause, const RuleBook &rules)
{
    // A ticket classified anew as public service may have its first answer behind it; still it has the limit for it.
    const auto answered = std::exchange(ticket.firstAnsweredAt, std::nullopt);
    ticket.deadline = deadlineOf(ticket, rules.calendar, rules.deadlines);
    ticket.firstAnsweredAt = answered;
    if (!ticket.deadline) {
        return;
    }
    if (!ticket.deadlines.empty() && isSameDeadline(ticket.deadlines.back(), *ticket.deadline)) {
        ticket.deadline = ticket.deadlines.back();
        return;
    }
    ticket.deadline->cause = cause;
    ticket.deadline->since = ticket.deadlines.empty() ? at : std::max(at, ticket.deadlines.back().since);
    ticket.deadlines.push_back(*ticket.deadline);
    ticket.urging = UrgingLevel::None;
}

Milestone milestoneOf(const Ticket &ticket)
{
    if (ticket.deadline) {
        return ticket.deadline->milestone;
    }
    return ticket.deadlineClass == DeadlineClass::PublicService ? Milestone::FirstAnswer : Milestone::Solved;
}

void happen(Ticket &ticket, const TicketEvent &event, Version version, const RuleBook &rules)
{
    const Moment moment { version == 1 ? event.at : effective(ticket, event.at), event.id, rules };
    std::visit([&](const auto &content) { happen(ticket, content, moment); }, event.content);
    if (decides(event.content)) {
        ticket.decisionVersion = version;
    }
}

void fold(Ticket &ticket, const TicketEvent &event, const RuleBook &rules)
{
    if (const Undone *undone = std::get_if<Undone>(&event.content)) {
        takeBack(ticket, *undone, rules);
    } else {
        happen(ticket, event, ticket.version + 1, rules);
    }
    ticket.changedAt = ticket.version == 0 ? event.at : std::max(ticket.changedAt, event.at);
    ++ticket.version;
    ticket.trail.push_back(event);
}

Ticket folded(std::span<const TicketEvent> events, const RuleBook &rules)
{
    Ticket ticket;
    ticket.trail.reserve(events.size());
    for (const TicketEvent &event : events) {
        fold(ticket, event, rules);
    }
    return ticket;
}

bool renotice(Ticket &ticket, Instant since, const RuleBook &rules)
{
    if (!ticket.isOpen() || ticket.milestoneMetAt || !ticket.deadline || !ticket.deadline->isProvisional) {
        return false;
    }
    const std::size_t before = ticket.deadlines.size();
    settleDeadline(ticket, since, DeadlineCause::Noticed, rules);
    return ticket.deadlines.size() > before;
}

} // namespace huying
