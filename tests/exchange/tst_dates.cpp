#include <exchange/DateFormat.h>
#include <exchange/ZoneClock.h>

#include <support/Sentences.h>

using namespace huying;

namespace
{

std::string read(std::string_view pattern, std::string_view text)
{
    const auto time = DateFormat(pattern).read(text);
    return time ? isoCountyTime(fromCountyTime(time->local)).substr(0, 19) : "none";
}

/// What the clock of `zone` showed, on the clock of the world.
ZonedMoment clockOf(const std::string &zone, std::string_view local)
{
    return ZoneClock::of(zone)->at(countyTime(*instantFromIso(local)));
}

Instant utc(std::string_view text)
{
    return *instantFromIso(std::string(text) + "Z");
}

} // namespace

class DatesTest : public Sentences
{
    Q_OBJECT

private slots:
    void usualFormsAreRead()
    {
        QCOMPARE(read("yyyy-MM-dd HH:mm:ss", "2011-07-01 01:32:33"), "2011-07-01T01:32:33");
        QCOMPARE(read("yyyy/M/d H:m:s", "2014/7/18 8:31:37"), "2014-07-18T08:31:37");
        QCOMPARE(read("yyyy年M月d日 H时m分", "2023年7月5日 9时05分"), "2023-07-05T09:05:00");
        QCOMPARE(read("M/d/yyyy h:m:s a", "7/4/2011 12:05:09 AM"), "2011-07-04T00:05:09");
        QCOMPARE(read("M/d/yyyy h:m a", "7/4/2011 1:05 pm"), "2011-07-04T13:05:00");
        QCOMPARE(read("yyyy/M/d a h:m", "2011/7/4 下午 1:05"), "2011-07-04T13:05:00");
        QCOMPARE(read("yyyyMMddHHmmss", "20230705090500"), "2023-07-05T09:05:00");
        QCOMPARE(read("yyyy-MM-dd HH:mm", "2011-07-01   01:32"), "2011-07-01T01:32:00");
    }

    void whatIsNotWhollyOfTheFormIsNotRead()
    {
        QCOMPARE(read("yyyy-MM-dd", "2011-07-01 01:32:33"), "none");
        QCOMPARE(read("yyyy-MM-dd", "2011-7-1"), "none");
        QCOMPARE(read("yyyy-M-d", "2011-02-30"), "none");
        QCOMPARE(read("yyyy-M-d H:m", "2011-02-03 24:00"), "none");
        QCOMPARE(read("M/d/yyyy h:m a", "7/4/2011 13:05 PM"), "none");
        QCOMPARE(read("yyyy-MM-dd", ""), "none");
        QCOMPARE(read("yyyy-MM-dd", "yyyy-MM-dd"), "none");
    }

    void aWrittenZoneIsKept()
    {
        const DateFormat format("yyyy-MM-ddTHH:mm:ssz");
        QCOMPARE(format.read("2023-09-06T16:00:00+08:00")->offset, std::chrono::minutes { 480 });
        QCOMPARE(format.read("2023-09-06T16:00:00-0430")->offset, std::chrono::minutes { -270 });
        QCOMPARE(format.read("2023-09-06T16:00:00Z")->offset, std::chrono::minutes { 0 });
        QVERIFY(!format.read("2023-09-06T16:00:00"));
    }

    void aZoneHasSummerTime()
    {
        QCOMPARE(clockOf("America/New_York", "2011-07-01 01:32:33").at, utc("2011-07-01 05:32:33"));
        QCOMPARE(clockOf("America/New_York", "2011-12-01 01:32:33").at, utc("2011-12-01 06:32:33"));
        QCOMPARE(clockOf("Asia/Shanghai", "2011-07-01 01:32:33").at, utc("2011-06-30 17:32:33"));
    }

    void aTimeThatTheClockJumpedOverCountsOnFromBefore()
    {
        const auto skipped = clockOf("America/New_York", "2011-03-13 02:30:00");
        QCOMPARE(skipped.kind, ZonedMoment::Kind::Skipped);
        QCOMPARE(skipped.at, utc("2011-03-13 07:30:00"));
    }

    void aTimeThatTheClockShowedTwiceIsTheFirst()
    {
        const auto repeated = clockOf("America/New_York", "2011-11-06 01:30:00");
        QCOMPARE(repeated.kind, ZonedMoment::Kind::Repeated);
        QCOMPARE(repeated.at, utc("2011-11-06 05:30:00"));
        QCOMPARE(repeated.second, utc("2011-11-06 06:30:00"));
        QCOMPARE(clockOf("America/New_York", "2011-11-06 02:00:00").kind, ZonedMoment::Kind::Plain);
    }

    void theClockRemembersNoWrongPeriod()
    {
        auto clock = *ZoneClock::of("America/New_York");
        for (const char *const day : { "2011-03-12", "2011-03-13", "2011-03-14", "2011-07-01", "2011-11-05",
                 "2011-11-06", "2011-11-07", "1950-01-01", "2059-12-31" }) {
            for (int hour = 0; hour < 24; ++hour) {
                const LocalTime local = countyTime(*instantFromIso(day)) + std::chrono::hours { hour };
                QCOMPARE(clock.at(local).at, ZoneClock::of("America/New_York")->at(local).at);
            }
        }
    }

    void anUnknownZoneIsRefused()
    {
        QVERIFY(!ZoneClock::of("Mars/Olympus"));
        QVERIFY(ZoneClock::of("Mars/Olympus").error().text.contains(u"Mars/Olympus"));
    }
};

QTEST_GUILESS_MAIN(DatesTest)
#include "tst_dates.moc"
