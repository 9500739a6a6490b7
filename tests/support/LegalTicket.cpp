#include "LegalTicket.h"

#include <algorithm>
#include <set>

namespace huying
{

namespace
{

class Findings
{
public:
    void unless(bool isTrue, const char *what)
    {
        if (!isTrue) {
            _text += _text.empty() ? what : std::string("; ") + what;
        }
    }
    const std::string &text() const { return _text; }

private:
    std::string _text;
};

bool isWithUnit(const Ticket &ticket)
{
    return ticket.step == Step::Assigned || ticket.step == Step::Handling;
}

template <class Content>
int countOf(const Ticket &ticket, auto &&matches)
{
    return static_cast<int>(std::ranges::count_if(standingEvents(ticket), [&](const TicketEvent *event) {
        const Content *content = std::get_if<Content>(&event->content);
        return content && matches(*content);
    }));
}

template <class Content>
int countOf(const Ticket &ticket)
{
    return countOf<Content>(ticket, [](const Content &) { return true; });
}

void findInTrail(Findings &findings, const Ticket &ticket)
{
    findings.unless(!ticket.trail.empty() && ticket.version == ticket.trail.size(), "version is no count of events");
    findings.unless(ticket.decisionVersion >= 1 && ticket.decisionVersion <= ticket.version, "decision out of range");
    Instant latest = ticket.reportedAt;
    std::set<EventId> ids;
    for (const TicketEvent &event : ticket.trail) {
        latest = std::max(latest, event.at);
        ids.insert(event.id);
        findings.unless(event.ticket == ticket.id, "a foreign event");
    }
    findings.unless(ids.size() == ticket.trail.size(), "an event twice");
    findings.unless(ticket.changedAt == latest, "changedAt is not the latest moment");
}

void findInCounts(Findings &findings, const Ticket &ticket)
{
    const auto isBad = [](const Rated &rated) { return rated.rating == Rating::Dissatisfied; };
    findings.unless(ticket.bounces == countOf<Returned>(ticket), "bounces are not its returns");
    findings.unless(
        ticket.reworks == countOf<Reopened>(ticket) + countOf<Rated>(ticket, isBad), "reworks are not its reopenings");
    findings.unless(static_cast<int>(ticket.extensions.size()) == countOf<ExtensionGranted>(ticket),
        "extensions are not those granted");
    findings.unless(ticket.repeats == countOf<DuplicateAdded>(ticket) - countOf<DuplicateRemoved>(ticket),
        "repeats are miscounted");
    findings.unless(ticket.repeats == static_cast<int>(ticket.children.size()), "repeats are not its children");
    findings.unless(ticket.importance >= 1 && ticket.importance <= 3, "importance out of range");
}

void findInMoments(Findings &findings, const Ticket &ticket)
{
    Instant before = ticket.reportedAt;
    for (const auto &step : { ticket.acceptedAt, ticket.assignedAt, ticket.handlingAt, ticket.closedAt }) {
        findings.unless(step.value_or(before) >= before, "a step before the one it follows");
        before = step.value_or(before);
    }
    for (const auto &moment : { ticket.firstAnsweredAt, ticket.milestoneMetAt, ticket.ratedAt, ticket.disputedSince }) {
        findings.unless(moment.value_or(ticket.reportedAt) >= ticket.reportedAt, "a moment before the report");
    }
    findings.unless(ticket.closedAt.has_value() == (ticket.step == Step::Closed), "closedAt without being closed");
    findings.unless(ticket.assignedAt.has_value() == !ticket.lead.isEmpty(), "assignedAt without a unit");
    findings.unless(!isWithUnit(ticket) || !ticket.lead.isEmpty(), "with no unit");
    switch (ticket.step) {
    case Step::Reported:
        findings.unless(!ticket.acceptedAt, "only reported, and accepted");
        [[fallthrough]];
    case Step::Accepted:
        findings.unless(ticket.lead.isEmpty() && ticket.cooperating.empty(), "a unit before assignment");
        findings.unless(!ticket.handlingAt, "handled before assignment");
        findings.unless(ticket.step == Step::Reported || ticket.acceptedAt, "accepted at no moment");
        break;
    case Step::Assigned:
    case Step::Handling:
        findings.unless(ticket.acceptedAt.has_value(), "assigned and not accepted");
        findings.unless(ticket.handlingAt.has_value() == (ticket.step == Step::Handling), "handling at no moment");
        break;
    case Step::Closed:
        findings.unless(ticket.acceptedAt && ticket.milestoneMetAt, "closed, and accepted or solved at no moment");
        findings.unless(ticket.handlingAt || countOf<ClosedWithParent>(ticket) + countOf<FollowedUp>(ticket) > 0,
            "closed without being handled");
        break;
    case Step::Void:
        break;
    }
}

void findInUnits(Findings &findings, const Ticket &ticket)
{
    const std::set<UnitCode> units(ticket.cooperating.begin(), ticket.cooperating.end());
    findings.unless(units.size() == ticket.cooperating.size(), "a cooperating unit twice");
    findings.unless(!units.contains(ticket.lead), "the lead cooperates with itself");
}

void findInDeadlines(Findings &findings, const Ticket &ticket)
{
    const bool runs = ticket.isOpen() && !ticket.isOnAccount() && !ticket.milestoneMetAt;
    findings.unless(!runs || ticket.deadline, "open without a deadline");
    findings.unless(!ticket.isOnAccount() || ticket.milestoneMetAt || !ticket.deadline, "a clock runs on account");
    findings.unless(ticket.step != Step::Void || !ticket.deadline, "void with a deadline");
    findings.unless(!ticket.deadline || (!ticket.deadlines.empty() && ticket.deadlines.back() == *ticket.deadline),
        "the deadline in force is not the last that applied");
    for (std::size_t i = 1; i < ticket.deadlines.size(); ++i) {
        findings.unless(ticket.deadlines[i].since >= ticket.deadlines[i - 1].since, "deadlines out of order");
        findings.unless(ticket.deadlines[i].due != ticket.deadlines[i - 1].due
                || ticket.deadlines[i].milestone != ticket.deadlines[i - 1].milestone
                || ticket.deadlines[i].isProvisional != ticket.deadlines[i - 1].isProvisional,
            "a deadline twice");
    }
}

void findInAccounts(Findings &findings, const Ticket &ticket)
{
    for (std::size_t i = 0; i < ticket.accounts.size(); ++i) {
        const OnAccount &account = ticket.accounts[i];
        const bool isLast = i + 1 == ticket.accounts.size();
        findings.unless(isLast || account.until, "an ended time on account without end");
        findings.unless(account.until.value_or(account.since) >= account.since, "on account for less than nothing");
        findings.unless(
            i == 0 || ticket.accounts[i - 1].until.value_or(account.since) <= account.since, "twice on account");
    }
}

void findInBranches(Findings &findings, const Ticket &ticket)
{
    const bool isBeingWorkedOn = ticket.isOpen() && ticket.step != Step::Reported && !ticket.parent;
    findings.unless(!ticket.isOnAccount() || isBeingWorkedOn, "on account, though nobody works on it");
    findings.unless(!ticket.disputedSince || (isBeingWorkedOn && (isWithUnit(ticket) || ticket.bounces > 0)),
        "disputed before a unit had it");
    findings.unless(!ticket.extensionRequest
            || (isWithUnit(ticket) && ticket.deadline && !ticket.milestoneMetAt && !ticket.isOnAccount()
                && !ticket.parent),
        "an extension asked for where no clock runs");
    findings.unless(ticket.urging == UrgingLevel::None || !ticket.lead.isEmpty(), "nobody is urged");
    findings.unless(ticket.voidReason.has_value() == (ticket.step == Step::Void), "void without a reason");
}

void findAroundTheCitizen(Findings &findings, const Ticket &ticket)
{
    findings.unless(ticket.rating.has_value() == ticket.ratedAt.has_value(), "rated at no moment");
    findings.unless(!ticket.isFollowedUp || (ticket.isOpen() && ticket.reworks > 0), "followed up without a rework");
    findings.unless(!ticket.isFollowedUp || ticket.rating == Rating::Dissatisfied, "followed up without a bad rating");
    findings.unless(!ticket.rating || ticket.milestoneMetAt, "rated before a result");
    findings.unless(!ticket.callBack || ticket.milestoneMetAt, "called back before a result");
    const std::set<TicketId> children(ticket.children.begin(), ticket.children.end());
    findings.unless(children.size() == ticket.children.size(), "a duplicate twice");
    findings.unless(!children.contains(ticket.id) && ticket.parent != ticket.id, "a duplicate of itself");
    findings.unless(!ticket.parent || ticket.children.empty(), "a parent below a parent");
    findings.unless(ticket.step != Step::Void || (!ticket.parent && ticket.children.empty()), "void and joined");
}

} // namespace

std::vector<const TicketEvent *> standingEvents(const Ticket &ticket)
{
    std::set<EventId> undone;
    for (const TicketEvent &event : ticket.trail) {
        if (const Undone *content = std::get_if<Undone>(&event.content)) {
            undone.insert(content->event);
        }
    }
    std::vector<const TicketEvent *> standing;
    for (const TicketEvent &event : ticket.trail) {
        if (!undone.contains(event.id) && !std::holds_alternative<Undone>(event.content)) {
            standing.push_back(&event);
        }
    }
    return standing;
}

std::string illegal(const Ticket &ticket)
{
    Findings findings;
    findInTrail(findings, ticket);
    findInCounts(findings, ticket);
    findInMoments(findings, ticket);
    findInUnits(findings, ticket);
    findInDeadlines(findings, ticket);
    findInAccounts(findings, ticket);
    findInBranches(findings, ticket);
    findAroundTheCitizen(findings, ticket);
    return findings.text();
}

} // namespace huying
