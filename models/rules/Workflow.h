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
/// `ticket` is version 0 for a Reported event, else it has its whole trail. Everything that happens to tickets,
/// imported and simulated ones too, passes here.
///
/// - What decides step, units or deadline is refused when somebody else has decided meanwhile (`decidedOn` below
///   `decisionVersion`); what only adds, a reminder, a conference, a note, a rating, a call-back, a duplicate, is not.
/// - On account the work stands still: conferences, notes, disputes, rulings, duplicates, a new owner and becoming void
///   are possible, all else after it is resumed.
/// - While disputed nothing is assigned, returned or answered before the ruling; the clock goes on, a first answer too.
/// - A joined duplicate is worked on through its parent. Before a parent becomes void its duplicates are separated;
/// when
///   it is closed each open one is told by a ClosedWithParent, which the one who answers writes along.
/// - A request for an extension and the ladder of urging belong to the unit: a new lead begins without them. A new
///   deadline begins the ladder again.
/// - An undo is for the author (the person, or the desk where no person is named) within `undoWithin`, see product.md;
///   the author's own later events must still be possible without it. Joining and separating undo each other.
/// - Pictures come with a report, an answer or an event of their own, the last also after the closing; an event names
/// at
///   most 12, a ticket 48 in all.
/// - An event may lie up to 10 minutes before the report, by which clocks may differ.
std::expected<void, Failure> check(const Ticket &ticket, const TicketEvent &event, const RuleBook &rules);

/// The ticket after an event that `check` allows. Folding in pieces equals folding at once. An Undone event gives
/// step, units, deadline and all else back as if the undone one had not been; version, trail and `changedAt` go on.
///
/// - The author's moment decides, but no step begins before the one it follows.
/// - `assignedAt` and `handlingAt` are those of the present way through the flow: a return clears both, a new
///   assignment the second, a reopening begins handling anew. So a ticket has been with a unit when it has `assignedAt`
///   or bounces. `acceptedAt` is the first acceptance; a duplicate closed with its parent is accepted by that.
/// - `deadline` stays as it was when its milestone was reached, through reworks too. It is absent on account and when
///   void.
/// - A duplicate raises its parent's importance; taking it away leaves the importance, which a dispatcher decides.
void fold(Ticket &ticket, const TicketEvent &event, const RuleBook &rules);

/// Folds a ticket's events from the first on; they were accepted once and are not checked again. Deadlines are those of
/// `rules`; what a notice changed in between is told by `renotice` at its place in the log.
Ticket folded(std::span<const TicketEvent> events, const RuleBook &rules);

/// check, then fold.
std::expected<void, Failure> apply(Ticket &ticket, const TicketEvent &event, const RuleBook &rules);

/// Whether `child` may be joined under `parent`: both open, neither already a child, no parent below a parent, not the
/// same one; a child that is on account, disputed or badly rated needs work of its own and is not joined.
std::expected<void, Failure> checkJoin(const Ticket &child, const Ticket &parent);

/// Computes a provisional deadline anew when a notice has become known at `since`; true when it changed. One whose
/// milestone is reached stays as it was met.
bool renotice(Ticket &ticket, Instant since, const RuleBook &rules);

/// The row of the queue for `ticket`. Without a running clock it has no `soonAt` and is not provisional.
TicketRow rowOf(const Ticket &ticket, const RuleBook &rules);

/// What `ticket` adds to the figures, packed (domain/Figures.h); empty when it is void. The deadline that counts is the
/// one in force, but not one by an extension that came after the deadline before it had passed, nor what was built on
/// that. A joined duplicate has no part in "on time".
std::string countedOf(const Ticket &ticket);

/// What a person in `role` could next choose for `ticket`, in the order of the flow; kinds as in ticketKindNames.
/// Particulars and the moment are left to `check`: a dispatcher may be offered urging while only a written order fits.
/// Not offered: taking back, and the parent's half of joining and closing, which go along with another event.
std::vector<std::string_view> possibleNext(const Ticket &ticket, Role role);

/// Whether events of a kind (its place in TicketContent) are for people in `role` at all, on whatever ticket.
bool isOpenTo(std::size_t kind, Role role);

} // namespace huying
