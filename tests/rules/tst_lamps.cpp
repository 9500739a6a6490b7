#include "Tickets.h"

#include <support/Sentences.h>

using namespace huying;
using namespace std::chrono_literals;
using enum DeadlineClass;

namespace
{

const DeadlineSettings hall;

QString soon(const Ticket &ticket, int percent = 80)
{
    DeadlineSettings settings;
    settings.soonPercent = percent;
    return shown(soonFrom(ticket, published(), settings));
}

QString moment(std::string_view iso)
{
    return shown(at(iso));
}

/// Due at 12:00, yellow from 10:00.
TicketRow openRow()
{
    TicketRow row;
    row.step = Step::Handling;
    row.due = at("2023-07-12 12:00");
    row.soonAt = at("2023-07-12 10:00");
    return row;
}

TicketRow closedRow(std::string_view milestoneMet)
{
    TicketRow row = openRow();
    row.step = Step::Closed;
    row.milestoneMetAt = at(milestoneMet);
    row.closedAt = at("2023-07-20 12:00");
    return row;
}

} // namespace

class LampsTest : public Sentences
{
    Q_OBJECT
private slots:
    void theShareOfWorkingDaysHasCountedDaysAndDayZeroFromTheReport()
    {
        // 16 h of Wednesday and 7 days are 184 h; 80 % are 147 h 12 min: 16 h, five days, 11 h 12 min of the sixth
        QCOMPARE(soon(reported(Other, "2023-07-12 08:00")), moment("2023-07-20 11:12"));
    }

    void dayZeroHasNoShareWhenItIsNoWorkingDay()
    {
        QCOMPARE(soon(reported(PublicService, "2023-07-15 08:00")), moment("2023-07-18 14:24"));
    }

    void aShareThatEndsWithADayIsReachedThereAndNotAfterTheWeekend()
    {
        DeadlineSettings threeDays;
        threeDays.otherDays = 3;
        threeDays.soonPercent = 50;
        const auto reached = soonFrom(reported(Other, "2023-07-13 00:00"), published(), threeDays);
        QCOMPARE(shown(reached), moment("2023-07-15 00:00"));
    }

    void daysOnAccountHaveNoShare()
    {
        Ticket ticket = reported(PublicService, "2023-07-15 08:00"); // a Saturday
        putOnAccount(ticket, "2023-07-17 10:00", "2023-07-20 10:00");
        QCOMPARE(soon(ticket), moment("2023-07-21 14:24"));
        Ticket fromTheReportOn = reported(PublicService, "2023-07-12 08:00"); // day 0 is on account too
        putOnAccount(fromTheReportOn, "2023-07-12 09:00", "2023-07-13 10:00");
        QCOMPARE(soon(fromTheReportOn), moment("2023-07-14 14:24"));
    }

    void anExtensionLengthensTheWhole()
    {
        Ticket ticket = reported(PublicService, "2023-07-15 08:00");
        extendByDays(ticket, "2023-07-18 08:00", 3); // 120 h, 80 % are 96 h
        QCOMPARE(soon(ticket), moment("2023-07-21 00:00"));
    }

    void byTheClockTheShareIsOfTheTimeOffAccount()
    {
        QCOMPARE(soon(reported(Emergency, "2023-07-12 23:00")), moment("2023-07-13 00:36"));
        QCOMPARE(soon(reported(Consultation, "2023-07-12 09:00")), moment("2023-07-12 21:00"));
        Ticket ticket = reported(Emergency, "2023-07-12 09:00");
        putOnAccount(ticket, "2023-07-12 10:00", "2023-07-13 10:00");
        QCOMPARE(soon(ticket), moment("2023-07-13 10:36"));
    }

    void aShareOfMillisecondsIsRoundedUp()
    {
        Ticket ticket = reported(Other, "2023-07-12 09:00");
        ticket.given = GivenDeadline { ticket.reportedAt + 101ms };
        QCOMPARE(soonFrom(ticket, published(), hall), ticket.reportedAt + 81ms);
    }

    void theWholeShareIsTheDeadlineAndNoneTheReport()
    {
        for (const DeadlineClass deadlineClass : { Emergency, Consultation, PublicService, Other }) {
            const Ticket ticket = reported(deadlineClass, "2023-01-20 10:00");
            QCOMPARE(soon(ticket, 100), shown(deadlineOf(ticket, published(), hall)->due));
            QCOMPARE(soon(ticket, 0), shown(ticket.reportedAt));
        }
    }

    void aDeadlineBeforeTheReportIsSoonWhenItIsDue()
    {
        Ticket ticket = reported(Other, "2023-07-12 09:00");
        ticket.given = GivenDeadline { at("2023-07-01 12:00") };
        QCOMPARE(soon(ticket), moment("2023-07-01 12:00"));
        extendByDays(ticket, "2023-07-12 10:00", 1);
        QCOMPARE(soon(ticket), moment("2023-07-04 00:00"));
    }

    void theLampTurnsAtItsMoments()
    {
        const TicketRow row = openRow();
        QCOMPARE(lampOf(row, at("2023-07-12 09:59:59.999")), Lamp::InTime);
        QCOMPARE(lampOf(row, at("2023-07-12 10:00")), Lamp::Soon);
        QCOMPARE(lampOf(row, at("2023-07-12 12:00")), Lamp::Soon);
        QCOMPARE(overdueBy(row, at("2023-07-12 12:00")), 0ms);
        QCOMPARE(lampOf(row, at("2023-07-12 12:00:00.001")), Lamp::Overdue);
        QCOMPARE(overdueBy(row, at("2023-07-12 12:00:00.001")), 1ms);
    }

    void aTicketOnAccountIsPausedAndNeverOverdue()
    {
        TicketRow row = openRow();
        row.isOnAccount = true;
        QCOMPARE(lampOf(row, at("2023-08-12 12:00")), Lamp::Paused);
        QCOMPARE(overdueBy(row, at("2023-08-12 12:00")), 0ms);
    }

    void withoutDeadlineItIsInTime()
    {
        TicketRow row = openRow();
        row.due.reset();
        row.soonAt.reset();
        QCOMPARE(lampOf(row, at("2023-08-12 12:00")), Lamp::InTime);
        QCOMPARE(overdueBy(row, at("2023-08-12 12:00")), 0ms);
    }

    void anOpenTicketWhoseMilestoneIsReachedIsInTimeAndKeepsItsLateness()
    {
        TicketRow row = openRow();
        row.milestoneMetAt = at("2023-07-12 12:30");
        QCOMPARE(lampOf(row, at("2023-08-12 12:00")), Lamp::InTime);
        QCOMPARE(overdueBy(row, at("2023-08-12 12:00")), 30min);
    }

    void aClosedTicketShowsHowItsMilestoneWasMet()
    {
        const Instant later = at("2024-07-12 12:00");
        QCOMPARE(lampOf(closedRow("2023-07-12 12:00"), later), Lamp::InTime);
        QCOMPARE(lampOf(closedRow("2023-07-12 11:00"), later), Lamp::InTime);
        QCOMPARE(overdueBy(closedRow("2023-07-12 11:00"), later), 0ms);
        QCOMPARE(lampOf(closedRow("2023-07-12 12:00:00.001"), later), Lamp::Overdue);
        QCOMPARE(overdueBy(closedRow("2023-07-12 14:00"), later), 2h);
    }

    void aTicketThatCameClosedIsJudgedByItsClosing()
    {
        TicketRow row = closedRow("2023-07-12 11:00");
        row.milestoneMetAt.reset();
        QCOMPARE(lampOf(row, at("2024-07-12 12:00")), Lamp::Overdue);
        QCOMPARE(overdueBy(row, at("2024-07-12 12:00")), 192h);
    }

    void aVoidTicketIsNeverOverdue()
    {
        TicketRow row = openRow();
        row.step = Step::Void;
        QCOMPARE(lampOf(row, at("2023-08-12 12:00")), Lamp::InTime);
        QCOMPARE(overdueBy(row, at("2023-08-12 12:00")), 0ms);
    }
};

QTEST_GUILESS_MAIN(LampsTest)
#include "tst_lamps.moc"
