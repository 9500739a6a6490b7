#include "Tickets.h"

#include <support/Sentences.h>

using namespace huying;
using enum DeadlineClass;

namespace
{

const DeadlineSettings hall;

/// `01-21 - 春节`, `01-28 +1 春节`, `02-06 on account` …: one word for each thing an explained day says.
QString line(const ExplainedDay &explained)
{
    QStringList words { shown(explained.day).mid(5) };
    words << (explained.isCounted ? QStringLiteral("+%1").arg(explained.number) : QStringLiteral("-"));
    if (explained.isOnAccount) {
        words << QStringLiteral("on account");
    }
    if (!explained.kind.holiday.empty()) {
        words << QString::fromStdString(explained.kind.holiday);
    }
    return words.join(QLatin1Char(' '));
}

QStringList lines(const DeadlineExplanation &explanation)
{
    QStringList all;
    for (const ExplainedDay &explained : explanation.days) {
        all << line(explained);
    }
    return all;
}

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char('|'));
}

} // namespace

class ExplanationTest : public Sentences
{
    Q_OBJECT
private slots:
    void eachDayIsCountedOrNotAndWhy()
    {
        const auto explanation = explain(PublicService, at("2023-01-20 10:00"), published(), hall);
        QCOMPARE(lines(explanation),
            words("01-20 -|01-21 - 春节|01-22 - 春节|01-23 - 春节|01-24 - 春节|01-25 - 春节|01-26 - 春节|"
                  "01-27 - 春节|01-28 +1 春节|01-29 +2 春节"));
        QCOMPARE(explanation.workingDays, 2);
        QCOMPARE(explanation.days[0].kind.reason, DayReason::Weekday);
        QCOMPARE(explanation.days[8].kind.reason, DayReason::MakeUp);
        QCOMPARE(explanation.days[8].kind.notice, std::string("国办发明电〔2022〕16号"));
        QCOMPARE(shown(explanation.deadline.due), shown(endOf(on("2023-01-29"))));
        QCOMPARE(explanation.deadline.milestone, Milestone::FirstAnswer);
    }

    void daysOnAccountAreShownAsSuch()
    {
        Ticket ticket = reported(PublicService, "2023-07-12 10:00");
        putOnAccount(ticket, "2023-07-13 10:00", "2023-07-17 10:00");
        QCOMPARE(lines(explain(ticket, published(), hall)),
            words("07-12 -|07-13 - on account|07-14 - on account|07-15 - on account|07-16 - on account|07-17 +1|07-18 "
                  "+2"));
    }

    void extensionsAreCountedOnAndListed()
    {
        Ticket ticket = reported(PublicService, "2023-07-12 10:00");
        extendByDays(ticket, "2023-07-13 10:00", 1);
        const auto explanation = explain(ticket, published(), hall);
        QCOMPARE(lines(explanation), words("07-12 -|07-13 +1|07-14 +2|07-15 -|07-16 -|07-17 +3"));
        QCOMPARE(explanation.workingDays, 3);
        QCOMPARE(explanation.extensions, ticket.extensions);
        QCOMPARE(explanation.deadline.cause, DeadlineCause::Extended);
    }

    void workingDaysAfterTwoHoursBeginBehindTheirDay()
    {
        Ticket ticket = reported(Emergency, "2023-07-12 23:00");
        extendByDays(ticket, "2023-07-13 00:30", 2);
        const auto explanation = explain(ticket, published(), hall);
        QCOMPARE(lines(explanation), words("07-12 -|07-13 -|07-14 +1|07-15 -|07-16 -|07-17 +2"));
        QCOMPARE(explanation.workingDays, 2);
    }

    void aLimitByTheClockListsTheDaysOnWhichItRan()
    {
        const auto explanation = explain(Emergency, at("2023-07-12 23:00"), published(), hall);
        QCOMPARE(lines(explanation), words("07-12 +1|07-13 +2"));
        QCOMPARE(explanation.workingDays, 0);
        QCOMPARE(lines(explain(Consultation, at("2023-07-12 23:00"), published(), hall)), words("07-12 +1"));
    }

    void anAnsweredPublicServiceExplainsItsFirstAnswer()
    {
        Ticket ticket = reported(PublicService, "2023-07-12 10:00");
        ticket.firstAnsweredAt = at("2023-07-12 11:00");
        QCOMPARE(lines(explain(ticket, published(), hall)), words("07-12 -|07-13 +1|07-14 +2"));
    }

    void whileOnAccountTheDaysEndWhereTheClockStopped()
    {
        Ticket ticket = reported(Other, "2023-07-12 10:00");
        ticket.accounts.push_back({ at("2023-07-14 10:00"), std::nullopt, {}, {} });
        const auto explanation = explain(ticket, published(), hall);
        QVERIFY(explanation.isOnAccount);
        QCOMPARE(lines(explanation), words("07-12 -|07-13 +1|07-14 - on account"));
    }

    void aProvisionalDeadlineShowsTheDaysThatNoNoticeSettles()
    {
        const auto explanation = explain(PublicService, at("2026-12-31 10:00"), published(), hall);
        QVERIFY(explanation.deadline.isProvisional);
        QCOMPARE(lines(explanation), words("12-31 -|01-01 +1|01-02 -|01-03 -|01-04 +2"));
        QCOMPARE(explanation.days[1].kind.reason, DayReason::WeekdayUnnoticed);
        QCOMPARE(explanation.days[2].kind.reason, DayReason::WeekendUnnoticed);
    }

    void aDeadlineDecadesAwayIsCutShort()
    {
        Ticket ticket = reported(Other, "2023-07-12 10:00");
        ticket.given = GivenDeadline { at("2059-01-01") };
        const auto explanation = explain(ticket, published(), hall);
        QVERIFY(explanation.isCut);
        QCOMPARE(explanation.days.size(), 1000);
    }

    void aDeadlineBeforeTheReportListsTheDayOfTheReport()
    {
        Ticket ticket = reported(Other, "2023-07-12 10:00");
        ticket.given = GivenDeadline { at("2023-07-01") };
        QCOMPARE(explain(ticket, published(), hall).days.size(), 1);
    }
};

QTEST_GUILESS_MAIN(ExplanationTest)
#include "tst_explanation.moc"
