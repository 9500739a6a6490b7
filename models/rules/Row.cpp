#include "Workflow.h"

#include <algorithm>
#include <limits>

namespace huying
{

namespace
{

std::uint16_t counted(int count)
{
    return static_cast<std::uint16_t>(std::clamp(count, 0, int { std::numeric_limits<std::uint16_t>::max() }));
}

void addClock(TicketRow &row, const Ticket &ticket, const RuleBook &rules)
{
    row.milestoneMetAt = ticket.milestoneMetAt;
    if (!ticket.deadline) {
        return;
    }
    row.due = ticket.deadline->due;
    row.milestone = ticket.deadline->milestone;
    if (ticket.isOpen() && !ticket.milestoneMetAt) {
        row.soonAt = soonFrom(ticket, rules.calendar, rules.deadlines);
        row.isProvisional = ticket.deadline->isProvisional;
    }
}

void addFlags(TicketRow &row, const Ticket &ticket)
{
    row.isOnAccount = ticket.isOnAccount();
    row.isDisputed = ticket.disputedSince.has_value();
    row.isExtensionAsked = ticket.extensionRequest.has_value();
    row.isFollowedUp = ticket.isFollowedUp;
    row.isCalledBack = ticket.callBack.has_value();
    row.isJoined = ticket.parent.has_value();
    row.rating = ticket.rating;
    row.bounces = counted(ticket.bounces);
    row.reworks = counted(ticket.reworks);
    row.repeats = counted(ticket.repeats);
    row.urging = ticket.urging;
}

} // namespace

TicketRow rowOf(const Ticket &ticket, const RuleBook &rules)
{
    TicketRow row;
    row.id = ticket.id;
    row.version = ticket.version;
    row.number = ticket.number;
    row.step = ticket.step;
    row.channel = ticket.channel;
    row.deadlineClass = ticket.deadlineClass;
    row.category = ticket.category;
    row.region = ticket.place.region;
    row.place = ticket.place.text;
    row.point = ticket.place.point;
    row.title = ticket.title;
    row.lead = ticket.lead;
    row.cooperating = ticket.cooperating;
    row.reportedAt = ticket.reportedAt;
    row.changedAt = ticket.changedAt;
    row.closedAt = ticket.closedAt;
    row.firstAnsweredAt = ticket.firstAnsweredAt;
    row.importance = ticket.importance;
    row.origin = ticket.origin;
    addClock(row, ticket, rules);
    addFlags(row, ticket);
    row.counted = countedOf(ticket);
    return row;
}

} // namespace huying
