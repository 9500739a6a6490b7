#pragma once

#include "Deadlines.h"

#include <domain/Failure.h>
#include <domain/Ticket.h>
#include <domain/TicketRow.h>

#include <expected>
#include <span>

namespace huying
{

/// What the rules need beside the ticket: never the clock, never a connection.
struct RuleBook {
    Calendar calendar;
    DeadlineSettings deadlines;
    std::chrono::minutes undoWithin { 10 };
};

/// Whether `event` may happen to `ticket`; else why not, in a sentence that a dispatcher understands (kind Refused,
/// or Invalid where the content itself is wrong: an importance of 4, an empty reason, a review day in the past).
/// `ticket` is version 0 for a Reported event. Everything that happens to tickets, imported and simulated ones too,
/// passes here.
std::expected<void, Failure> check(const Ticket &ticket, const TicketEvent &event, const RuleBook &rules);

/// The ticket after an event that `check` allows. Folding in pieces equals folding at once. An Undone event gives
/// step, units and deadline back as if the undone one had not been; the trail shows both.
void fold(Ticket &ticket, const TicketEvent &event, const RuleBook &rules);

/// Folds a ticket's events from the first on; they were accepted once and are not checked again.
Ticket folded(std::span<const TicketEvent> events, const RuleBook &rules);

/// check, then fold.
std::expected<void, Failure> apply(Ticket &ticket, const TicketEvent &event, const RuleBook &rules);

/// Whether `child` may be joined under `parent`: both open, neither already a child, no parent below a parent, not the
/// same one.
std::expected<void, Failure> checkJoin(const Ticket &child, const Ticket &parent);

/// Computes a provisional deadline anew when a notice has become known at `since`; true when it changed.
bool renotice(Ticket &ticket, Instant since, const RuleBook &rules);

/// The row of the queue for `ticket`.
TicketRow rowOf(const Ticket &ticket, const RuleBook &rules);

/// The contents that a person in `role` could next choose for `ticket` at `now`, in the order of the flow; kinds as in
/// ticketKindNames.
std::vector<std::string_view> possibleNext(const Ticket &ticket, Role role);

} // namespace huying
