#include "Happenings.h"

#include <algorithm>

namespace huying
{

namespace
{

bool hasCounted(const Ticket &ticket, Measure measure)
{
    return std::ranges::contains(ticket.counted, measure, &Counted::measure);
}

/// The first assignment of the ticket counts, and the first to each further unit.
void countGiven(Ticket &ticket, const UnitCode &lead, Instant at)
{
    const auto isToIt = [&](const Counted &each) {
        return each.unit == lead && (each.measure == Measure::Assigned || each.measure == Measure::AssignedToAnother);
    };
    if (std::ranges::none_of(ticket.counted, isToIt)) {
        count(ticket, hasCounted(ticket, Measure::Assigned) ? Measure::AssignedToAnother : Measure::Assigned, at, lead);
    }
}

/// A first answer or a result, whichever comes first.
void countReply(Ticket &ticket, Instant at)
{
    if (!hasCounted(ticket, Measure::Replied)) {
        count(ticket, Measure::Replied, at);
    }
}

} // namespace

void count(Ticket &ticket, Measure measure, Instant at, const UnitCode &unit)
{
    ticket.counted.push_back({ measure, dayOf(at), unit });
}

void count(Ticket &ticket, Measure first, Measure again, Instant at)
{
    count(ticket, hasCounted(ticket, first) ? again : first, at);
}

void giveTo(Ticket &ticket, const UnitCode &lead, const std::vector<UnitCode> &cooperating, Instant at)
{
    if (ticket.lead != lead) { // what the unit before asked for, and how it was urged, ends with it
        ticket.extensionRequest.reset();
        ticket.urging = UrgingLevel::None;
    }
    countGiven(ticket, lead, at);
    ticket.step = Step::Assigned;
    ticket.lead = lead;
    ticket.cooperating = cooperating;
    ticket.handler.clear();
    ticket.assignedAt = at;
    ticket.handlingAt.reset();
}

void endBranches(Ticket &ticket, Instant at)
{
    if (ticket.isOnAccount()) {
        ticket.accounts.back().until = at;
    }
    ticket.disputedSince.reset();
    ticket.extensionRequest.reset();
}

void close(Ticket &ticket, Instant at)
{
    endBranches(ticket, at);
    if (!ticket.acceptedAt) {
        count(ticket, Measure::Accepted, at);
    }
    countReply(ticket, at);
    count(ticket, Measure::Closed, Measure::ClosedAgain, at);
    ticket.step = Step::Closed;
    ticket.closedAt = at;
    ticket.acceptedAt = ticket.acceptedAt.value_or(at);
    ticket.milestoneMetAt = ticket.milestoneMetAt.value_or(at);
    ticket.isFollowedUp = false;
}

void openAgain(Ticket &ticket, Instant at)
{
    count(ticket, Measure::Reopened, Measure::ReopenedAgain, at);
    ticket.closedAt.reset();
    ++ticket.reworks;
    if (ticket.lead.isEmpty()) {
        ticket.step = Step::Accepted;
    } else {
        ticket.step = Step::Handling;
        ticket.handlingAt = at;
    }
}

void happen(Ticket &ticket, const Reported &reported, const Moment &moment)
{
    ticket.id = moment.event;
    ticket.number = reported.number;
    ticket.channel = reported.channel;
    ticket.category = reported.category;
    ticket.deadlineClass = reported.deadlineClass;
    ticket.importance = reported.importance;
    ticket.title = reported.title;
    ticket.detail = reported.detail;
    ticket.place = reported.place;
    ticket.origin = reported.origin;
    ticket.citizen = reported.citizen;
    ticket.given = reported.given;
    ticket.reportedAt = moment.at;
    count(ticket, Measure::Reported, moment.at);
    const auto cause = reported.given ? DeadlineCause::Given : DeadlineCause::Reported;
    settleDeadline(ticket, moment.at, cause, moment.rules);
}

void happen(Ticket &ticket, const Accepted &accepted, const Moment &moment)
{
    ticket.step = Step::Accepted;
    ticket.category = accepted.category;
    ticket.deadlineClass = accepted.deadlineClass;
    ticket.importance = accepted.importance;
    if (!ticket.acceptedAt) {
        count(ticket, Measure::Accepted, moment.at);
    }
    ticket.acceptedAt = ticket.acceptedAt.value_or(moment.at);
    if (ticket.reworks > 0) { // it has had its result: the deadline that this met or missed stands
        return;
    }
    ticket.milestoneMetAt.reset();
    settleDeadline(ticket, moment.at, DeadlineCause::Classified, moment.rules);
    if (milestoneOf(ticket) == Milestone::FirstAnswer) {
        ticket.milestoneMetAt = ticket.firstAnsweredAt;
    }
}

void happen(Ticket &ticket, const Voided &voided, const Moment &moment)
{
    endBranches(ticket, moment.at);
    ticket.step = Step::Void;
    ticket.voidReason = voided.reason;
    ticket.deadline.reset();
}

void happen(Ticket &ticket, const Assigned &assigned, const Moment &moment)
{
    giveTo(ticket, assigned.lead, assigned.cooperating, moment.at);
    ticket.basis = assigned.basis;
}

void happen(Ticket &ticket, const HandlingBegun &begun, const Moment &moment)
{
    ticket.step = Step::Handling;
    ticket.handlingAt = moment.at;
    ticket.handler = begun.handler;
}

void happen(Ticket &ticket, const FirstAnswered &, const Moment &moment)
{
    ticket.step = Step::Handling;
    ticket.handlingAt = ticket.handlingAt.value_or(moment.at);
    ticket.firstAnsweredAt = ticket.firstAnsweredAt.value_or(moment.at);
    countReply(ticket, moment.at);
    if (milestoneOf(ticket) == Milestone::FirstAnswer && !ticket.milestoneMetAt) {
        ticket.milestoneMetAt = moment.at;
        ticket.extensionRequest.reset();
    }
}

void happen(Ticket &ticket, const Answered &, const Moment &moment)
{
    ticket.step = Step::Handling;
    ticket.handlingAt = ticket.handlingAt.value_or(moment.at);
    countReply(ticket, moment.at);
    if (!ticket.isFollowedUp) {
        close(ticket, moment.at);
    }
}

void happen(Ticket &ticket, const Reopened &, const Moment &moment)
{
    openAgain(ticket, moment.at);
}

void happen(Ticket &, const Noted &, const Moment &) {}

void happen(Ticket &, const Undone &, const Moment &) {}

void happen(Ticket &, const PhotosAdded &, const Moment &) {}

} // namespace huying
