#include "HeatTickets.h"

#include <domain/Figures.h>
#include <heat/Blur.h>
#include <heat/HeatWorker.h>
#include <support/Sentences.h>

#include <QSignalSpy>

#include <cmath>
#include <numbers>
#include <random>

namespace huying
{

namespace
{

/// Of the cell in which `point` lies.
GeoPoint middleOf(GeoPoint point)
{
    const HeatGrid grid = countyGrid();
    return toGeo(grid.centreOf(grid.cellOf(point).value()));
}

bool passes(const HeatPoint &point, const DensityFilter &filter)
{
    const auto begun = [](const auto &wanted, const auto &code) {
        return wanted.empty() || std::ranges::any_of(wanted, [&](const auto &each) { return within(code, each); });
    };
    const auto among = [](const auto &wanted, auto word) { return wanted.empty() || wanted.contains(word); };
    return begun(filter.categories, point.category) && begun(filter.regions, point.region)
        && (filter.units.empty() || std::ranges::find(filter.units, point.unit) != filter.units.end())
        && (!filter.from || point.reportedAt >= *filter.from) && (!filter.until || point.reportedAt < *filter.until)
        && among(filter.channels, point.channel) && among(filter.classes, point.deadlineClass)
        && (filter.area.isEmpty() || (point.point && filter.area.contains(middleOf(*point.point))))
        && (filter.steps.empty() ? point.step != Step::Void : filter.steps.contains(point.step));
}

std::vector<DensityFilter> someFilters()
{
    std::vector<DensityFilter> filters(11);
    filters[1].categories = { { "03" }, { "0502" } };
    filters[2].regions = { { "130529113" } };
    filters[3].from = start + std::chrono::hours { 100 };
    filters[3].until = start + std::chrono::hours { 2000 };
    filters[4].channels = { Channel::Hotline, Channel::Sensor };
    filters[5].steps = { Step::Void, Step::Closed };
    filters[5].classes = { DeadlineClass::Emergency };
    filters[6] = { { { "01" } }, { { "1305291" } }, { { "u3" }, { "u9" } }, start, std::nullopt, {}, {}, {}, {} };
    filters[7].categories = { { "99" } };
    filters[8].area.corners = { GeoPoint::fromDegrees(114.9, 37.1), GeoPoint::fromDegrees(115.2, 37.15),
        GeoPoint::fromDegrees(115.1, 37.35) };
    filters[9].area = filters[8].area;
    filters[9].categories = filters[1].categories;
    filters[9].until = start + std::chrono::hours { 1001 };
    filters[10].from = start + std::chrono::hours { 50 };
    filters[10].until = start + std::chrono::hours { 53 };
    return filters;
}

} // namespace

/// What the heat layer keeps of each ticket, and which the filters count.
class ColumnsTest : public Sentences
{
    Q_OBJECT
private slots:
    void mercatorGoesThereAndBack();
    void aGridCellIsItsTrueLengthAtTheMiddle();
    void aTicketTakesTenBytes();
    void filtersCountWhatTheyNameAndNothingElse();
    void theQueuesFilterCountsTheSameTickets();
    void theQueuesStepClassAndAreaAreCountedToo();
    void aChangedTicketIsCountedAnew();
    void whatIsNotThereIsNotTakenOut();
    void aDayIsPutAnewAsAWhole();
    void aTicketIsLateOnceItsDeadlineHasPassed();
    void hoursAreCountedByTheCountysClock();
    void aCopyStaysAsItWas();
    void ticketsWithoutAPlaceAreCountedApart();
    void aFullTableFallsBackToTheCodeAbove();
};

void ColumnsTest::mercatorGoesThereAndBack()
{
    const GeoPoint point = GeoPoint::fromDegrees(115.0386, 37.2213);
    QCOMPARE(toGeo(toWorld(point)), point);
    QCOMPARE(toWorld(0, 0), (WorldPoint { 0.5, 0.5 }));
    QVERIFY(std::abs(toWorld(0, 85.0511287798066).y) < 1e-12);
}

void ColumnsTest::aGridCellIsItsTrueLengthAtTheMiddle()
{
    const HeatGrid grid = countyGrid();
    QCOMPARE(grid.cellMetres, 12.5);
    // A degree of longitude at 37.225° N on WGS-84 is 88,769 m, a degree of latitude 110,995 m (Vincenty).
    const double east = 12.5 / grid.worldPerCell / 360;
    QVERIFY2(std::abs(east / 88769 - 1) < 0.004, qPrintable(QString::number(east)));
    const double north = (toWorld(115, 37.22).y - toWorld(115, 37.23).y) * 12.5 / grid.worldPerCell * 100;
    QVERIFY2(std::abs(north / 110995 - 1) < 0.004, qPrintable(QString::number(north)));
}

void ColumnsTest::aTicketTakesTenBytes()
{
    HeatColumns columns(countyGrid());
    HeatPoint point = ticketAt(115, 37.2);
    for (int i = 0; i < 100'000; ++i) {
        point.reportedAt = start + std::chrono::hours { 24 * (i % 10) };
        columns.append(point);
    }
    columns.shrink();
    QCOMPARE(columns.size(), 100'000U);
    QVERIFY2(columns.bytes() < 1'002'000, qPrintable(QString::number(columns.bytes())));
}

void ColumnsTest::filtersCountWhatTheyNameAndNothingElse()
{
    const std::vector<HeatPoint> points = manyTickets(5000);
    const HeatColumns columns = columnsOf(points);
    for (const DensityFilter &filter : someFilters()) {
        const auto expected = std::ranges::count_if(points, [&](const auto &point) { return passes(point, filter); });
        QCOMPARE(density(columns, filter, 600).value().counted, static_cast<std::size_t>(expected));
    }
}

void ColumnsTest::theQueuesFilterCountsTheSameTickets()
{
    std::vector<TicketRow> rows;
    HeatColumns columns(countyGrid());
    for (const HeatPoint &point : manyTickets(3000)) {
        TicketRow row;
        row.point = point.point;
        row.category = point.category;
        row.lead = point.unit;
        row.region = point.region;
        row.reportedAt = point.reportedAt;
        row.channel = point.channel;
        row.step = point.step;
        row.deadlineClass = point.deadlineClass;
        columns.append(heatPoint(row, start));
        rows.push_back(row);
    }
    TicketFilter filter;
    filter.categories = { { "01" }, { "02" }, { "03" } };
    filter.region = { "13052911" };
    filter.from = dayOf(start) + std::chrono::days { 3 };
    filter.until = dayOf(start) + std::chrono::days { 40 };
    filter.channel = Channel::Hotline;
    const auto expected = std::ranges::count_if(
        rows, [&](const TicketRow &row) { return row.step != Step::Void && huying::passes(row, filter); });
    QVERIFY(expected > 0);
    QCOMPARE(density(columns, densityFilter(filter), 600).value().counted, static_cast<std::size_t>(expected));
}

void ColumnsTest::theQueuesStepClassAndAreaAreCountedToo()
{
    const std::vector<HeatPoint> points = manyTickets(3000);
    const HeatColumns columns = columnsOf(points);
    TicketFilter filter;
    filter.step = Step::Handling;
    filter.deadlineClass = DeadlineClass::Other;
    filter.area.corners = { GeoPoint::fromDegrees(114.9, 37.1), GeoPoint::fromDegrees(115.2, 37.15),
        GeoPoint::fromDegrees(115.1, 37.35) };
    const DensityFilter wanted = densityFilter(filter);
    const auto expected = std::ranges::count_if(points, [&](const auto &point) { return passes(point, wanted); });
    QVERIFY(expected > 10);
    QCOMPARE(density(columns, wanted, 600).value().counted, static_cast<std::size_t>(expected));
}

void ColumnsTest::aChangedTicketIsCountedAnew()
{
    const std::vector<HeatPoint> points = manyTickets(100);
    HeatColumns columns = columnsOf(points);
    HeatPoint moved = points[42];
    moved.point = GeoPoint::fromDegrees(115.2, 37.3);
    moved.category.text = "77";
    QVERIFY(columns.remove(dayOf(moved.reportedAt), columns.entryOf(points[42])));
    columns.append(moved);
    DensityFilter filter;
    filter.categories = { { "77" } };
    const Density field = density(columns, filter, 600).value();
    QCOMPARE(field.counted, moved.step == Step::Void ? 0U : 1U);
    QVERIFY(field.at(toWorld(115.2, 37.3)) >= 0.97F * field.highest);
    QCOMPARE(columns.size(), 100U);
}

void ColumnsTest::whatIsNotThereIsNotTakenOut()
{
    HeatColumns columns = columnsOf(manyTickets(100));
    HeatPoint strange = ticketAt(115.2, 37.3);
    QVERIFY(!columns.remove(dayOf(start), columns.entryOf(strange)));
    QVERIFY(!columns.remove(dayOf(start) - std::chrono::days { 900 }, columns.entryOf(strange)));
    QCOMPARE(columns.size(), 100U);
}

void ColumnsTest::aDayIsPutAnewAsAWhole()
{
    HeatColumns columns = columnsOf(manyTickets(100));
    const Day day = dayOf(start + std::chrono::hours { 24 });
    DensityFilter filter;
    filter.from = startOf(day);
    filter.until = endOf(day);
    const std::size_t before = density(columns, {}, 600).value().counted;
    const std::size_t there = density(columns, filter, 600).value().counted;
    HeatPoint point = ticketAt(115.2, 37.3);
    point.reportedAt = startOf(day);
    columns.replace(day, { columns.entryOf(point), columns.entryOf(point) });
    QCOMPARE(density(columns, filter, 600).value().counted, 2U);
    QCOMPARE(density(columns, {}, 600).value().counted, before - there + 2);
}

void ColumnsTest::aTicketIsLateOnceItsDeadlineHasPassed()
{
    const auto counted = [](std::initializer_list<Measure> measures) {
        std::uint32_t cohort = 0;
        for (const Measure measure : measures) {
            cohort |= 1U << static_cast<unsigned>(measure);
        }
        return packed(cohort, {}, start, {});
    };
    const std::string open = counted({ Measure::Reported, Measure::FallingDue });
    QCOMPARE(timelinessOf(open, start + std::chrono::hours { 1 }, start), Timeliness::Open);
    QCOMPARE(timelinessOf(open, start, start + std::chrono::hours { 1 }), Timeliness::Late);
    QCOMPARE(timelinessOf(open, std::nullopt, start), Timeliness::Open);
    const std::string met = counted({ Measure::FallingDue, Measure::MetInTime });
    QCOMPARE(timelinessOf(met, start, start + std::chrono::hours { 1 }), Timeliness::InTime);
    QCOMPARE(timelinessOf(counted({ Measure::FallingDue, Measure::MetLate }), std::nullopt, start), Timeliness::Late);
    QCOMPARE(timelinessOf({}, start, start + std::chrono::hours { 1 }), Timeliness::Open);
}

void ColumnsTest::hoursAreCountedByTheCountysClock()
{
    const std::vector<HeatPoint> points = manyTickets(3000);
    const HeatColumns columns = columnsOf(points);
    for (const DensityFilter &filter : someFilters()) {
        const HourCounts counts = hourCounts(columns, filter).value();
        std::vector<std::uint32_t> expected(counts.byHour.size());
        for (const HeatPoint &point : points) {
            if (passes(point, filter)) {
                ++expected.at(static_cast<std::size_t>((point.reportedAt - counts.begin) / std::chrono::hours { 1 }));
            }
        }
        QCOMPARE(counts.byHour, expected);
    }
    QCOMPARE(hourCounts(HeatColumns(countyGrid()), {}).value(), HourCounts {});
}

void ColumnsTest::aCopyStaysAsItWas()
{
    HeatColumns columns = columnsOf(manyTickets(100));
    const HeatColumns copy = columns;
    const Density before = density(copy, {}, 600).value();
    columns.replace(dayOf(start), {});
    columns.append(ticketAt(115.1, 37.2));
    QCOMPARE(copy.size(), 100U);
    QCOMPARE(density(copy, {}, 600).value().perKm2, before.perKm2);
    QVERIFY(columns.size() < 100U);
}

void ColumnsTest::ticketsWithoutAPlaceAreCountedApart()
{
    HeatPoint nowhere = ticketAt(0, 0);
    nowhere.point.reset();
    const HeatColumns columns = columnsOf({ ticketAt(115, 37.2), nowhere, ticketAt(-71.06, 42.36) });
    const Density field = density(columns, {}, 600).value();
    QCOMPARE(field.counted, 1U);
    QCOMPARE(field.withoutPlace, 2U);
}

void ColumnsTest::aFullTableFallsBackToTheCodeAbove()
{
    CodeTable table(3);
    const auto village = table.numberOf("130529100201");
    table.numberOf("130529100201001");
    QCOMPARE(table.numberOf("130529100201002"), village);
    QCOMPARE(table.numberOf("220"), 0U);
}

} // namespace huying

QTEST_GUILESS_MAIN(huying::ColumnsTest)
#include "tst_columns.moc"
