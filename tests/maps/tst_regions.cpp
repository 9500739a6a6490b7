#include "HeatTickets.h"

#include <heat/RegionClasses.h>
#include <support/Sentences.h>

#include <cmath>
#include <random>

namespace huying
{

namespace
{

using std::chrono::days;

const RegionCode one { "130529100200001" };
const RegionCode other { "130529100200002" };

/// `weekly[i]` tickets in `region` in the i-th week.
void add(HeatColumns &columns, const RegionCode &region, std::initializer_list<int> weekly)
{
    int week = 0;
    for (const int count : weekly) {
        for (int i = 0; i < count; ++i) {
            HeatPoint point = ticketAt(115, 37.2);
            point.region = region;
            point.reportedAt = start + days { 7 * week + i % 7 };
            columns.append(point);
        }
        ++week;
    }
}

DensityFilter week(int number)
{
    DensityFilter filter;
    filter.from = start + days { 7 * number };
    filter.until = *filter.from + days { 7 };
    return filter;
}

RegionTally tallyOf(const RegionCounts &counts, const RegionCode &region)
{
    const auto found = std::ranges::find(counts.regions, region, &std::pair<RegionCode, RegionTally>::first);
    return found == counts.regions.end() ? RegionTally {} : found->second;
}

RegionFigure figureOf(const RegionCounts &counts, const RegionSize &size, RegionMeasure measure)
{
    return regionFigures(counts, std::array { size }, measure).front();
}

} // namespace

/// Counts by region, and what is made of them.
class RegionsTest : public Sentences
{
    Q_OBJECT
private slots:
    void ticketsAreCountedInTheirRegion();
    void aWeekIsComparedWithTheWeeksBefore();
    void alongPeriodIsComparedWithTheYearsBefore();
    void aPeriodWithoutAnEndGoesToTheNewestTicket();
    void allTimeHasNoPast();
    void aWiderRegionHasWhatIsInTheNarrowerOnes();
    void ratesHaveTheirNumeratorAndDenominator();
    void whereThereIsNothingToDivideByNoFigureIsMade();
    void theUsualIsNotUnusual();
    void moreIsUnusualInProportionToItsChance();
    void anUnsteadyPastMakesLessUnusual();
    void aRegionThatFallsSilentIsTold();
    void classesAreAsFullAsEachOther();
    void equalValuesShareAClass();
    void theColoursOfTheUsualAreInTheMiddle();
    void ticketsWithoutARegionOfTheLevelAreToldApart();
};

void RegionsTest::ticketsAreCountedInTheirRegion()
{
    const std::vector<HeatPoint> points = manyTickets(3000);
    const RegionCounts counts = regionCounts(columnsOf(points), {}).value();
    std::size_t all = 0;
    for (const auto &[region, tally] : counts.regions) {
        const auto expected = std::ranges::count_if(
            points, [&region](const HeatPoint &point) { return point.region == region && point.step != Step::Void; });
        QCOMPARE(tally.tickets, static_cast<std::uint32_t>(expected));
        all += tally.tickets;
    }
    QCOMPARE(all, counts.counted);
}

void RegionsTest::aWeekIsComparedWithTheWeeksBefore()
{
    HeatColumns columns(countyGrid());
    add(columns, one, { 3, 1, 4, 1, 5 });
    const RegionCounts counts = regionCounts(columns, week(4)).value();
    QCOMPARE(counts.pasts, 4U);
    QCOMPARE(counts.apart, days { 7 });
    const RegionTally tally = tallyOf(counts, one);
    QCOMPARE(tally.tickets, 5U);
    QCOMPARE(tally.past[0], 1U);
    QCOMPARE(tally.past[1], 4U);
    QCOMPARE(tally.past[2], 1U);
    QCOMPARE(tally.past[3], 3U);
}

void RegionsTest::alongPeriodIsComparedWithTheYearsBefore()
{
    HeatColumns columns(countyGrid());
    for (int day = 0; day < 3 * 364; ++day) {
        HeatPoint point = ticketAt(115, 37.2);
        point.region = one;
        point.reportedAt = start + days { day };
        columns.append(point);
    }
    DensityFilter half;
    half.from = start + days { 2 * 364 };
    half.until = *half.from + days { 180 };
    const RegionCounts counts = regionCounts(columns, half).value();
    QCOMPARE(counts.apart, days { 364 });
    QCOMPARE(counts.pasts, 2U);
    QCOMPARE(tallyOf(counts, one).past[0], 180U);
    QCOMPARE(tallyOf(counts, one).past[1], 180U);
}

void RegionsTest::aPeriodWithoutAnEndGoesToTheNewestTicket()
{
    HeatColumns columns(countyGrid());
    add(columns, one, { 7, 7, 7, 3 });
    DensityFilter filter;
    filter.from = start + days { 21 };
    const RegionTally tally = tallyOf(regionCounts(columns, filter).value(), one);
    QCOMPARE(tally.tickets, 3U);
    // Of the weeks before, too, no more than three days have passed by the hour of the newest.
    QCOMPARE(tally.past[0], 3U);
}

void RegionsTest::allTimeHasNoPast()
{
    HeatColumns columns(countyGrid());
    add(columns, one, { 3, 3 });
    const RegionCounts counts = regionCounts(columns, {}).value();
    QCOMPARE(counts.pasts, 0U);
    QVERIFY(!figureOf(counts, { one }, RegionMeasure::AgainstPast).value);
    QVERIFY(regionCounts(HeatColumns(countyGrid()), week(1)).value().regions.empty());
}

void RegionsTest::aWiderRegionHasWhatIsInTheNarrowerOnes()
{
    HeatColumns columns(countyGrid());
    add(columns, one, { 3 });
    add(columns, other, { 4 });
    add(columns, { "130529100" }, { 1 });
    add(columns, { "130529101200001" }, { 9 });
    const RegionCounts counts = regionCounts(columns, {}).value();
    QCOMPARE(figureOf(counts, { { "130529100" } }, RegionMeasure::Tickets).tickets, 8);
    QCOMPARE(figureOf(counts, { { "130529100200" } }, RegionMeasure::Tickets).tickets, 7);
    QCOMPARE(figureOf(counts, { one }, RegionMeasure::Tickets).tickets, 3);
}

void RegionsTest::ratesHaveTheirNumeratorAndDenominator()
{
    HeatColumns columns(countyGrid());
    for (int i = 0; i < 9; ++i) {
        HeatPoint point = ticketAt(115, 37.2);
        point.region = one;
        point.timeliness = static_cast<Timeliness>(i < 2 ? 0 : i < 7 ? 1 : 2);
        columns.append(point);
    }
    const RegionCounts counts = regionCounts(columns, {}).value();
    const RegionFigure onTime = figureOf(counts, { one }, RegionMeasure::OnTime);
    QCOMPARE(onTime.numerator, 5);
    QCOMPARE(onTime.denominator, 7);
    QCOMPARE(*onTime.value, 5.0 / 7);
    QCOMPARE(onTime.tickets, 9);
    QCOMPARE(*figureOf(counts, { one, 450, 60 }, RegionMeasure::PerThousandResidents).value, 20.0);
    QCOMPARE(*figureOf(counts, { one, 450, 60 }, RegionMeasure::PerHundredHouseholds).value, 15.0);
}

void RegionsTest::whereThereIsNothingToDivideByNoFigureIsMade()
{
    HeatColumns columns(countyGrid());
    add(columns, one, { 3 });
    const RegionCounts counts = regionCounts(columns, {}).value();
    for (const RegionMeasure measure :
        { RegionMeasure::PerThousandResidents, RegionMeasure::PerHundredHouseholds, RegionMeasure::OnTime }) {
        const RegionFigure figure = figureOf(counts, { one }, measure);
        QVERIFY(!figure.value);
        QCOMPARE(figure.denominator, 0);
        QCOMPARE(figure.tickets, 3);
    }
}

void RegionsTest::theUsualIsNotUnusual()
{
    const std::array<std::uint32_t, 4> past { 9, 11, 10, 10 };
    QVERIFY(std::abs(*unusualness(10, past)) < 0.1);
    QVERIFY(!unusualness(10, std::span(past).first(1)));
    const std::array<std::uint32_t, 4> nothing {};
    QVERIFY(std::abs(*unusualness(0, nothing)) < 1e-9);
}

/// Drawn from Poisson's distribution, about one in twenty lies beyond two standard deviations.
void RegionsTest::moreIsUnusualInProportionToItsChance()
{
    std::mt19937 random(2);
    for (const double mean : { 4.0, 25.0, 400.0 }) {
        std::poisson_distribution<std::uint32_t> tickets(mean);
        int beyond = 0;
        for (int i = 0; i < 4000; ++i) {
            std::array<std::uint32_t, 8> past {};
            std::ranges::generate(past, [&] { return tickets(random); });
            beyond += std::abs(*unusualness(tickets(random), past)) > 2 ? 1 : 0;
        }
        QVERIFY2(beyond > 60 && beyond < 260, qPrintable(QString::number(beyond)));
    }
    const std::array<std::uint32_t, 8> ten { 10, 10, 10, 10, 10, 10, 10, 10 };
    QVERIFY(*unusualness(30, ten) > 4);
    QVERIFY(*unusualness(1, ten) < -3);
}

void RegionsTest::anUnsteadyPastMakesLessUnusual()
{
    const std::array<std::uint32_t, 4> steady { 10, 10, 10, 10 };
    const std::array<std::uint32_t, 4> unsteady { 0, 25, 2, 13 };
    QVERIFY(*unusualness(25, steady) > 2 * *unusualness(25, unsteady));
}

void RegionsTest::aRegionThatFallsSilentIsTold()
{
    HeatColumns columns(countyGrid());
    add(columns, one, { 6, 7, 5, 6, 0 });
    add(columns, other, { 1, 0, 2, 1, 0 });
    add(columns, { "130529100200003" }, { 6, 7, 5, 6, 8 });
    const RegionCounts counts = regionCounts(columns, week(4)).value();
    const std::array sizes { RegionSize { one }, RegionSize { other }, RegionSize { { "130529100200003" } } };
    const std::vector<RegionFigure> figures = regionFigures(counts, sizes, RegionMeasure::Tickets);
    QVERIFY(figures[0].isSilent);
    QCOMPARE(figures[0].usual, 6.0);
    QVERIFY2(!figures[1].isSilent, "few tickets may well be none for a week");
    QVERIFY(!figures[2].isSilent);
    QVERIFY(!regionFigures(regionCounts(columns, week(1)).value(), sizes, RegionMeasure::Tickets)[0].isSilent);
}

void RegionsTest::classesAreAsFullAsEachOther()
{
    std::vector<RegionFigure> figures(2800);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        figures[i].value = std::exp(static_cast<double>(i) / 400);
    }
    const RegionClasses classes = classesOf(figures, RegionMeasure::PerThousandResidents);
    QCOMPARE(classes.count(), RegionClasses::most);
    std::array<int, RegionClasses::most> full {};
    for (const RegionFigure &figure : figures) {
        ++full[classes.of(*figure.value)];
    }
    for (const int regions : full) {
        QVERIFY2(std::abs(regions - 400) < 60, qPrintable(QString::number(regions)));
    }
    QVERIFY(std::ranges::is_sorted(classes.breaks));
}

void RegionsTest::equalValuesShareAClass()
{
    std::vector<RegionFigure> figures(10);
    QCOMPARE(classesOf(figures, RegionMeasure::Tickets).count(), 1U);
    for (RegionFigure &figure : figures) {
        figure.value = 3;
    }
    const RegionClasses same = classesOf(figures, RegionMeasure::Tickets);
    QCOMPARE(same.count(), 1U);
    figures[0].value = 1;
    figures[9].value = 50;
    const RegionClasses few = classesOf(figures, RegionMeasure::Tickets);
    QVERIFY(few.of(1) < few.of(3) && few.of(3) <= few.of(50));
    for (const double at : few.breaks) {
        QCOMPARE(at, std::round(at));
    }
}

void RegionsTest::theColoursOfTheUsualAreInTheMiddle()
{
    const RegionClasses classes = classesOf({}, RegionMeasure::AgainstPast);
    QVERIFY(classes.isAroundUsual);
    QCOMPARE(classes.stepOf(classes.of(0), 7), 3U);
    QCOMPARE(classes.stepOf(classes.of(-9), 7), 0U);
    QCOMPARE(classes.stepOf(classes.of(9), 7), 6U);
}

void RegionsTest::ticketsWithoutARegionOfTheLevelAreToldApart()
{
    HeatColumns columns(countyGrid());
    add(columns, one, { 3 });
    add(columns, { "130529100" }, { 2 });
    add(columns, {}, { 5 });
    const RegionCounts counts = regionCounts(columns, {}).value();
    const std::vector<RegionFigure> grids = regionFigures(counts, std::array { RegionSize { one } }, {});
    QCOMPARE(elsewhere(counts, grids), 7);
}

} // namespace huying

QTEST_GUILESS_MAIN(huying::RegionsTest)
#include "tst_regions.moc"
