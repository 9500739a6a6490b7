#include <heat/Blur.h>
#include <heat/HeatWorker.h>
#include <support/Sentences.h>

#include <QSignalSpy>

#include <random>

namespace huying
{

namespace
{

constexpr Instant start = startOf(Day { std::chrono::days { 19500 } });

HeatGrid countyGrid()
{
    return gridAround(GeoPoint::fromDegrees(114.85, 37.05), GeoPoint::fromDegrees(115.25, 37.40));
}

HeatPoint ticketAt(double longitude, double latitude)
{
    HeatPoint point;
    point.point = GeoPoint::fromDegrees(longitude, latitude);
    point.reportedAt = start;
    return point;
}

/// `count` tickets in a few clusters and some noise, of every kind.
std::vector<HeatPoint> manyTickets(int count)
{
    std::mt19937 random(7);
    std::normal_distribution<double> near(0, 0.01);
    std::uniform_real_distribution<double> anywhere(0.05, 0.95);
    std::vector<HeatPoint> points;
    for (int i = 0; i < count; ++i) {
        const double x = i % 3 == 0 ? anywhere(random) : 0.2 + 0.15 * (i % 5) + near(random);
        const double y = i % 3 == 0 ? anywhere(random) : 0.3 + 0.1 * (i % 4) + near(random);
        HeatPoint point = ticketAt(114.85 + 0.4 * x, 37.05 + 0.35 * y);
        point.category.text = std::string("0") + static_cast<char>('1' + i % 9) + (i % 2 == 0 ? "01" : "02");
        point.region.text = "1305291" + std::to_string(10 + i % 12) + std::to_string(100 + i % 30);
        point.unit.text = "u" + std::to_string(i % 40);
        point.reportedAt = start + std::chrono::minutes { 37 * i };
        point.step = static_cast<Step>(i % 6);
        point.channel = static_cast<Channel>(i % 7);
        point.deadlineClass = static_cast<DeadlineClass>(i % 4);
        points.push_back(point);
    }
    return points;
}

HeatColumns columnsOf(const std::vector<HeatPoint> &points)
{
    HeatColumns columns(countyGrid());
    for (const HeatPoint &point : points) {
        columns.append(point);
    }
    return columns;
}

/// The sum over all points, at the centre of each cell, without grid or cut.
double exactAt(const HeatColumns &columns, const std::vector<HeatPoint> &points, WorldPoint place, double sigma)
{
    const HeatGrid &grid = columns.grid();
    const double metres = grid.cellMetres / grid.worldPerCell;
    double sum = 0;
    for (const HeatPoint &point : points) {
        const WorldPoint at = grid.centreOf(*grid.cellOf(*point.point));
        const double far = std::hypot(at.x - place.x, at.y - place.y) * metres / sigma;
        sum += std::exp(-0.5 * far * far);
    }
    return sum / (2 * std::numbers::pi * sigma * sigma) * 1e6;
}

WorldPoint centreOf(const Density &field, int column, int row)
{
    return { field.rect.left + (column + 0.5) * field.rect.width / field.columns,
        field.rect.top + (row + 0.5) * field.rect.height / field.rows };
}

double worstShareOfError(const HeatColumns &columns, const std::vector<HeatPoint> &points, double radius, int stride)
{
    const Density field = density(columns, {}, radius).value();
    double worst = 0;
    double highest = 0;
    for (int row = 0; row < field.rows; row += stride) {
        for (int column = 0; column < field.columns; column += stride) {
            const double exact = exactAt(columns, points, centreOf(field, column, row), radius / 2);
            const float blurred = field.perKm2[static_cast<std::size_t>(row * field.columns + column)];
            worst = std::max(worst, std::abs(exact - blurred));
            highest = std::max(highest, exact);
        }
    }
    return worst / highest;
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
        && (filter.steps.empty() ? point.step != Step::Void : filter.steps.contains(point.step));
}

std::vector<DensityFilter> someFilters()
{
    std::vector<DensityFilter> filters(8);
    filters[1].categories = { { "03" }, { "0502" } };
    filters[2].regions = { { "130529113" } };
    filters[3].from = start + std::chrono::hours { 100 };
    filters[3].until = start + std::chrono::hours { 2000 };
    filters[4].channels = { Channel::Hotline, Channel::Sensor };
    filters[5].steps = { Step::Void, Step::Closed };
    filters[5].classes = { DeadlineClass::Emergency };
    filters[6] = { { { "01" } }, { { "1305291" } }, { { "u3" }, { "u9" } }, start, std::nullopt, {}, {}, {} };
    filters[7].categories = { { "99" } };
    return filters;
}

} // namespace

class HeatTest : public Sentences
{
    Q_OBJECT
private slots:
    void mercatorGoesThereAndBack();
    void aGridCellIsItsTrueLengthAtTheMiddle();
    void aTicketTakesTenBytes();
    void filtersCountWhatTheyNameAndNothingElse();
    void theQueuesFilterCountsTheSameTickets();
    void theSumOverTheCountyIsTheNumberOfTickets();
    void oneTicketIsCloseToTheExactKernel();
    void manyTicketsAreCloseToTheExactSum_data();
    void manyTicketsAreCloseToTheExactSum();
    void aTicketLiesUnderItsPinToAPixel();
    void aChangedTicketIsCountedAnew();
    void aCopyStaysAsItWas();
    void ticketsWithoutAPlaceAreCountedApart();
    void aFullTableFallsBackToTheCodeAbove();
    void theRampIsEvenToTheEye();
    void aLockedScaleGivesEqualValuesEqualColours();
    void theScaleEndsInARoundNumber();
    void aStoppedDensityGivesNothing();
    void theWorkerAnswersTheLatestWish();
};

void HeatTest::mercatorGoesThereAndBack()
{
    const GeoPoint point = GeoPoint::fromDegrees(115.0386, 37.2213);
    QCOMPARE(toGeo(toWorld(point)), point);
    QCOMPARE(toWorld(0, 0), (WorldPoint { 0.5, 0.5 }));
    QVERIFY(std::abs(toWorld(0, 85.0511287798066).y) < 1e-12);
}

void HeatTest::aGridCellIsItsTrueLengthAtTheMiddle()
{
    const HeatGrid grid = countyGrid();
    QCOMPARE(grid.cellMetres, 12.5);
    // A degree of longitude at 37.225° N on WGS-84 is 88,769 m, a degree of latitude 110,995 m (Vincenty).
    const double east = 12.5 / grid.worldPerCell / 360;
    QVERIFY2(std::abs(east / 88769 - 1) < 0.004, qPrintable(QString::number(east)));
    const double north = (toWorld(115, 37.22).y - toWorld(115, 37.23).y) * 12.5 / grid.worldPerCell * 100;
    QVERIFY2(std::abs(north / 110995 - 1) < 0.004, qPrintable(QString::number(north)));
}

void HeatTest::aTicketTakesTenBytes()
{
    const HeatColumns columns = columnsOf(manyTickets(1000));
    const auto &chunk = *columns.chunks().front();
    const std::size_t bytes = sizeof chunk.places[0] + sizeof chunk.moments[0] + sizeof chunk.regions[0];
    QCOMPARE(bytes, 10U);
    QCOMPARE(columns.bytes(), 10000U);
}

void HeatTest::filtersCountWhatTheyNameAndNothingElse()
{
    const std::vector<HeatPoint> points = manyTickets(5000);
    const HeatColumns columns = columnsOf(points);
    for (const DensityFilter &filter : someFilters()) {
        const auto expected = std::ranges::count_if(points, [&](const auto &point) { return passes(point, filter); });
        QCOMPARE(density(columns, filter, 600).value().counted, static_cast<std::size_t>(expected));
    }
}

void HeatTest::theQueuesFilterCountsTheSameTickets()
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
        columns.append(heatPoint(row));
        rows.push_back(row);
    }
    TicketFilter filter;
    filter.categories = { { "01" }, { "02" }, { "03" } };
    filter.region = { "13052911" };
    filter.from = dayOf(start) + std::chrono::days { 3 };
    filter.until = dayOf(start) + std::chrono::days { 40 };
    filter.channel = Channel::Hotline;
    const auto expected =
        std::ranges::count_if(rows, [&](const TicketRow &row) { return huying::passes(row, filter); });
    QVERIFY(expected > 0);
    QCOMPARE(density(columns, densityFilter(filter), 600).value().counted, static_cast<std::size_t>(expected));
}

void HeatTest::theSumOverTheCountyIsTheNumberOfTickets()
{
    const HeatColumns columns = columnsOf(manyTickets(5000));
    for (const double radius : { 150.0, 600.0, 2400.0 }) {
        const Density field = density(columns, {}, radius).value();
        double sum = 0;
        for (const float value : field.perKm2) {
            sum += value;
        }
        const double tickets = sum * field.cellMetres * field.cellMetres / 1e6;
        QVERIFY2(
            std::abs(tickets / static_cast<double>(field.counted) - 1) < 1e-4, qPrintable(QString::number(tickets)));
    }
}

void HeatTest::oneTicketIsCloseToTheExactKernel()
{
    double worst = 0;
    for (int i = 0; i < 64; ++i) {
        const std::vector<HeatPoint> points { ticketAt(115.05 + 0.0003 * (i % 8), 37.2 + 0.0003 * (i / 8)) };
        worst = std::max(worst, worstShareOfError(columnsOf(points), points, 600, 1));
    }
    qInfo("worst error of a single ticket: %.2f %% of the highest value", 100 * worst);
    QVERIFY(worst < 0.015);
}

void HeatTest::manyTicketsAreCloseToTheExactSum_data()
{
    QTest::addColumn<double>("radius");
    QTest::newRow("300 m") << 300.0;
    QTest::newRow("600 m") << 600.0;
    QTest::newRow("2400 m") << 2400.0;
}

void HeatTest::manyTicketsAreCloseToTheExactSum()
{
    QFETCH(double, radius);
    std::vector<HeatPoint> points = manyTickets(2000);
    std::erase_if(points, [](const HeatPoint &point) { return point.step == Step::Void; });
    const double worst = worstShareOfError(columnsOf(points), points, radius, radius < 1000 ? 9 : 2);
    qInfo("worst error: %.2f %% of the highest value", 100 * worst);
    QVERIFY(worst < 0.015);
}

void HeatTest::aTicketLiesUnderItsPinToAPixel()
{
    // The county 1,000 pixels high is 39 m a pixel; half of that is still asked for.
    for (int i = 0; i < 50; ++i) {
        const HeatPoint point = ticketAt(115.0 + 0.00171 * i, 37.1 + 0.00093 * i);
        const Density field = density(columnsOf({ point }), {}, 600).value();
        double x = 0;
        double y = 0;
        double sum = 0;
        for (int row = 0; row < field.rows; ++row) {
            for (int column = 0; column < field.columns; ++column) {
                const double value = field.perKm2[static_cast<std::size_t>(row * field.columns + column)];
                const WorldPoint centre = centreOf(field, column, row);
                x += value * centre.x;
                y += value * centre.y;
                sum += value;
            }
        }
        const WorldPoint pin = toWorld(*point.point);
        const double metres = field.cellMetres * field.columns / field.rect.width;
        const double away = std::hypot(x / sum - pin.x, y / sum - pin.y) * metres;
        QVERIFY2(away < 12.5, qPrintable(QStringLiteral("%1 m away").arg(away)));
        QVERIFY(field.at(pin) > 0.97F * field.highest);
    }
}

void HeatTest::aChangedTicketIsCountedAnew()
{
    HeatColumns columns = columnsOf(manyTickets(100));
    HeatPoint moved = ticketAt(115.2, 37.3);
    moved.category.text = "77";
    columns.replace(42, moved);
    DensityFilter filter;
    filter.categories = { { "77" } };
    const Density field = density(columns, filter, 600).value();
    QCOMPARE(field.counted, 1U);
    QVERIFY(field.at(toWorld(115.2, 37.3)) > 0.97F * field.highest);
    QCOMPARE(columns.size(), 100U);
}

void HeatTest::aCopyStaysAsItWas()
{
    HeatColumns columns = columnsOf(manyTickets(100));
    const HeatColumns copy = columns;
    const Density before = density(copy, {}, 600).value();
    columns.replace(1, ticketAt(115.2, 37.3));
    columns.append(ticketAt(115.1, 37.2));
    QCOMPARE(copy.size(), 100U);
    QCOMPARE(density(copy, {}, 600).value().perKm2, before.perKm2);
    QCOMPARE(columns.size(), 101U);
}

void HeatTest::ticketsWithoutAPlaceAreCountedApart()
{
    HeatPoint nowhere = ticketAt(0, 0);
    nowhere.point.reset();
    const HeatColumns columns = columnsOf({ ticketAt(115, 37.2), nowhere, ticketAt(-71.06, 42.36) });
    const Density field = density(columns, {}, 600).value();
    QCOMPARE(field.counted, 1U);
    QCOMPARE(field.withoutPlace, 2U);
}

void HeatTest::aFullTableFallsBackToTheCodeAbove()
{
    CodeTable table(3);
    const auto village = table.numberOf("130529100201");
    table.numberOf("130529100201001");
    QCOMPARE(table.numberOf("130529100201002"), village);
    QCOMPARE(table.numberOf("220"), 0U);
}

void HeatTest::theRampIsEvenToTheEye()
{
    const std::array stops { QColor(0xFF, 0xE9, 0xB8), QColor(0xFD, 0xBB, 0x63), QColor(0xEE, 0x7A, 0x4A),
        QColor(0xC2, 0x3A, 0x4B), QColor(0x6D, 0x1B, 0x52) };
    const HeatRamp ramp(stops);
    QCOMPARE(ramp.colourAt(0).alpha(), 0);
    QCOMPARE(ramp.colourAt(1).rgb(), stops.back().rgb());
    // Readable in grey: it grows darker all the way.
    for (int i = 1; i < 64; ++i) {
        QVERIFY(qGray(ramp.colourAt(i / 63.0).rgb()) <= qGray(ramp.colourAt((i - 1) / 63.0).rgb()));
    }
}

void HeatTest::aLockedScaleGivesEqualValuesEqualColours()
{
    const std::array stops { QColor(Qt::white), QColor(Qt::black) };
    const HeatRamp ramp(stops);
    const HeatColumns one = columnsOf({ ticketAt(115, 37.2) });
    const HeatColumns two = columnsOf({ ticketAt(115, 37.2), ticketAt(115, 37.2) });
    const HeatPicture first = heatPicture({ one, {}, 600, 10.0, ramp }).value();
    const HeatPicture second = heatPicture({ two, {}, 600, 10.0, ramp }).value();
    QCOMPARE(first.top, 10.0);
    QVERIFY(first.image != second.image);
    QCOMPARE(heatPicture({ two, {}, 600, 20.0, ramp }).value().image, first.image);
}

void HeatTest::theScaleEndsInARoundNumber()
{
    const Density field = density(columnsOf(manyTickets(5000)), {}, 600).value();
    const double top = topOf(field);
    const double digits = top / std::pow(10, std::floor(std::log10(top)));
    QVERIFY(digits == 1 || digits == 2 || digits == 2.5 || digits == 5);
    QVERIFY(top > field.highest / 10 && top < field.highest * 2.5);
    QCOMPARE(topOf({}), 1.0);
}

void HeatTest::aStoppedDensityGivesNothing()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!density(columnsOf(manyTickets(100)), {}, 600, stop.get_token()));
}

void HeatTest::theWorkerAnswersTheLatestWish()
{
    const std::array stops { QColor(Qt::white), QColor(Qt::black) };
    const HeatRamp ramp(stops);
    const HeatColumns columns = columnsOf(manyTickets(5000));
    HeatWorker worker;
    std::shared_ptr<const HeatPicture> latest;
    connect(&worker, &HeatWorker::done, this, [&](const auto &picture) { latest = picture; });
    DensityFilter filter;
    for (int i = 0; i < 20; ++i) {
        filter.from = start + std::chrono::hours { 100 * i };
        worker.ask({ columns, filter, 600, std::nullopt, ramp });
    }
    const std::size_t expected = density(columns, filter, 600).value().counted;
    QTRY_VERIFY(latest && latest->density.counted == expected);
}

} // namespace huying

QTEST_GUILESS_MAIN(huying::HeatTest)
#include "tst_heat.moc"
