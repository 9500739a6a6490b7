#pragma once

#include "SourceTicket.h"

#include <rules/Workflow.h>

#include <functional>

namespace huying
{

/// The codes of a row's category and unit; empty where it names none and has not come so far as to need one.
struct RowCodes {
    CategoryCode category;
    UnitCode unit;
    bool isUnitNamed = false; ///< else it is the source itself that stands for whoever handled it
};

/// What the import needs to write events: who says so, and where ids come from.
struct EventMaker {
    Author author;
    std::function<EventId(Instant at)> newId;
};

/// The events that bring `ticket` (version 0 when the ledger has none of this origin) to what `row` says, each allowed
/// by the rules; none when the source says what it said before. Refused or Invalid with the reason when the rules say
/// no: then nothing of the row happens. An id that comes again with another time of opening is refused.
///
/// The row is compared with what the *source* said so far (the events by its author), not with what the hall made of
/// the ticket since: a ticket that the hall closed stays closed when the same file comes again.
/// Events have the source's times. What it dates not itself has the row's time of update where there is one, else the
/// time of the ticket's last event; the ledger's time of receipt tells when it became known.
/// A later deadline becomes an extension asked for and granted. What no event of the flow can say any more (an earlier
/// deadline, another title, an earlier time of closing) becomes a note `COLUMN: VALUE`, once. Names and telephone
/// numbers are taken with the first row only and never noted.
std::expected<std::vector<TicketEvent>, Failure> eventsFor(const Ticket &ticket, const SourceTicket &row,
    const RowCodes &codes, const Mapping &mapping, const RuleBook &rules, const EventMaker &maker);

} // namespace huying
