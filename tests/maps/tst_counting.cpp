#include "HeatTickets.h"

#include <heat/Bands.h>
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

/// Tickets anywhere on the grid, its edges too, some in crowds and some without a place; of any kind.
HeatColumns::Entry someEntry(std::mt19937 &random, const HeatGrid &grid)
{
    const auto upTo = [&random](auto end) { return static_cast<std::uint32_t>(random() % static_cast<unsigned>(end)); };
    const bool isCrowd = random() % 2 == 0;
    const std::uint32_t row = isCrowd ? 1500 + upTo(40) : upTo(grid.rows);
    const std::uint32_t column = isCrowd ? 900 + upTo(300) : upTo(grid.columns);
    const std::uint32_t place = random() % 50 == 0 ? HeatColumns::nowhere : row << 12 | column;
    const std::uint32_t traits =
        HeatColumns::traitsOf(Step(upTo(stepNames.size())), Channel(upTo(3)), DeadlineClass(upTo(3)));
    return { place << 8 | upTo(4), upTo(9) << HeatColumns::categoryShift | upTo(24) << 8 | traits,
        static_cast<std::uint16_t>(upTo(6)) };
}

/// Columns beside a plain list of what is in them.
struct Listed {
    HeatColumns columns { countyGrid() };
    std::vector<std::pair<Day, HeatColumns::Entry>> list;

    Listed()
    {
        for (int i = 1; i < 9; ++i) {
            HeatPoint point = ticketAt(115, 37.2);
            point.category.text = std::string("0") + static_cast<char>('0' + i);
            point.region.text = "13052910" + std::to_string(i % 6);
            point.unit.text = "u" + std::to_string(i % 4);
            columns.entryOf(point); // codes get their numbers
        }
    }
    void append(Day day, const HeatColumns::Entry &entry)
    {
        columns.append(day, entry);
        list.emplace_back(day, entry);
    }
    void remove(std::size_t at)
    {
        QVERIFY(columns.remove(list[at].first, list[at].second));
        list[at] = list.back();
        list.pop_back();
    }
    void replace(Day day, const std::vector<HeatColumns::Entry> &entries)
    {
        columns.replace(day, entries);
        std::erase_if(list, [day](const auto &each) { return each.first == day; });
        for (const HeatColumns::Entry &entry : entries) {
            list.emplace_back(day, entry);
        }
    }
};

/// What a filter lets pass, one after the other, on bins of their own: the sum of the shares of each of the four cells.
struct Plain {
    std::vector<float> cells;
    std::size_t placed = 0;
    std::size_t placeless = 0;
};

Plain plainCount(const Listed &listed, const DensityFilter &filter, int shift, int margin, const Bins &like)
{
    const Gate gate(listed.columns, filter);
    std::vector<std::uint64_t> sums((std::size_t(like.columns()) + 1) * (std::size_t(like.rows()) + 1));
    const std::size_t width = std::size_t(like.columns()) + 1;
    Plain plain;
    for (const auto &[day, entry] : listed.list) {
        const Instant hour = startOf(day) + std::chrono::hours { entry.kind >> 8 & 31 };
        const std::uint32_t cell = entry.place >> 8;
        const auto asks = [&gate](unsigned what) { return (gate.asked & what) != 0; };
        if ((filter.from && hour < std::chrono::floor<std::chrono::hours>(*filter.from))
            || (filter.until && hour >= std::chrono::floor<std::chrono::hours>(*filter.until))
            || (*gate.of(0, 24).lowKinds)[entry.kind & (HeatColumns::lowKinds - 1)] == 0
            || (asks(Gate::Categories) && gate.categories[entry.kind >> HeatColumns::categoryShift] == 0)
            || (asks(Gate::Units) && gate.units[entry.place & 255] == 0)
            || (asks(Gate::Regions) && gate.regions[entry.region] == 0)
            || (asks(Gate::Area) && !gate.area.contains(cell))) {
            continue;
        }
        if (cell == HeatColumns::nowhere) {
            ++plain.placeless;
            continue;
        }
        ++plain.placed;
        // Sixteenths of a cell, in which the middle of a grid cell lies, from the middle of the first cell on.
        const auto sixteenths = [shift, margin](std::uint32_t fine) {
            const double middle = (fine + 0.5) / (1 << shift);
            const double eighth = shift > 3 ? (std::floor(middle * 8) + 0.5) / 8 : middle;
            return static_cast<std::uint64_t>(16 * (eighth + 0.5 + margin));
        };
        const std::uint64_t x = sixteenths(cell & 0xfff);
        const std::uint64_t y = sixteenths(cell >> 12);
        const std::size_t at = (y / 16) * width + x / 16;
        sums[at] += (16 - x % 16) * (16 - y % 16);
        sums[at + 1] += x % 16 * (16 - y % 16);
        sums[at + width] += (16 - x % 16) * (y % 16);
        sums[at + width + 1] += x % 16 * (y % 16);
    }
    for (int row = 0; row < like.rows(); ++row) {
        for (int column = 0; column < like.columns(); ++column) {
            plain.cells.push_back(static_cast<float>(sums[std::size_t(row) * width + std::size_t(column)]));
        }
    }
    return plain;
}

DensityFilter someFilter(std::mt19937 &random, Day first, int days)
{
    DensityFilter filter;
    const auto oneIn = [&random](unsigned many) { return random() % many == 0; };
    if (oneIn(2)) {
        filter.from = startOf(first) + std::chrono::hours { random() % static_cast<unsigned>(days * 12) };
    }
    if (oneIn(2)) {
        filter.until = startOf(first) + std::chrono::hours { random() % static_cast<unsigned>(days * 24) };
    }
    if (oneIn(3)) {
        filter.categories = { { "01" }, { "05" } };
    }
    if (oneIn(3)) {
        filter.regions = { { "130529102" }, { "130529104" } };
    }
    if (oneIn(4)) {
        filter.units = { { "u2" } };
    }
    if (oneIn(3)) {
        filter.channels = { Channel(random() % 3) };
    }
    if (oneIn(4)) {
        filter.steps = { Step::Void, Step(random() % stepNames.size()) };
    }
    if (oneIn(3)) {
        const double north = 37.12 + 0.001 * double(random() % 250);
        filter.area.corners = { GeoPoint::fromDegrees(114.9, 37.1), GeoPoint::fromDegrees(115.2, 37.11),
            GeoPoint::fromDegrees(115.1, north) };
    }
    return filter;
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
    void anyChangeIsCountedAsAPlainListWouldBe_data();
    void anyChangeIsCountedAsAPlainListWouldBe();
    void manyAppendedInAnyOrderAreInTheirPlaces();

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

void CountingTest::anyChangeIsCountedAsAPlainListWouldBe_data()
{
    QTest::addColumn<int>("tickets");
    QTest::addColumn<int>("days");
    QTest::newRow("few, on one thread") << 20'000 << 50;
    QTest::newRow("many, in bands") << 150'000 << 60;
    QTest::newRow("many in few days") << 120'000 << 3;
}

void CountingTest::anyChangeIsCountedAsAPlainListWouldBe()
{
    QFETCH(int, tickets);
    QFETCH(int, days);
    std::mt19937 random(17);
    const Day first = dayOf(start);
    const auto someDay = [&] { return first + std::chrono::days { random() % static_cast<unsigned>(days) }; };
    Listed listed;
    for (int i = 0; i < tickets; ++i) {
        listed.append(someDay(), someEntry(random, countyGrid()));
    }
    listed.columns.shrink();
    DensityCounter moving;
    DensityFilter filter;
    for (int round = 0; round < 24; ++round) {
        for (int i = 0; i < 150; ++i) {
            listed.append(someDay(), someEntry(random, countyGrid()));
            listed.remove(random() % listed.list.size());
        }
        if (round % 5 == 0) {
            listed.replace(someDay(), std::vector(700, someEntry(random, countyGrid())));
        }
        if (round == 12) {
            listed.columns.shrink();
        }
        if (round % 2 == 0) {
            filter = someFilter(random, first, days);
        } else {
            filter.until = startOf(someDay());
        }
        const int shift = round % 6;
        Bins bins(countyGrid(), shift, 5);
        const BinTally tally = count(bins, BinChange::Anew, dayParts(listed.columns, filter.from, filter.until),
            Gate(listed.columns, filter), {});
        const Plain plain = plainCount(listed, filter, shift, 5, bins);
        QCOMPARE(tally.placed, plain.placed);
        QCOMPARE(tally.placeless, plain.placeless);
        std::vector<float> cells(plain.cells.size());
        for (int row = 0; row < bins.rows(); ++row) {
            bins.read(row, 1, cells.data() + std::ptrdiff_t { row } * bins.columns());
        }
        QVERIFY(cells == plain.cells);
        compare(moving, listed.columns, filter, 600);
    }
}

void CountingTest::manyAppendedInAnyOrderAreInTheirPlaces()
{
    std::mt19937 random(5);
    HeatColumns columns(countyGrid());
    for (int i = 0; i < 30'000; ++i) {
        columns.append(dayOf(start) + std::chrono::days { random() % 5 }, someEntry(random, countyGrid()));
    }
    for (const HeatColumns::OfDay &day : columns.days()) {
        const HeatColumns::Columns &there = *day.columns.constData();
        QVERIFY(2 * there.settled + 64 >= there.places.size());
        QVERIFY(std::ranges::is_sorted(std::span(there.places).first(there.sorted)));
    }
    columns.shrink();
    for (const HeatColumns::OfDay &day : columns.days()) {
        const HeatColumns::Columns &there = *day.columns.constData();
        QCOMPARE(there.settled, there.places.size());
        QVERIFY(std::ranges::is_sorted(std::span(there.places).first(there.sorted)));
        QVERIFY(std::ranges::none_of(std::span(there.kinds).first(there.sorted), &HeatColumns::isVoid));
        QVERIFY(std::ranges::all_of(std::span(there.kinds).subspan(there.sorted), &HeatColumns::isVoid));
    }
}

} // namespace huying

QTEST_GUILESS_MAIN(huying::CountingTest)
#include "tst_counting.moc"
