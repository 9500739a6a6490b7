#include "Deadlines.h"

#include "Reckoning.h"

#include <algorithm>

namespace huying
{

namespace
{

using std::chrono::days;

constexpr std::size_t mostDays = 1000;

/// The day on which the clock stopped that stands still now.
Day stoppedOn(const Ticket &ticket)
{
    return dayOf(ticket.accounts.back().since);
}

class DayByDay
{
public:
    DayByDay(const Reckoned &reckoned, const Ticket &ticket, const Calendar &calendar, const Pauses &pauses)
        : _dayZero(reckoned.dayZero), _calendar(calendar), _pauses(pauses)
    {
        if (ticket.isOnAccount()) {
            _stopped = stoppedOn(ticket);
        }
    }

    ExplainedDay next(Day day)
    {
        ExplainedDay explained;
        explained.day = day;
        explained.kind = _calendar.kindOf(day);
        explained.isOnAccount = isPaused(day, _pauses) || (_stopped && day >= *_stopped);
        const bool couldCount = !_dayZero || (day > *_dayZero && explained.kind.isWorking());
        explained.isCounted = couldCount && !explained.isOnAccount;
        explained.number = explained.isCounted ? ++_counted : 0;
        return explained;
    }

private:
    std::optional<Day> _dayZero;
    std::optional<Day> _stopped;
    const Calendar &_calendar;
    const Pauses &_pauses;
    int _counted = 0;
};

} // namespace

DeadlineExplanation explain(const Ticket &ticket, const Calendar &calendar, const DeadlineSettings &settings)
{
    const Pauses pauses = pausesOf(ticket.accounts);
    const Reckoned reckoned = reckon(ticket, calendar, settings, pauses);
    DeadlineExplanation explanation;
    explanation.deadline = reckoned.deadline;
    explanation.deadlineClass = ticket.deadlineClass;
    explanation.workingDays = reckoned.workingDays;
    explanation.isOnAccount = ticket.isOnAccount();
    explanation.extensions = ticket.extensions;

    const Day first = dayOf(ticket.reportedAt);
    const Day dueDay = std::max(first, lastDayOf(reckoned.deadline.due));
    const Day last = explanation.isOnAccount ? std::max(first, stoppedOn(ticket)) : dueDay;
    DayByDay dayByDay(reckoned, ticket, calendar, pauses);
    for (Day day = first; day <= last && !explanation.isCut; day += days { 1 }) {
        explanation.days.push_back(dayByDay.next(day));
        explanation.isCut = explanation.days.size() == mostDays && day < last;
    }
    return explanation;
}

DeadlineExplanation explain(
    DeadlineClass deadlineClass, Instant reported, const Calendar &calendar, const DeadlineSettings &settings)
{
    Ticket ticket;
    ticket.deadlineClass = deadlineClass;
    ticket.reportedAt = reported;
    return explain(ticket, calendar, settings);
}

} // namespace huying
