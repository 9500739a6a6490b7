#include "Tickets.h"

#include <support/Sentences.h>

#include <rapidcheck.h>

#include <algorithm>

using namespace huying;
using std::chrono::days;
using std::chrono::milliseconds;

namespace
{

const DeadlineSettings hall;

/// Within and around the years that have notices.
Day anyDay()
{
    return on("2018-01-01") + days { *rc::gen::inRange(0, 11 * 365) };
}

Instant anyMoment()
{
    const int time = *rc::gen::oneOf(rc::gen::inRange(0, 86'400'000), rc::gen::element(0, 86'399'999));
    return startOf(anyDay()) + milliseconds { time };
}

/// Nothing that the State Council would issue, but whatever somebody types in and `checkNotice` lets through.
Calendar anyCalendar()
{
    std::vector<HolidayNotice> notices;
    for (int year = 2019; year <= 2027; ++year) {
        if (*rc::gen::inRange(0, 4) == 0) {
            continue;
        }
        HolidayNotice notice;
        notice.year = year;
        notice.documentNumber = std::to_string(year);
        Day next = Day { std::chrono::year { year - 1 } / std::chrono::December / 20 };
        for (int i = *rc::gen::inRange(0, 20); i > 0; --i) {
            const Day first = next + days { *rc::gen::inRange(1, 12) };
            const Day last = first + days { *rc::gen::inRange(0, 9) };
            notice.daysOff.push_back({ "假", first, last });
            next = last + days { *rc::gen::inRange(1, 8) };
            notice.makeUpDays.push_back({ "假", next });
        }
        notices.push_back(notice);
    }
    return Calendar::fromNotices(notices).value();
}

Calendar publishedOrAny()
{
    return *rc::gen::inRange(0, 2) == 0 ? published() : anyCalendar();
}

void addPause(Ticket &ticket)
{
    const Instant since = ticket.reportedAt + milliseconds { *rc::gen::inRange<std::int64_t>(0, 40LL * 86'400'000) };
    const auto length = *rc::gen::oneOf(
        rc::gen::inRange<std::int64_t>(0, 86'400'000), rc::gen::inRange<std::int64_t>(0, 30LL * 86'400'000));
    ticket.accounts.push_back({ since, since + milliseconds { length }, {}, {} });
}

void addExtension(Ticket &ticket)
{
    const Instant granted = ticket.reportedAt + milliseconds { *rc::gen::inRange<std::int64_t>(0, 40LL * 86'400'000) };
    Longer longer;
    if (*rc::gen::inRange(0, 3) == 0) {
        longer.until = granted + milliseconds { *rc::gen::inRange<std::int64_t>(0, 60LL * 86'400'000) };
    } else {
        longer.workingDays = *rc::gen::inRange(1, 30);
    }
    ticket.extensions.push_back({ granted, longer, true });
}

Ticket anyTicket()
{
    Ticket ticket;
    ticket.deadlineClass = static_cast<DeadlineClass>(*rc::gen::inRange(0, 4));
    ticket.reportedAt = anyMoment();
    if (*rc::gen::inRange(0, 5) == 0) {
        const auto ahead = *rc::gen::inRange<std::int64_t>(-5LL * 86'400'000, 50LL * 86'400'000);
        ticket.given = GivenDeadline { ticket.reportedAt + milliseconds { ahead } };
    }
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
        addPause(ticket);
    }
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
        addExtension(ticket);
    }
    return ticket;
}

Ticket anyTicketOfWorkingDays()
{
    Ticket ticket = anyTicket();
    ticket.deadlineClass = *rc::gen::element(DeadlineClass::PublicService, DeadlineClass::Other);
    ticket.given.reset();
    std::erase_if(ticket.extensions, [](const Extension &extension) { return extension.granted.until.has_value(); });
    return ticket;
}

bool isOnAccount(Day day, const Ticket &ticket)
{
    return std::ranges::any_of(ticket.accounts,
        [day](const OnAccount &account) { return day >= dayOf(account.since) && day < dayOf(*account.until); });
}

int limitOf(const Ticket &ticket)
{
    int limit = ticket.deadlineClass == DeadlineClass::PublicService ? hall.publicServiceDays : hall.otherDays;
    for (const Extension &extension : ticket.extensions) {
        limit += extension.granted.workingDays.value();
    }
    return limit;
}

/// The rule as product.md words it: one day after the other.
Instant dueDayByDay(const Ticket &ticket, const Calendar &calendar)
{
    Day day = dayOf(ticket.reportedAt);
    for (int counted = 0; counted < limitOf(ticket);) {
        day += days { 1 };
        counted += calendar.kindOf(day).isWorking() && !isOnAccount(day, ticket) ? 1 : 0;
    }
    return endOf(day);
}

/// The counted time from the report to `to`, one day after the other.
milliseconds countedTime(const Ticket &ticket, Instant to, const Calendar &calendar)
{
    milliseconds time { 0 };
    for (Day day = dayOf(ticket.reportedAt); startOf(day) < to; day += days { 1 }) {
        if (calendar.isWorkingDay(day) && !isOnAccount(day, ticket)) {
            time += std::min(endOf(day), to) - std::max(startOf(day), ticket.reportedAt);
        }
    }
    return time;
}

Instant dueOf(const Ticket &ticket, const Calendar &calendar)
{
    return deadlineOf(ticket, calendar, hall).value().due;
}

} // namespace

class DeadlinePropertiesTest : public Sentences
{
    Q_OBJECT
private slots:
    void addingWorkingDaysAgreesWithCountingDayByDay()
    {
        QVERIFY(rc::check([] {
            const Calendar calendar = publishedOrAny();
            const Day from = anyDay();
            const int count = *rc::gen::inRange(0, 300);
            Day day = from;
            for (int counted = 0; counted < count;) {
                day += days { 1 };
                counted += calendar.kindOf(day).isWorking() ? 1 : 0;
            }
            RC_ASSERT(calendar.addWorkingDays(from, count) == day);
        }));
    }

    void addingWorkingDaysIsMonotone()
    {
        QVERIFY(rc::check([] {
            const Calendar calendar = publishedOrAny();
            const Day day = anyDay();
            const Day later = day + days { *rc::gen::inRange(0, 30) };
            const int count = *rc::gen::inRange(0, 1000);
            RC_ASSERT(calendar.addWorkingDays(day, count) <= calendar.addWorkingDays(later, count));
            RC_ASSERT(calendar.addWorkingDays(day, count) < calendar.addWorkingDays(day, count + 1));
        }));
    }

    void countingIsTheInverseOfAdding()
    {
        QVERIFY(rc::check([] {
            const Calendar calendar = publishedOrAny();
            const Day day = anyDay();
            const int count = *rc::gen::inRange(0, 100'000);
            const Day reached = calendar.addWorkingDays(day, count);
            RC_ASSERT(calendar.workingDaysBetween(day, reached) == count);
            RC_ASSERT(count == 0 || calendar.isWorkingDay(reached));
            const Day to = day + days { *rc::gen::inRange(0, 3000) };
            RC_ASSERT(calendar.addWorkingDays(day, calendar.workingDaysBetween(day, to)) <= to);
        }));
    }

    void aDayWorksExactlyWhenItsKindDoes()
    {
        QVERIFY(rc::check([] {
            const Calendar calendar = publishedOrAny();
            const Day day = anyDay();
            RC_ASSERT(calendar.isWorkingDay(day) == calendar.kindOf(day).isWorking());
            RC_ASSERT(calendar.workingDaysBetween(day - days { 1 }, day) == (calendar.isWorkingDay(day) ? 1 : 0));
        }));
    }

    void aLimitOfWorkingDaysAgreesWithCountingDayByDay()
    {
        QVERIFY(rc::check([] {
            const Calendar calendar = publishedOrAny();
            const Ticket ticket = anyTicketOfWorkingDays();
            RC_ASSERT(dueOf(ticket, calendar) == dueDayByDay(ticket, calendar));
        }));
    }

    void theExplanationCountsAsManyDaysAsTheLimitHas()
    {
        QVERIFY(rc::check([] {
            const Calendar calendar = publishedOrAny();
            const Ticket ticket = anyTicketOfWorkingDays();
            const auto explanation = explain(ticket, calendar, hall);
            RC_ASSERT(explanation.workingDays == limitOf(ticket));
            RC_ASSERT(std::ranges::count_if(explanation.days, &ExplainedDay::isCounted) == limitOf(ticket));
            RC_ASSERT(explanation.days.back().number == limitOf(ticket));
            RC_ASSERT(endOf(explanation.days.back().day) == explanation.deadline.due);
        }));
    }

    void theExplanationOfAnyTicketCountsWhatItsLimitSays()
    {
        QVERIFY(rc::check([] {
            const Calendar calendar = publishedOrAny();
            Ticket ticket = anyTicket();
            ticket.given.reset(); // it may lie before the report, where no days are listed
            const auto explanation = explain(ticket, calendar, hall);
            const auto counted = std::ranges::count_if(explanation.days, &ExplainedDay::isCounted);
            RC_ASSERT(explanation.workingDays == 0 || counted == explanation.workingDays);
        }));
    }

    void aDeadlineIsProvisionalExactlyWhenNoNoticeSettlesOneOfItsDays()
    {
        QVERIFY(rc::check([] {
            const Calendar calendar = publishedOrAny();
            const auto explanation = explain(anyTicketOfWorkingDays(), calendar, hall);
            const bool unsettled = std::ranges::any_of(
                explanation.days.begin() + 1, explanation.days.end(), [](const ExplainedDay &explained) {
                    return explained.kind.reason == DayReason::WeekdayUnnoticed
                        || explained.kind.reason == DayReason::WeekendUnnoticed;
                });
            RC_ASSERT(explanation.deadline.isProvisional == unsettled);
        }));
    }

    void pausingNeverMakesADeadlineEarlier()
    {
        QVERIFY(rc::check([] {
            const Calendar calendar = publishedOrAny();
            Ticket ticket = anyTicket();
            const Instant before = dueOf(ticket, calendar);
            addPause(ticket);
            RC_ASSERT(dueOf(ticket, calendar) >= before);
        }));
    }

    void theOrderInWhichTimesOnAccountBecameKnownDoesNotMatter()
    {
        QVERIFY(rc::check([] {
            const Calendar calendar = publishedOrAny();
            Ticket ticket = anyTicket();
            const Instant before = dueOf(ticket, calendar);
            std::ranges::reverse(ticket.accounts);
            RC_ASSERT(dueOf(ticket, calendar) == before);
        }));
    }

    void workingDaysMoreMakeADeadlineLater()
    {
        QVERIFY(rc::check([] {
            const Calendar calendar = publishedOrAny();
            Ticket ticket = anyTicket();
            const Instant before = dueOf(ticket, calendar);
            ticket.extensions.push_back({ ticket.reportedAt, { *rc::gen::inRange(1, 30), std::nullopt }, true });
            RC_ASSERT(dueOf(ticket, calendar) > before);
        }));
    }

    void theLampIsYellowFromTheFirstMomentThatHasTheShare()
    {
        QVERIFY(rc::check([] {
            const Calendar calendar = publishedOrAny();
            const Ticket ticket = anyTicketOfWorkingDays();
            const milliseconds whole = countedTime(ticket, dueOf(ticket, calendar), calendar);
            const Instant soon = soonFrom(ticket, calendar, hall).value();
            RC_ASSERT(countedTime(ticket, soon, calendar) * 100 >= whole * 80);
            RC_ASSERT(countedTime(ticket, soon - milliseconds { 1 }, calendar) * 100 < whole * 80);
        }));
    }

    void theLampIsYellowBetweenReportAndDeadline()
    {
        QVERIFY(rc::check([] {
            const Calendar calendar = publishedOrAny();
            const Ticket ticket = anyTicket();
            const Instant due = dueOf(ticket, calendar);
            const Instant soon = soonFrom(ticket, calendar, hall).value();
            RC_ASSERT(soon <= due);
            RC_ASSERT(soon >= std::min(ticket.reportedAt, due));
        }));
    }
};

QTEST_GUILESS_MAIN(DeadlinePropertiesTest)
#include "tst_deadline_properties.moc"
