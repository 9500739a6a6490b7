#include "HeatTickets.h"

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
            const float blurred = field.perKm2[static_cast<std::size_t>(row) * static_cast<std::size_t>(field.columns)
                + static_cast<std::size_t>(column)];
            worst = std::max(worst, std::abs(exact - blurred));
            highest = std::max(highest, exact);
        }
    }
    return worst / highest;
}

} // namespace

/// Density and its colours.
class HeatTest : public Sentences
{
    Q_OBJECT
private slots:
    void theSumOverTheCountyIsTheNumberOfTickets();
    void oneTicketIsCloseToTheExactKernel();
    void manyTicketsAreCloseToTheExactSum_data();
    void manyTicketsAreCloseToTheExactSum();
    void aTicketLiesUnderItsPinToAPixel();
    void theRampIsEvenToTheEye();
    void aLockedScaleGivesEqualValuesEqualColours();
    void theScaleEndsInARoundNumber();
    void aStoppedDensityGivesNothing();
    void theWorkerAnswersTheLatestWish();
};

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
        const int column = i % 8;
        const int row = i / 8;
        const std::vector<HeatPoint> points { ticketAt(115.05 + 0.0003 * column, 37.2 + 0.0003 * row) };
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
                const double value =
                    field.perKm2[static_cast<std::size_t>(row) * static_cast<std::size_t>(field.columns)
                        + static_cast<std::size_t>(column)];
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
