#include "Reckoning.h"

#include <algorithm>
#include <limits>

namespace huying
{

namespace
{

using std::chrono::days;

class Course
{
public:
    Course(const Ticket &ticket, const Calendar &calendar, const Pauses &pauses)
        : _ticket(ticket), _calendar(calendar), _pauses(pauses)
    {
    }

    /// The limit of the class, from the report on.
    Reckoned begun(const DeadlineSettings &settings) const
    {
        if (_ticket.given) {
            return until(_ticket.given->due, _ticket.reportedAt, DeadlineCause::Given);
        }
        switch (_ticket.deadlineClass) {
        case DeadlineClass::Emergency:
            return until(_ticket.reportedAt + settings.emergency, _ticket.reportedAt, DeadlineCause::Reported);
        case DeadlineClass::Consultation:
            return sameDay();
        case DeadlineClass::PublicService:
            return withinDays(settings.publicServiceDays);
        case DeadlineClass::Other:
            break;
        }
        return withinDays(settings.otherDays);
    }

    /// `old` made longer by an extension.
    Reckoned extended(const Reckoned &old, const Extension &extension) const
    {
        if (extension.granted.until) {
            return until(*extension.granted.until, extension.at, DeadlineCause::Extended);
        }
        const int more = std::max(extension.granted.workingDays.value_or(0), 0);
        const Day last = lastDayOf(old.deadline.due);
        Reckoned longer = more > 0 ? counted(last, more, old.deadline.isProvisional) : old;
        longer.deadline.since = extension.at;
        longer.deadline.cause = DeadlineCause::Extended;
        if (more > 0 && old.dayZero) {
            constexpr int most = std::numeric_limits<int>::max();
            longer.dayZero = old.dayZero;
            longer.workingDays = old.workingDays > most - more ? most : old.workingDays + more;
        }
        return longer;
    }

private:
    /// Due at a moment that somebody named at `since`: it moves by exactly the time on account after that.
    Reckoned until(Instant moment, Instant since, DeadlineCause cause) const
    {
        Reckoned reckoned;
        reckoned.deadline.since = since;
        reckoned.deadline.cause = cause;
        reckoned.deadline.due = runFor(moment - since, since, _pauses);
        return reckoned;
    }

    Reckoned sameDay() const
    {
        Reckoned reckoned;
        reckoned.deadline.since = _ticket.reportedAt;
        reckoned.deadline.due = endOf(firstUnpaused(dayOf(_ticket.reportedAt), _pauses));
        return reckoned;
    }

    Reckoned withinDays(int count) const
    {
        if (count <= 0) {
            return sameDay();
        }
        Reckoned reckoned = counted(dayOf(_ticket.reportedAt), count, false);
        reckoned.deadline.since = _ticket.reportedAt;
        return reckoned;
    }

    Reckoned counted(Day dayZero, int count, bool wasProvisional) const
    {
        const Day last = countOn(dayZero, count, _calendar, _pauses);
        Reckoned reckoned;
        reckoned.deadline.due = endOf(last);
        reckoned.deadline.isProvisional = wasProvisional || !_calendar.isSettled(dayZero + days { 1 }, last);
        reckoned.dayZero = dayZero;
        reckoned.workingDays = count;
        return reckoned;
    }

    const Ticket &_ticket;
    const Calendar &_calendar;
    const Pauses &_pauses;
};

/// A first answer is what public service owes in time; an extension granted after it is one for the solution.
Milestone milestoneOf(const Ticket &ticket)
{
    if (ticket.deadlineClass != DeadlineClass::PublicService || ticket.given) {
        return Milestone::Solved;
    }
    return isForTheSolution(ticket) ? Milestone::Solved : Milestone::FirstAnswer;
}

} // namespace

bool isForTheSolution(const Ticket &ticket)
{
    const auto answeredAt = ticket.firstAnsweredAt ? ticket.firstAnsweredAt : ticket.milestoneMetAt;
    return answeredAt && !ticket.extensions.empty() && ticket.extensions.back().at >= *answeredAt;
}

Reckoned reckon(const Ticket &ticket, const Calendar &calendar, const DeadlineSettings &settings, const Pauses &pauses)
{
    const Course course(ticket, calendar, pauses);
    Reckoned reckoned = course.begun(settings);
    for (const Extension &extension : ticket.extensions) {
        reckoned = course.extended(reckoned, extension);
    }
    reckoned.deadline.milestone = milestoneOf(ticket);
    return reckoned;
}

} // namespace huying
