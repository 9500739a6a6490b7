#include "Deadlines.h"

#include "Reckoning.h"

#include <algorithm>

namespace huying
{

namespace
{

using std::chrono::days;
using std::chrono::milliseconds;

/// Public service owes a first answer in time, and after it nothing until an extension sets a time for the solution.
bool hasLimit(const Ticket &ticket)
{
    const bool answered = ticket.firstAnsweredAt || ticket.milestoneMetAt;
    return ticket.deadlineClass != DeadlineClass::PublicService || ticket.given || !answered
        || isForTheSolution(ticket);
}

/// The least time that is `percent` of `whole` or more.
milliseconds share(milliseconds whole, int percent)
{
    const auto part = std::clamp(percent, 0, 100);
    return milliseconds { whole.count() / 100 * part + (whole.count() % 100 * part + 99) / 100 };
}

Instant soonByClock(Instant reported, Instant due, int percent, const Pauses &pauses)
{
    const milliseconds whole = runningTime(reported, due, pauses);
    return whole > milliseconds { 0 } ? runFor(share(whole, percent), reported, pauses) : due;
}

Instant soonByDays(Instant reported, Instant due, int percent, const Calendar &calendar, const Pauses &pauses)
{
    const Day dayZero = dayOf(reported);
    const bool counts = calendar.isWorkingDay(dayZero) && !isPaused(dayZero, pauses);
    const milliseconds onDayZero = counts ? endOf(dayZero) - reported : milliseconds { 0 };
    const milliseconds whole = onDayZero + days { countedDays(dayZero, lastDayOf(due), calendar, pauses) };
    const milliseconds part = share(whole, percent);
    if (due <= reported || whole == milliseconds { 0 }) {
        return due;
    }
    if (part <= onDayZero) {
        return reported + part;
    }
    const milliseconds afterDayZero = part - onDayZero;
    const auto wholeDays = std::chrono::floor<days>(afterDayZero - milliseconds { 1 });
    const Day day = countOn(dayZero, static_cast<int>(wholeDays.count()) + 1, calendar, pauses);
    return startOf(day) + (afterDayZero - wholeDays);
}

/// When the milestone was reached, as far as the row tells; a ticket that came closed tells only its closing.
std::optional<Instant> reachedAt(const TicketRow &row)
{
    return row.milestoneMetAt || row.isOpen() ? row.milestoneMetAt : row.closedAt;
}

} // namespace

std::optional<Deadline> deadlineOf(const Ticket &ticket, const Calendar &calendar, const DeadlineSettings &settings)
{
    if (ticket.isOnAccount() || !hasLimit(ticket)) {
        return std::nullopt;
    }
    return reckon(ticket, calendar, settings, pausesOf(ticket.accounts)).deadline;
}

std::optional<Instant> soonFrom(const Ticket &ticket, const Calendar &calendar, const DeadlineSettings &settings)
{
    if (ticket.isOnAccount() || !hasLimit(ticket)) {
        return std::nullopt;
    }
    const Pauses pauses = pausesOf(ticket.accounts);
    const Reckoned reckoned = reckon(ticket, calendar, settings, pauses);
    const Instant due = reckoned.deadline.due;
    return reckoned.dayZero ? soonByDays(ticket.reportedAt, due, settings.soonPercent, calendar, pauses)
                            : soonByClock(ticket.reportedAt, due, settings.soonPercent, pauses);
}

Lamp lampOf(const TicketRow &row, Instant now)
{
    if (row.isOnAccount && row.isOpen()) {
        return Lamp::Paused;
    }
    const auto reached = reachedAt(row);
    if (!row.due || row.step == Step::Void || (reached && row.isOpen())) {
        return Lamp::InTime;
    }
    if (reached.value_or(now) > *row.due) {
        return Lamp::Overdue;
    }
    return !reached && row.isOpen() && row.soonAt && now >= *row.soonAt ? Lamp::Soon : Lamp::InTime;
}

milliseconds overdueBy(const TicketRow &row, Instant now)
{
    if (!row.due || row.step == Step::Void || (row.isOnAccount && row.isOpen())) {
        return milliseconds { 0 };
    }
    return std::max(reachedAt(row).value_or(now) - *row.due, milliseconds { 0 });
}

} // namespace huying
