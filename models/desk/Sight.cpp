#include "Sight.h"

#include <rules/Undo.h>

#include <algorithm>
#include <iterator>

namespace huying
{

namespace
{

/// The last own event, when it could be taken back now.
std::optional<EventId> undoableIn(const Ticket &ticket, const Author &author, const RuleBook &rules, Instant now)
{
    for (auto event = ticket.trail.rbegin(); event != ticket.trail.rend(); ++event) {
        TicketEvent undo;
        undo.ticket = ticket.id;
        undo.decidedOn = ticket.version;
        undo.author = author;
        undo.at = now;
        undo.content = Undone { event->id };
        if (event->author == author && !undoHindrance(ticket, undo, rules)) {
            return event->id;
        }
        if (event->author != author) {
            break;
        }
    }
    return std::nullopt;
}

bool maySeparate(Role role)
{
    Ticket joined;
    joined.version = 1;
    joined.parent = TicketId {};
    return std::ranges::contains(possibleNext(joined, role), "separated");
}

} // namespace

TicketSight sightOf(
    const Ticket &ticket, const Author &author, const Directory &directory, const RuleBook &rules, Instant now)
{
    TicketSight sight;
    sight.ticket = ticket;
    sight.explanation = explain(ticket, rules.calendar, rules.deadlines);
    sight.possible = possibleNext(ticket, author.role);
    sight.responsible = directory.responsibleFor(ticket.category, ticket.place.region);
    sight.undoable = undoableIn(ticket, author, rules, now);
    sight.maySeparate = maySeparate(author.role);
    return sight;
}

TicketSight sightOf(const TicketRow &row, const Directory &directory)
{
    TicketSight sight;
    Ticket &ticket = sight.ticket;
    ticket.id = row.id;
    ticket.version = row.version;
    ticket.number = row.number;
    ticket.channel = row.channel;
    ticket.category = row.category;
    ticket.deadlineClass = row.deadlineClass;
    ticket.importance = row.importance;
    ticket.title = row.title;
    ticket.place = {
        .region = row.region, .text = row.place, .point = row.point, .datum = Datum::Wgs84, .pointAsGiven = {}
    };
    ticket.origin = row.origin;
    ticket.step = row.step;
    ticket.lead = row.lead;
    ticket.reportedAt = row.reportedAt;
    ticket.changedAt = row.changedAt;
    ticket.closedAt = row.closedAt;
    ticket.firstAnsweredAt = row.firstAnsweredAt;
    ticket.milestoneMetAt = row.milestoneMetAt;
    ticket.rating = row.rating;
    if (row.due) {
        ticket.deadline = Deadline { .since = row.reportedAt,
            .cause = DeadlineCause::Reported,
            .milestone = row.milestone,
            .due = *row.due,
            .isProvisional = row.isProvisional };
        sight.explanation.deadline = *ticket.deadline;
    }
    sight.explanation.deadlineClass = row.deadlineClass;
    sight.isWhole = false;
    sight.responsible = directory.responsibleFor(ticket.category, ticket.place.region);
    return sight;
}

std::vector<RefusedAction> refusedOn(const Ticket &ticket, std::span<const RefusedProposal> refused)
{
    std::vector<RefusedAction> found;
    for (const RefusedProposal &proposal : refused) {
        const auto event = eventOf(proposal.proposal.records.front());
        const auto *own = event ? std::get_if<TicketEvent>(&*event) : nullptr;
        if (!own || own->ticket != ticket.id) {
            continue;
        }
        RefusedAction action {
            .event = own->id, .content = own->content, .at = own->at, .reason = proposal.why.text, .meanwhile = {}
        };
        for (std::size_t i = own->decidedOn; i < ticket.trail.size(); ++i) {
            if (ticket.trail[i].author != own->author) {
                action.meanwhile.push_back(ticket.trail[i]);
            }
        }
        found.push_back(std::move(action));
    }
    return found;
}

std::optional<TicketSight> refusedAlone(const TicketId &ticket, std::span<const RefusedProposal> refused)
{
    TicketSight sight;
    sight.ticket.id = ticket;
    sight.isHere = false;
    sight.refused = refusedOn(sight.ticket, refused);
    for (const RefusedProposal &each : refused) {
        if (ticketOf(each.proposal.records.front()) == ticket) {
            sight.ticket.number = each.number;
        }
    }
    return sight.refused.empty() ? std::nullopt : std::optional(std::move(sight));
}

} // namespace huying
