#include "Tickets.h"

#include <support/Sentences.h>

using namespace huying;
using enum DeadlineClass;

namespace
{

const DeadlineSettings hall;

QString due(const Ticket &ticket)
{
    const auto deadline = deadlineOf(ticket, published(), hall);
    return deadline ? shown(deadline->due) : QStringLiteral("none");
}

/// 24:00 of `day`.
QString endOfDay(std::string_view day)
{
    return shown(endOf(on(day)));
}

} // namespace

class DeadlinesTest : public Sentences
{
    Q_OBJECT
private slots:
    void everyClassHasItsLimit_data()
    {
        QTest::addColumn<DeadlineClass>("deadlineClass");
        QTest::addColumn<QString>("moment");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, DeadlineClass deadlineClass, const char *moment,
                             const QString &expected) {
            QTest::newRow(name) << deadlineClass << QString::fromLatin1(moment) << expected;
        };
        row("2 h to the millisecond", Emergency, "2023-07-12 09:31:05.123", shown(at("2023-07-12 11:31:05.123")));
        row("2 h over midnight into the year", Emergency, "2023-12-31 23:00", shown(at("2024-01-01 01:00")));
        row("the same day", Consultation, "2023-07-12 09:31", endOfDay("2023-07-12"));
        row("the same day, on a day off", Consultation, "2023-01-22 00:00", endOfDay("2023-01-22"));
        row("the same day, at its last moment", Consultation, "2023-07-12 23:59:59.999", endOfDay("2023-07-12"));
        row("2 working days over the Spring Festival", PublicService, "2023-01-20 10:00", endOfDay("2023-01-29"));
        row("7 working days over the Spring Festival", Other, "2023-01-20 10:00", endOfDay("2023-02-03"));
        row("7 working days over Labour Day", Other, "2023-04-21 23:59:59.999", endOfDay("2023-05-04"));
        row("one moment later is the next day", Other, "2023-04-22 00:00", endOfDay("2023-05-04"));
        row("2 working days of 2025", PublicService, "2025-01-24 08:00", endOfDay("2025-01-27"));
        row("7 working days of 2026", Other, "2026-02-13 08:00", endOfDay("2026-03-02"));
        row("over a leap day", PublicService, "2024-02-28 08:00", endOfDay("2024-03-01"));
        row("the report's day is the county's, not UTC's", PublicService, "2023-07-12T16:30Z", endOfDay("2023-07-17"));
    }
    void everyClassHasItsLimit()
    {
        QFETCH(DeadlineClass, deadlineClass);
        QFETCH(QString, moment);
        QFETCH(QString, expected);
        QCOMPARE(due(reported(deadlineClass, moment.toStdString())), expected);
    }

    void settingsChangeTheLimits()
    {
        const DeadlineSettings other { std::chrono::minutes { 30 }, 3, 10, 80 };
        const auto dueOf = [&](DeadlineClass deadlineClass) {
            return shown(deadlineOf(reported(deadlineClass, "2023-07-12 09:00"), published(), other)->due);
        };
        QCOMPARE(dueOf(Emergency), shown(at("2023-07-12 09:30")));
        QCOMPARE(dueOf(PublicService), endOfDay("2023-07-17"));
        QCOMPARE(dueOf(Other), endOfDay("2023-07-26"));
    }

    void aLimitOfNoDaysIsTheSameDay()
    {
        DeadlineSettings sameDay;
        sameDay.otherDays = 0;
        const auto deadline = deadlineOf(reported(Other, "2023-01-22 10:00"), published(), sameDay);
        QCOMPARE(shown(deadline->due), endOfDay("2023-01-22"));
    }

    void aDeadlineIntoAYearWithoutNoticeIsProvisionalUntilTheNoticeComes()
    {
        const Ticket ticket = reported(Other, "2025-12-29 10:00");
        const auto before = deadlineOf(ticket, knownBefore(2026), hall);
        QVERIFY(before->isProvisional);
        QCOMPARE(shown(before->due), endOfDay("2026-01-07"));
        const auto after = deadlineOf(ticket, published(), hall);
        QVERIFY(!after->isProvisional);
        QCOMPARE(shown(after->due), endOfDay("2026-01-08")); // 01-02 is off, Sunday 01-04 is made up
    }

    void aDeadlineWithinItsYearOrByTheClockIsNotProvisional()
    {
        const Calendar none;
        QVERIFY(deadlineOf(reported(Other, "2023-07-12 10:00"), none, hall)->isProvisional);
        QVERIFY(!deadlineOf(reported(Emergency, "2023-07-12 10:00"), none, hall)->isProvisional);
        QVERIFY(!deadlineOf(reported(Consultation, "2023-07-12 10:00"), none, hall)->isProvisional);
        QVERIFY(!deadlineOf(reported(PublicService, "2026-12-29 10:00"), published(), hall)->isProvisional);
        QVERIFY(deadlineOf(reported(PublicService, "2026-12-30 10:00"), published(), hall)->isProvisional);
    }

    void theDayOfTheReportIsNotCountedAndMakesNothingProvisional()
    {
        QVERIFY(!deadlineOf(reported(Other, "2019-12-31 10:00"), published(), hall)->isProvisional);
        QVERIFY(deadlineOf(reported(Other, "2019-12-30 10:00"), published(), hall)->isProvisional);
    }

    void anExtensionByWorkingDaysKeepsItProvisionalAndOneToAMomentDoesNot()
    {
        Ticket ticket = reported(Other, "2019-12-24 10:00"); // its days before 2020 are settled by no notice
        extendByDays(ticket, "2020-01-02 10:00", 3);
        QVERIFY(deadlineOf(ticket, published(), hall)->isProvisional);
        extendUntil(ticket, "2020-01-03 10:00", "2020-01-17 18:00");
        extendByDays(ticket, "2020-01-06 10:00", 3);
        QVERIFY(!deadlineOf(ticket, published(), hall)->isProvisional);
    }

    void publicServiceOwesAFirstAnswerAndThenNothing()
    {
        Ticket ticket = reported(PublicService, "2023-07-12 09:00");
        QCOMPARE(deadlineOf(ticket, published(), hall)->milestone, Milestone::FirstAnswer);
        ticket.firstAnsweredAt = at("2023-07-13 09:00");
        QCOMPARE(due(ticket), QStringLiteral("none"));
        QVERIFY(!soonFrom(ticket, published(), hall));
    }

    void anExtensionAfterTheFirstAnswerSetsATimeForTheSolution()
    {
        Ticket ticket = reported(PublicService, "2023-07-12 09:00");
        ticket.firstAnsweredAt = at("2023-07-13 09:00");
        extendByDays(ticket, "2023-07-14 09:00", 3);
        const auto deadline = deadlineOf(ticket, published(), hall);
        QCOMPARE(deadline->milestone, Milestone::Solved);
        QCOMPARE(shown(deadline->due), endOfDay("2023-07-19"));
    }

    void anExtensionInTheMomentOfTheFirstAnswerIsForTheSolution()
    {
        Ticket ticket = reported(PublicService, "2023-07-12 09:00");
        ticket.firstAnsweredAt = at("2023-07-13 09:00");
        extendByDays(ticket, "2023-07-13 09:00", 3);
        QCOMPARE(due(ticket), endOfDay("2023-07-19"));
    }

    void anExtensionBeforeTheFirstAnswerSetsNone()
    {
        Ticket ticket = reported(PublicService, "2023-07-12 09:00");
        extendByDays(ticket, "2023-07-13 09:00", 3);
        QCOMPARE(deadlineOf(ticket, published(), hall)->milestone, Milestone::FirstAnswer);
        QCOMPARE(due(ticket), endOfDay("2023-07-19"));
        ticket.firstAnsweredAt = at("2023-07-18 09:00");
        QCOMPARE(due(ticket), QStringLiteral("none"));
    }

    void aGivenDeadlineRulesWhateverItIs_data()
    {
        QTest::addColumn<QString>("given");
        QTest::newRow("later") << "2023-09-01 10:00";
        QTest::newRow("in 2059") << "2059-01-01 00:00";
        QTest::newRow("before the report") << "2023-07-01 00:00";
    }
    void aGivenDeadlineRulesWhateverItIs()
    {
        QFETCH(QString, given);
        Ticket ticket = reported(PublicService, "2023-07-12 09:00");
        ticket.given = GivenDeadline { at(given.toStdString()) };
        ticket.firstAnsweredAt = at("2023-07-12 10:00");
        const auto deadline = deadlineOf(ticket, published(), hall);
        QCOMPARE(shown(deadline->due), shown(ticket.given->due));
        QCOMPARE(deadline->milestone, Milestone::Solved);
        QCOMPARE(deadline->cause, DeadlineCause::Given);
        QVERIFY(!deadline->isProvisional);
    }

    void thereIsNoDeadlineWhileOnAccount()
    {
        for (const DeadlineClass deadlineClass : { Emergency, Consultation, PublicService, Other }) {
            Ticket ticket = reported(deadlineClass, "2023-07-12 09:00");
            ticket.accounts.push_back({ at("2023-07-12 10:00"), std::nullopt, {}, {} });
            QCOMPARE(due(ticket), QStringLiteral("none"));
            QVERIFY(!soonFrom(ticket, published(), hall));
        }
    }

    void daysOnAccountAreNotCounted_data()
    {
        QTest::addColumn<QString>("since");
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("lastDay");
        // reported on Wednesday 2023-07-12, else due on Friday 07-21
        QTest::newRow("ended on the day it began") << "2023-07-13 09:00" << "2023-07-13 17:00" << "2023-07-21";
        QTest::newRow("one night") << "2023-07-13 17:00" << "2023-07-14 08:00" << "2023-07-24";
        QTest::newRow("over a weekend") << "2023-07-14 09:00" << "2023-07-17 09:00" << "2023-07-24";
        QTest::newRow("only a weekend") << "2023-07-15 09:00" << "2023-07-17 00:00" << "2023-07-21";
        QTest::newRow("from the report on") << "2023-07-12 09:00" << "2023-07-14 09:00" << "2023-07-24";
        QTest::newRow("from the last day on") << "2023-07-21 23:59" << "2023-07-25 09:00" << "2023-07-25";
        QTest::newRow("after it was due") << "2023-07-22 00:00" << "2023-08-25 09:00" << "2023-07-21";
        QTest::newRow("two months") << "2023-07-13 09:00" << "2023-09-13 09:00" << "2023-09-21";
    }
    void daysOnAccountAreNotCounted()
    {
        QFETCH(QString, since);
        QFETCH(QString, until);
        QFETCH(QString, lastDay);
        Ticket ticket = reported(Other, "2023-07-12 08:00");
        putOnAccount(ticket, since.toStdString(), until.toStdString());
        QCOMPARE(due(ticket), endOfDay(lastDay.toStdString()));
    }

    void severalTimesOnAccountAddUpAndSharedDaysCountOnce()
    {
        Ticket ticket = reported(Other, "2023-07-12 08:00");
        putOnAccount(ticket, "2023-07-13 09:00", "2023-07-14 09:00");
        putOnAccount(ticket, "2023-07-18 09:00", "2023-07-20 09:00");
        QCOMPARE(due(ticket), endOfDay("2023-07-26"));
        putOnAccount(ticket, "2023-07-19 09:00", "2023-07-20 08:00"); // entered by two desks whose clocks differ
        putOnAccount(ticket, "2023-07-13 08:00", "2023-07-13 10:00");
        QCOMPARE(due(ticket), endOfDay("2023-07-26"));
    }

    void twoHoursStopToTheMillisecond()
    {
        Ticket ticket = reported(Emergency, "2023-07-12 09:00");
        putOnAccount(ticket, "2023-07-12 10:30:00.250", "2023-07-14 08:00:00.500");
        QCOMPARE(due(ticket), shown(at("2023-07-14 08:29:59.500") + std::chrono::milliseconds { 750 }));
        putOnAccount(ticket, "2023-07-14 08:10", "2023-07-14 08:20");
        QCOMPARE(due(ticket), shown(at("2023-07-14 08:40:00.250")));
    }

    void aPauseThatBeginsWhenTheTimeIsUpMovesNothing()
    {
        Ticket ticket = reported(Emergency, "2023-07-12 09:00");
        putOnAccount(ticket, "2023-07-12 11:00", "2023-07-12 12:00");
        QCOMPARE(due(ticket), shown(at("2023-07-12 11:00")));
    }

    void theSameDayBecomesTheDayOnWhichItIsResumed()
    {
        Ticket ticket = reported(Consultation, "2023-07-12 09:00");
        putOnAccount(ticket, "2023-07-12 10:00", "2023-07-12 11:00");
        QCOMPARE(due(ticket), endOfDay("2023-07-12"));
        putOnAccount(ticket, "2023-07-12 15:00", "2023-07-15 08:00");
        QCOMPARE(due(ticket), endOfDay("2023-07-15"));
        putOnAccount(ticket, "2023-07-15 09:00", "2023-07-19 08:00");
        QCOMPARE(due(ticket), endOfDay("2023-07-19"));
        putOnAccount(ticket, "2023-07-21 09:00", "2023-07-24 08:00");
        QCOMPARE(due(ticket), endOfDay("2023-07-19"));
    }

    void aGivenDeadlineMovesByTheTimeOnAccount()
    {
        Ticket ticket = reported(Other, "2023-07-12 09:00");
        ticket.given = GivenDeadline { at("2023-07-20 12:00") };
        putOnAccount(ticket, "2023-07-13 09:00", "2023-07-15 10:30");
        QCOMPARE(due(ticket), shown(at("2023-07-22 13:30")));
    }

    void aGivenDeadlineBeforeTheReportStays()
    {
        Ticket ticket = reported(Other, "2023-07-12 09:00");
        ticket.given = GivenDeadline { at("2023-07-01 12:00") };
        putOnAccount(ticket, "2023-07-13 09:00", "2023-07-15 10:30");
        QCOMPARE(due(ticket), shown(at("2023-07-01 12:00")));
    }

    void workingDaysMoreAreCountedFromTheOldLastDay()
    {
        Ticket ticket = reported(Other, "2023-01-20 10:00");
        extendByDays(ticket, "2023-02-01 10:00", 2);
        QCOMPARE(due(ticket), endOfDay("2023-02-07"));
        extendByDays(ticket, "2023-02-06 10:00", 1);
        QCOMPARE(due(ticket), endOfDay("2023-02-08"));
    }

    void twoHoursExtendedByWorkingDaysEndAt24()
    {
        Ticket ticket = reported(Emergency, "2023-01-20 23:00");
        extendByDays(ticket, "2023-01-21 00:30", 1);
        QCOMPARE(due(ticket), endOfDay("2023-01-28"));
    }

    void anExtensionToAMomentReplacesTheDeadline()
    {
        Ticket ticket = reported(Other, "2025-12-29 10:00");
        extendUntil(ticket, "2025-12-30 10:00", "2026-06-01 12:00");
        const auto deadline = deadlineOf(ticket, knownBefore(2026), hall);
        QCOMPARE(shown(deadline->due), shown(at("2026-06-01 12:00")));
        QVERIFY(!deadline->isProvisional);
        QCOMPARE(deadline->cause, DeadlineCause::Extended);
        QCOMPARE(shown(deadline->since), shown(at("2025-12-30 10:00")));
    }

    void workingDaysAfterAMomentAreCountedFromItsDay()
    {
        Ticket ticket = reported(Other, "2023-07-12 10:00");
        extendUntil(ticket, "2023-07-13 10:00", "2023-07-21 12:00");
        extendByDays(ticket, "2023-07-20 10:00", 1);
        QCOMPARE(due(ticket), endOfDay("2023-07-24"));
    }

    void onAccountAfterAnExtensionCountsToo()
    {
        Ticket byDays = reported(Other, "2023-07-12 10:00");
        extendByDays(byDays, "2023-07-20 10:00", 2); // to Tuesday 07-25
        putOnAccount(byDays, "2023-07-24 10:00", "2023-07-26 10:00");
        QCOMPARE(due(byDays), endOfDay("2023-07-27"));

        Ticket byMoment = reported(Other, "2023-07-12 10:00");
        putOnAccount(byMoment, "2023-07-13 10:00", "2023-07-14 10:00"); // the moment was named knowing of it
        extendUntil(byMoment, "2023-07-20 10:00", "2023-07-28 12:00");
        putOnAccount(byMoment, "2023-07-24 10:00", "2023-07-26 11:00");
        QCOMPARE(due(byMoment), shown(at("2023-07-30 13:00")));
    }

    void absurdInputIsSafe()
    {
        Ticket ticket = reported(Other, "9999-12-31 10:00");
        QVERIFY(deadlineOf(ticket, published(), hall)->isProvisional);
        for (int i = 0; i < 4; ++i) {
            extendByDays(ticket, "9999-12-31 11:00", 1'000'000);
        }
        QVERIFY(deadlineOf(ticket, published(), hall)->due > at("9999-12-31"));
        QVERIFY(soonFrom(ticket, published(), hall) < deadlineOf(ticket, published(), hall)->due);
        const DeadlineExplanation explanation = explain(ticket, published(), hall);
        QVERIFY(explanation.isCut);
        QCOMPARE(explanation.days.size(), 1000);
    }
};

QTEST_GUILESS_MAIN(DeadlinesTest)
#include "tst_deadlines.moc"
