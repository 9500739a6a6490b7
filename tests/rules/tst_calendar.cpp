#include "Days.h"

#include <support/Sentences.h>
#include <support/SharedData.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace huying;
using std::chrono::days;
using std::chrono::December;
using std::chrono::year;

class CalendarTest : public Sentences
{
    Q_OBJECT
private slots:
    void knownAnswersHold_data()
    {
        QTest::addColumn<QString>("reported");
        QTest::addColumn<QString>("two");
        QTest::addColumn<QString>("seven");
        QTest::newRow("Spring Festival 2023") << "2023-01-20" << "2023-01-29" << "2023-02-03";
        QTest::newRow("Labour Day 2023") << "2023-04-21" << "2023-04-24" << "2023-05-04";
        QTest::newRow("Spring Festival 2025") << "2025-01-24" << "2025-01-27" << "2025-02-10";
        QTest::newRow("Spring Festival 2026") << "2026-02-13" << "2026-02-24" << "2026-03-02";
    }
    void knownAnswersHold()
    {
        QFETCH(QString, reported);
        QFETCH(QString, two);
        QFETCH(QString, seven);
        const Day from = on(reported.toStdString());
        QCOMPARE(shown(published().addWorkingDays(from, 2)), two);
        QCOMPARE(shown(published().addWorkingDays(from, 7)), seven);
    }

    void aYearHasItsWorkingDays_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("workingDays");
        QTest::newRow("2020") << 2020 << 249;
        QTest::newRow("2021") << 2021 << 250;
        QTest::newRow("2022") << 2022 << 249;
        QTest::newRow("2023") << 2023 << 249;
        QTest::newRow("2024") << 2024 << 251;
        QTest::newRow("2025") << 2025 << 248;
        QTest::newRow("2026") << 2026 << 248;
    }
    void aYearHasItsWorkingDays()
    {
        QFETCH(int, number);
        QFETCH(int, workingDays);
        const Day eve { year { number - 1 } / December / 31 };
        const Day last { year { number } / December / 31 };
        QCOMPARE(published().workingDaysBetween(eve, last), workingDays);
    }

    void everyDayOfTheHolidayFilesIsTheSameInTheNotices_data()
    {
        QTest::addColumn<int>("number");
        for (int number = 2020; number <= 2026; ++number) {
            QTest::addRow("%d", number) << number;
        }
    }
    void everyDayOfTheHolidayFilesIsTheSameInTheNotices()
    {
        QFETCH(int, number);
        const QString path = sharedData(QStringLiteral("holidays/%1.json").arg(number));
        REQUIRE_SHARED_DATA(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray listed = QJsonDocument::fromJson(file.readAll())[QStringLiteral("days")].toArray();
        QVERIFY(!listed.isEmpty());

        QStringList named = namedDaysOf(number);
        for (const auto value : listed) {
            const QString date = value[QStringLiteral("date")].toString();
            const bool isOff = value[QStringLiteral("isOffDay")].toBool();
            const DayKind kind = published().kindOf(on(date.toStdString()));
            if (date == QStringLiteral("2020-02-03")) {
                QCOMPARE(kind.reason, DayReason::Weekday); // listed only because work began again on that Monday
                continue;
            }
            QCOMPARE(kind.reason, isOff ? DayReason::Holiday : DayReason::MakeUp);
            QCOMPARE(QString::fromStdString(kind.holiday), value[QStringLiteral("name")].toString());
            QVERIFY2(named.removeAll(date) > 0, qPrintable(date));
        }
        QCOMPARE(named, QStringList());
    }

    void theLengthenedSpringFestivalOf2020OverridesItsNotice()
    {
        const DayKind lengthened = published().kindOf(on("2020-02-01"));
        QCOMPARE(lengthened.reason, DayReason::Holiday);
        QCOMPARE(lengthened.notice, std::string("国办发明电〔2020〕1号"));
        QCOMPARE(published().kindOf(on("2020-01-30")).notice, std::string("国办发明电〔2019〕16号"));
        QCOMPARE(shown(published().addWorkingDays(on("2020-01-23"), 1)), QStringLiteral("2020-02-03"));
    }

    void anEarlierNoticeHandedInLaterOverridesNothing()
    {
        auto notices = publishedNotices().value();
        std::ranges::reverse(notices);
        const Calendar calendar = Calendar::fromNotices(notices).value();
        QCOMPARE(calendar.kindOf(on("2020-02-01")).reason, DayReason::Holiday);
    }

    void aYearMayBeginInTheDecemberBefore()
    {
        const DayKind eve = published().kindOf(on("2022-12-31"));
        QCOMPARE(eve.reason, DayReason::Holiday);
        QCOMPARE(eve.holiday, std::string("元旦"));
        QCOMPARE(eve.notice, std::string("国办发明电〔2022〕16号"));
    }

    void aYearWithoutNoticeIsCountedByWeekends()
    {
        QVERIFY(!published().hasNotice(year { 2027 }));
        QVERIFY(published().hasNotice(year { 2026 }));
        QCOMPARE(published().kindOf(on("2027-01-01")).reason, DayReason::WeekdayUnnoticed);
        QCOMPARE(published().kindOf(on("2027-01-02")).reason, DayReason::WeekendUnnoticed);
        QCOMPARE(published().kindOf(on("2026-12-31")).reason, DayReason::Weekday);
        QCOMPARE(shown(published().addWorkingDays(on("2026-12-31"), 2)), QStringLiteral("2027-01-04"));
    }

    void aDayNamedByTheNextYearsNoticeIsSettledByIt()
    {
        const auto notices = publishedNotices().value();
        const auto only2023 = std::ranges::find(notices, 2023, &HolidayNotice::year);
        const Calendar calendar = Calendar::fromNotices({ &*only2023, 1 }).value();
        QVERIFY(!calendar.hasNotice(year { 2022 }));
        QVERIFY(calendar.isSettled(on("2022-12-31"), on("2023-12-31")));
        QVERIFY(!calendar.isSettled(on("2022-12-30"), on("2023-01-03")));
        QVERIFY(!calendar.isSettled(on("2023-12-31"), on("2024-01-01")));
    }

    void withoutAnyNoticeOnlyWeekendsAreOff()
    {
        const Calendar calendar;
        QCOMPARE(shown(calendar.addWorkingDays(on("2024-02-28"), 2)), QStringLiteral("2024-03-01"));
        QCOMPARE(shown(calendar.addWorkingDays(on("2023-02-28"), 2)), QStringLiteral("2023-03-02"));
        QVERIFY(!calendar.isSettled(on("2024-02-28"), on("2024-02-28")));
    }

    void noWorkingDaysAddedLeaveTheDay()
    {
        QCOMPARE(shown(published().addWorkingDays(on("2023-01-22"), 0)), QStringLiteral("2023-01-22"));
        QCOMPARE(shown(published().addWorkingDays(on("2023-01-22"), -5)), QStringLiteral("2023-01-22"));
        QCOMPARE(published().workingDaysBetween(on("2023-01-22"), on("2022-01-22")), 0);
    }

    void absurdCountsAreAnsweredAtOnce()
    {
        const Day far = published().addWorkingDays(on("9999-12-31"), 1'000'000);
        QCOMPARE(published().workingDaysBetween(on("9999-12-31"), far), 1'000'000);
        const Day beyond = published().addWorkingDays(on("2023-01-01"), std::numeric_limits<int>::max());
        QCOMPARE(published().workingDaysBetween(on("2023-01-01"), beyond), std::numeric_limits<int>::max());
        QCOMPARE(published().workingDaysBetween(Day { days { -9'000'000'000 } }, Day { days { 9'000'000'000 } }),
            std::numeric_limits<int>::max());
        QCOMPARE(shown(published().addWorkingDays(on("0000-01-01"), 1)), QStringLiteral("0000-01-03"));
    }

private:
    static QStringList namedDaysOf(int number)
    {
        QStringList named;
        for (const HolidayNotice &notice : published().notices()) {
            if (notice.year != number) {
                continue;
            }
            for (const DayOffRange &range : notice.daysOff) {
                for (Day off = range.first; off <= range.last; off += days { 1 }) {
                    named << shown(off);
                }
            }
            for (const MakeUpDay &makeUp : notice.makeUpDays) {
                named << shown(makeUp.day);
            }
        }
        return named;
    }
};

QTEST_GUILESS_MAIN(CalendarTest)
#include "tst_calendar.moc"
