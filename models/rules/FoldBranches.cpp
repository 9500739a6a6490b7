#include "Happenings.h"

#include <algorithm>

namespace huying
{

namespace
{

bool isReturn(const Counted &each)
{
    return each.measure == Measure::Returned || each.measure == Measure::ReturnedByAnother
        || each.measure == Measure::ReturnedAgain;
}

void countReturn(Ticket &ticket, Instant at)
{
    const bool isFirst = std::ranges::none_of(ticket.counted, isReturn);
    const bool isFirstOfUnit = std::ranges::none_of(
        ticket.counted, [&](const Counted &each) { return isReturn(each) && each.unit == ticket.lead; });
    count(ticket,
        isFirst             ? Measure::Returned
            : isFirstOfUnit ? Measure::ReturnedByAnother
                            : Measure::ReturnedAgain,
        at, ticket.lead);
}

} // namespace

void happen(Ticket &ticket, const Returned &, const Moment &moment)
{
    countReturn(ticket, moment.at);
    ticket.step = Step::Accepted;
    ticket.lead = {};
    ticket.cooperating.clear();
    ticket.basis = {};
    ticket.handler.clear();
    ticket.assignedAt.reset();
    ticket.handlingAt.reset();
    ticket.extensionRequest.reset();
    ticket.urging = UrgingLevel::None;
    ++ticket.bounces;
}

void happen(Ticket &ticket, const Disputed &, const Moment &moment)
{
    ticket.disputedSince = moment.at;
}

void happen(Ticket &ticket, const Ruled &ruled, const Moment &moment)
{
    giveTo(ticket, ruled.lead, ruled.cooperating, moment.at);
    ticket.basis = {};
    ticket.disputedSince.reset();
}

void happen(Ticket &ticket, const ExtensionAsked &asked, const Moment &moment)
{
    ticket.extensionRequest = ExtensionRequest { moment.event, moment.at, asked.wanted, asked.reason };
}

void happen(Ticket &ticket, const ExtensionGranted &granted, const Moment &moment)
{
    const bool beforeDue = ticket.deadline && moment.at <= ticket.deadline->due;
    ticket.extensions.push_back({ moment.at, granted.granted, beforeDue });
    ticket.extensionRequest.reset();
    settleDeadline(ticket, moment.at, DeadlineCause::Extended, moment.rules);
}

void happen(Ticket &ticket, const ExtensionRefused &, const Moment &)
{
    ticket.extensionRequest.reset();
}

void happen(Ticket &ticket, const PutOnAccount &account, const Moment &moment)
{
    if (ticket.isOnAccount()) {
        ticket.accounts.back().owner = account.owner;
        ticket.accounts.back().reviewOn = account.reviewOn;
        return;
    }
    ticket.accounts.push_back({ moment.at, std::nullopt, account.owner, account.reviewOn });
    if (!ticket.milestoneMetAt) {
        ticket.deadline.reset();
    }
}

void happen(Ticket &ticket, const Resumed &, const Moment &moment)
{
    if (!ticket.isOnAccount()) { // only in a log that nobody has checked
        return;
    }
    ticket.accounts.back().until = moment.at;
    if (!ticket.milestoneMetAt) {
        settleDeadline(ticket, moment.at, DeadlineCause::Resumed, moment.rules);
    }
}

void happen(Ticket &, const Conferred &, const Moment &) {}

void happen(Ticket &ticket, const Urged &urged, const Moment &)
{
    ticket.urging = urged.level;
}

} // namespace huying
