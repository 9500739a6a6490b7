#include "HeatTickets.h"

#include <heat/Density.h>
#include <support/Sentences.h>

#include <random>

namespace huying
{

namespace
{

HeatColumns columnsOverDays(int days, int aDay)
{
    std::mt19937 random(3);
    HeatColumns columns(countyGrid());
    for (const HeatPoint &each : manyTickets(days * aDay)) {
        HeatPoint point = each;
        point.reportedAt = start + std::chrono::minutes { random() % (static_cast<unsigned>(days) * 1440) };
        columns.append(point);
    }
    return columns;
}

} // namespace

/// A density after the other gives what each would be alone.
class CountingTest : public Sentences
{
    Q_OBJECT
private slots:
    void initTestCase() { columns_ = columnsOverDays(40, 200); }
    void playingOnCountsTheSame_data();
    void playingOnCountsTheSame();
    void anotherFilterCountsAnew();
    void changedTicketsAreCountedOn();
    void columnsThatWereReadAnewAreCountedAnew();
    void anotherRadiusCountsAnew();
    void aStopDoesNoHarm();
    void manyTicketsOnSeveralThreadsAreCountedAlike();

private:
    void compare(DensityCounter &counter, const HeatColumns &columns, const DensityFilter &filter, double radius = 600)
    {
        const Density one = counter.count(columns, filter, radius).value();
        const Density other = density(columns, filter, radius).value();
        QCOMPARE(one.counted, other.counted);
        QCOMPARE(one.withoutPlace, other.withoutPlace);
        QVERIFY(one.perKm2 == other.perKm2);
    }

    HeatColumns columns_;
};

void CountingTest::playingOnCountsTheSame_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("length");
    QTest::newRow("by the hour") << 1 << 1;
    QTest::newRow("by the day") << 24 << 24;
    QTest::newRow("a week, by the day") << 24 << 168;
    QTest::newRow("a month, by the hour") << 1 << 720;
    QTest::newRow("backwards") << -24 << 168;
}

void CountingTest::playingOnCountsTheSame()
{
    QFETCH(int, step);
    QFETCH(int, length);
    DensityCounter counter;
    for (int i = 0; i < 20; ++i) {
        DensityFilter filter;
        filter.categories = { { "01" }, { "02" }, { "03" } };
        filter.from = start + std::chrono::hours { (step < 0 ? 700 : 30) + step * i };
        filter.until = *filter.from + std::chrono::hours { length };
        compare(counter, columns_, filter);
    }
}

void CountingTest::anotherFilterCountsAnew()
{
    DensityCounter counter;
    DensityFilter filter;
    compare(counter, columns_, filter);
    filter.channels = { Channel::Hotline };
    compare(counter, columns_, filter);
    filter.area.corners = { GeoPoint::fromDegrees(114.9, 37.1), GeoPoint::fromDegrees(115.2, 37.15),
        GeoPoint::fromDegrees(115.1, 37.35) };
    compare(counter, columns_, filter);
    compare(counter, columns_, {});
}

void CountingTest::changedTicketsAreCountedOn()
{
    HeatColumns columns = columns_;
    DensityCounter counter;
    std::mt19937 random(4);
    for (int i = 0; i < 20; ++i) {
        HeatPoint point = ticketAt(114.9 + 0.01 * i, 37.1);
        point.reportedAt = start + std::chrono::hours { random() % 900 };
        point.category.text = "05" + std::to_string(10 + i);
        columns.append(point);
        if (i % 3 == 0) {
            columns.replace(dayOf(start) + std::chrono::days { i }, {});
        }
        compare(counter, columns, {});
    }
}

void CountingTest::columnsThatWereReadAnewAreCountedAnew()
{
    DensityCounter counter;
    DensityFilter filter;
    filter.categories = { { "0701" } };
    compare(counter, columns_, filter);
    HeatColumns other(countyGrid());
    for (const HeatPoint &point : manyTickets(9000)) {
        HeatPoint turned = point;
        turned.category.text = "07" + point.category.text.substr(2);
        other.append(turned);
    }
    compare(counter, other, filter);
}

void CountingTest::anotherRadiusCountsAnew()
{
    DensityCounter counter;
    for (const double radius : { 600.0, 300.0, 700.0, 600.0, 75.0 }) {
        compare(counter, columns_, {}, radius);
    }
}

void CountingTest::aStopDoesNoHarm()
{
    DensityCounter counter;
    DensityFilter filter;
    filter.until = start + std::chrono::hours { 500 };
    compare(counter, columns_, filter);
    std::stop_source stop;
    stop.request_stop();
    filter.until = start + std::chrono::hours { 600 };
    QVERIFY(!counter.count(columns_, filter, 600, stop.get_token()));
    compare(counter, columns_, filter);
}

void CountingTest::manyTicketsOnSeveralThreadsAreCountedAlike()
{
    const std::vector<HeatPoint> some = manyTickets(2000);
    HeatColumns columns(countyGrid());
    std::size_t valid = 0;
    for (int round = 0; round < 120; ++round) {
        for (HeatPoint point : some) {
            point.reportedAt = start + std::chrono::hours { 24 * round };
            columns.append(point);
            valid += point.step == Step::Void ? 0 : 1;
        }
    }
    const Density all = density(columns, {}, 600).value();
    QCOMPARE(all.counted, valid);
    const Density once = density(columnsOf(some), {}, 600).value();
    QVERIFY(std::abs(all.highest / once.highest - 120) < 0.01F);
}

} // namespace huying

QTEST_GUILESS_MAIN(huying::CountingTest)
#include "tst_counting.moc"
