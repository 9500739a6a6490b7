#pragma once

#include "Workflow.h"

namespace huying
{

/// When, by which event and under which rules something happens to a ticket.
struct Moment {
    Instant at; ///< never before what the ticket has behind it, see `effective`
    EventId event;
    const RuleBook &rules;
};

// What each content does to a ticket; version, decision version and trail are the caller's.

void happen(Ticket &ticket, const Reported &reported, const Moment &moment);
void happen(Ticket &ticket, const Accepted &accepted, const Moment &moment);
void happen(Ticket &ticket, const Voided &voided, const Moment &moment);
void happen(Ticket &ticket, const Assigned &assigned, const Moment &moment);
void happen(Ticket &ticket, const HandlingBegun &begun, const Moment &moment);
void happen(Ticket &ticket, const FirstAnswered &answered, const Moment &moment);
void happen(Ticket &ticket, const Returned &returned, const Moment &moment);
void happen(Ticket &ticket, const Disputed &disputed, const Moment &moment);
void happen(Ticket &ticket, const Ruled &ruled, const Moment &moment);
void happen(Ticket &ticket, const ExtensionAsked &asked, const Moment &moment);
void happen(Ticket &ticket, const ExtensionGranted &granted, const Moment &moment);
void happen(Ticket &ticket, const ExtensionRefused &refused, const Moment &moment);
void happen(Ticket &ticket, const PutOnAccount &account, const Moment &moment);
void happen(Ticket &ticket, const Resumed &resumed, const Moment &moment);
void happen(Ticket &ticket, const Conferred &conferred, const Moment &moment);
void happen(Ticket &ticket, const Urged &urged, const Moment &moment);
void happen(Ticket &ticket, const Answered &answered, const Moment &moment);
void happen(Ticket &ticket, const Rated &rated, const Moment &moment);
void happen(Ticket &ticket, const FollowedUp &followedUp, const Moment &moment);
void happen(Ticket &ticket, const CalledBack &calledBack, const Moment &moment);
void happen(Ticket &ticket, const Joined &joined, const Moment &moment);
void happen(Ticket &ticket, const Separated &separated, const Moment &moment);
void happen(Ticket &ticket, const DuplicateAdded &added, const Moment &moment);
void happen(Ticket &ticket, const DuplicateRemoved &removed, const Moment &moment);
void happen(Ticket &ticket, const ClosedWithParent &closed, const Moment &moment);
void happen(Ticket &ticket, const Reopened &reopened, const Moment &moment);
void happen(Ticket &ticket, const Noted &noted, const Moment &moment);
void happen(Ticket &ticket, const Undone &undone, const Moment &moment);
void happen(Ticket &ticket, const PhotosAdded &added, const Moment &moment);

// Steps that several contents take.

void giveTo(Ticket &ticket, const UnitCode &lead, const std::vector<UnitCode> &cooperating, Instant at);
void close(Ticket &ticket, Instant at);
void openAgain(Ticket &ticket, Instant at);

/// Ends what belongs to an open ticket's side branches: a time on account, a dispute, a request for an extension.
void endBranches(Ticket &ticket, Instant at);

/// Sets the deadline anew while its milestone is still ahead; one that differs is kept among all that ever applied, and
/// the ladder of urging begins again with it.
void settleDeadline(Ticket &ticket, Instant at, DeadlineCause cause, const RuleBook &rules);

/// Notes that it counts, for `unit` or for whichever leads the ticket in the end.
void count(Ticket &ticket, Measure measure, Instant at, const UnitCode &unit = {});
/// The same as `first` where that has not been yet, else as `again`.
void count(Ticket &ticket, Measure first, Measure again, Instant at);

/// Whether they rule a ticket alike, whatever brought them.
bool isSameDeadline(const Deadline &one, const Deadline &other);

/// What the deadline asks for, of the class where none is in force.
Milestone milestoneOf(const Ticket &ticket);

/// `event` as the `version`-th of the ticket: everything but the trail.
void happen(Ticket &ticket, const TicketEvent &event, Version version, const RuleBook &rules);

} // namespace huying
