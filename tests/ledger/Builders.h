#pragma once

#include <rules/Workflow.h>
#include <sync/Feed.h>

namespace huying
{

/// `minutes` after Monday, 10 July 2023, 8:00.
Instant at(int minutes);

/// The `number`-th id of a test.
Uuid idOf(int number);

TicketEvent eventOn(const TicketId &ticket, int id, Version decidedOn, Instant moment, TicketContent content);
/// A report whose ticket has the id `id` and the number `T-id`.
TicketEvent reportOf(int id, Instant moment = at(0));
CountyEvent settingOf(int id, CountyFact fact, Instant moment = at(0));

/// A notice with days off on 1 to 3 January.
HolidayNotice noticeOf(int year);

Proposal proposalOf(const std::vector<TicketEvent> &events);
Proposal proposalOf(const CountyEvent &event);

/// A ticket from its report to its rating, each of the six events a proposal of its own; ids from `first` on.
std::vector<Proposal> wholeStory(int first, Instant reported = at(0));

} // namespace huying
