#include "PaneFixture.h"

#include <language/Translation.h>

#include <QElapsedTimer>
#include <QQuickWindow>
#include <QSignalSpy>

#include <algorithm>
#include <random>

namespace huying
{

namespace
{

using std::chrono::days;

constexpr Instant firstDay = startOf(Day { std::chrono::days { 19400 } });

/// Ten weeks of tickets; one urban grid has none in the last, where it had many.
HeatColumns tenWeeks(const std::vector<Region> &regions, const RegionCode &silent)
{
    const RegionShapes shapes(regions);
    const WorldRect bounds = shapes.bounds();
    HeatColumns columns(gridAround(
        toGeo({ bounds.left, bounds.top + bounds.height }), toGeo({ bounds.left + bounds.width, bounds.top })));
    std::mt19937 random(6);
    std::size_t number = 0;
    for (const Spot &spot : tickets(regions, 60'000)) {
        HeatPoint point;
        point.point = spot.point;
        point.region = spot.region;
        const auto hour = random() % (70 * 24);
        point.reportedAt = firstDay + std::chrono::hours { hour };
        point.timeliness = static_cast<Timeliness>(random() % 10 < 7 ? 1 : random() % 3);
        if (++number % 40 == 0) {
            point.region.text.resize(9);
        }
        if (spot.region != silent) {
            columns.append(point);
        }
    }
    for (int i = 0; i < 9 * 14; ++i) {
        HeatPoint point;
        point.region = silent;
        point.reportedAt = firstDay + std::chrono::hours { 12 * i };
        columns.append(point);
    }
    return columns;
}

DensityFilter lastWeek()
{
    DensityFilter filter;
    filter.from = firstDay + days { 63 };
    filter.until = firstDay + days { 70 };
    return filter;
}

} // namespace

/// Regions shaded by their figures.
class ShadesTest : public PaneFixture
{
    Q_OBJECT
private slots:
    void initTestCase();
    void aKeyTurnsFromDensityToRegions();
    void theLevelAndTheFigureAreTurnedByKey();
    void aRegionTellsItsFigureUnderThePointer();
    void theKeyboardGoesFromRegionToRegionAndPicks();
    void aRegionThatFellSilentIsHatched();
    void aLockedScaleKeepsItsClasses();
    void allRegionsMoveFluently();
    void theyAreShownInLightAndDark();

private:
    CountyScene *scene() const { return root()->property("scene").value<CountyScene *>(); }
    void key(Qt::Key key) const { QTest::keyClick(view(), key); }
    /// Shades of `level` and `measure`, by keys.
    void shade(RegionLevel level, RegionMeasure measure);

    RegionCode silent_;
    HeatColumns columns_;
};

void ShadesTest::initTestCase()
{
    PaneFixture::initTestCase();
    QVERIFY(installTranslation(*qApp));
    silent_ = std::ranges::find_if(regions, [](const Region &region) {
        return region.level == RegionLevel::Grid && region.isUrban;
    })->code;
    columns_ = tenWeeks(regions, silent_);
}

void ShadesTest::shade(RegionLevel level, RegionMeasure measure)
{
    pane->setHeat(columns_, lastWeek(), QStringLiteral("近 7 天"));
    view()->setFocus();
    root()->forceActiveFocus();
    if (!scene()->hasRegionPicture()) {
        key(Qt::Key_D);
        QTRY_VERIFY(scene()->hasRegionPicture());
    }
    while (scene()->regionPicture()->level != level) {
        key(Qt::Key_V);
    }
    while (scene()->regionPicture()->measure != measure) {
        key(Qt::Key_M);
    }
    QTRY_VERIFY(scene()->mesh(level));
}

void ShadesTest::aKeyTurnsFromDensityToRegions()
{
    QSignalSpy heated(pane.get(), &MapPane::heatShown);
    pane->setHeat(columns_, lastWeek(), QStringLiteral("近 7 天"));
    QTRY_VERIFY(!heated.isEmpty());
    const QImage density = settled();
    shade(RegionLevel::Township, RegionMeasure::Tickets);
    QVERIFY(!scene()->hasHeat());
    const QImage shaded = settled();
    QVERIFY(shaded != density);
    key(Qt::Key_D);
    QVERIFY(!scene()->hasRegionPicture() && !scene()->hasHeat());
    QVERIFY(settled() != shaded);
    key(Qt::Key_D);
    QTRY_VERIFY(scene()->hasHeat());
}

void ShadesTest::theLevelAndTheFigureAreTurnedByKey()
{
    shade(RegionLevel::Grid, RegionMeasure::PerHundredHouseholds);
    const RegionPicture &picture = *scene()->regionPicture();
    QCOMPARE(picture.figures.size(), scene()->regions().at(RegionLevel::Grid).size());
    QVERIFY(picture.elsewhere > 0);
    const RegionFigure &some = picture.figures[100];
    const RegionShape &shape = scene()->regions().at(RegionLevel::Grid)[100];
    QCOMPARE(some.code, shape.region.code);
    QCOMPARE(some.denominator, std::int64_t { shape.region.households });
    QCOMPARE(*some.value, 100.0 * double(some.numerator) / shape.region.households);
    key(Qt::Key_V);
    QCOMPARE(scene()->regionPicture()->level, RegionLevel::Township);
    std::int64_t tickets = 0;
    for (const RegionFigure &figure : scene()->regionPicture()->figures) {
        tickets += figure.tickets;
    }
    QVERIFY(tickets > 5000);
    QCOMPARE(scene()->regionPicture()->elsewhere, 0);
}

void ShadesTest::aRegionTellsItsFigureUnderThePointer()
{
    shade(RegionLevel::Township, RegionMeasure::OnTime);
    auto *land = root()->findChild<QQuickItem *>(QStringLiteral("land"));
    QVERIFY(land != nullptr);
    const RegionFigure &figure = scene()->regionPicture()->figures.front();
    const GeoPoint centre = scene()->regions().at(RegionLevel::Township).front().region.centre;
    QVERIFY(QMetaObject::invokeMethod(land, "hover", Q_ARG(QPointF, layer()->toItem(toWorld(centre)))));
    const QString told = land->property("told").toString();
    QVERIFY2(told.contains(QStringLiteral("%1 / %2").arg(figure.numerator).arg(figure.denominator))
            || told.contains(QLocale(QLocale::English).toString(qlonglong(figure.denominator))),
        qPrintable(told));
    QVERIFY(told.startsWith(QString::fromStdString(scene()->regions().at(RegionLevel::Township).front().region.name)));
    keep(QStringLiteral("region-told.png"));
}

void ShadesTest::theKeyboardGoesFromRegionToRegionAndPicks()
{
    shade(RegionLevel::Village, RegionMeasure::Tickets);
    key(Qt::Key_Period);
    const RegionPicture &picture = *scene()->regionPicture();
    const auto most = std::ranges::max_element(picture.figures, {}, &RegionFigure::tickets);
    QCOMPARE(picture.find(scene()->hovered())->tickets, most->tickets);
    key(Qt::Key_Period);
    QVERIFY(picture.find(scene()->hovered())->tickets <= most->tickets);
    key(Qt::Key_Comma);
    QSignalSpy picked(pane.get(), &MapPane::regionPicked);
    key(Qt::Key_Return);
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked.front().front().value<RegionCode>(), scene()->hovered());
    key(Qt::Key_Escape);
    QVERIFY(scene()->hovered().isEmpty());
}

void ShadesTest::aRegionThatFellSilentIsHatched()
{
    shade(RegionLevel::Grid, RegionMeasure::Tickets);
    const RegionFigure *figure = scene()->regionPicture()->find(silent_);
    QVERIFY(figure != nullptr && figure->isSilent);
    QVERIFY(figure->usual > 4);
    QVERIFY(!scene()->regionLegend().silent.isEmpty());
    const Region &grid = scene()->regions().find(silent_)->region;
    showAt(grid.centre, 16);
    const QImage image = settled();
    const QPoint middle = view()->mapTo(pane.get(), QPoint(view()->width() / 2, view()->height() / 2));
    // A patch without a name on it has two colours in turn.
    int changes = 0;
    for (int x = -60; x < 60; ++x) {
        const auto at = [&](int dx) { return qGray(image.pixel(middle + QPoint(dx, 40))); };
        changes += std::abs(at(x) - at(x + 1)) > 30 ? 1 : 0;
    }
    QVERIFY2(changes > 12, qPrintable(QString::number(changes)));
    keep(QStringLiteral("region-silent.png"));
}

void ShadesTest::aLockedScaleKeepsItsClasses()
{
    shade(RegionLevel::Village, RegionMeasure::PerThousandResidents);
    const RegionClasses before = scene()->regionPicture()->classes;
    key(Qt::Key_K);
    QSignalSpy shown(pane.get(), &MapPane::regionsShown);
    pane->setHeat(columns_, {}, QStringLiteral("全部"));
    QTRY_VERIFY(!shown.isEmpty() && scene()->regionPicture()->period == QStringLiteral("全部"));
    QTRY_VERIFY(scene()->regionPicture()->pasts == 0);
    QCOMPARE(scene()->regionPicture()->classes, before);
    key(Qt::Key_K);
    QTRY_VERIFY(scene()->regionPicture()->classes != before);
}

void ShadesTest::allRegionsMoveFluently()
{
    pane->resize(1920, 1080);
    shade(RegionLevel::Grid, RegionMeasure::Tickets);
    pane->setPins(pinsOf(someTickets));
    settled();
    QSignalSpy rendered(view()->quickWindow(), &QQuickWindow::afterRendering);
    std::vector<double> work;
    std::vector<double> frames;
    for (int i = 0; i < 90; ++i) {
        scene()->takeWork();
        QElapsedTimer timer;
        timer.start();
        showAt(GeoPoint::fromDegrees(115.03 + 0.05 * std::sin(i * 0.1), 37.22 + 0.03 * std::cos(i * 0.1)),
            12.4 - 2.2 * std::cos(i * 0.07));
        QVERIFY(rendered.wait(20'000));
        frames.push_back(double(timer.nsecsElapsed()) / 1e6);
        work.push_back(double(scene()->takeWork()) / 1e6);
    }
    std::ranges::sort(work);
    std::ranges::sort(frames);
    qInfo("2,800 shaded grids and 14,000 pins, 1920 x 1080: own work %.2f ms a frame (worst %.2f), whole frame %.1f ms",
        work[45], work.back(), frames[45]);
}

void ShadesTest::theyAreShownInLightAndDark()
{
    pane->resize(1280, 960);
    const std::array wanted { std::pair(RegionLevel::Township, RegionMeasure::OnTime),
        std::pair(RegionLevel::Village, RegionMeasure::AgainstPast),
        std::pair(RegionLevel::Grid, RegionMeasure::PerHundredHouseholds) };
    const std::array names { "townships-ontime", "villages-past", "grids-households" };
    for (const Brightness brightness : { Brightness::Light, Brightness::Dark }) {
        source->wear(brightness);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            shade(wanted[i].first, wanted[i].second);
            keep(QStringLiteral("shades-%1-%2.png")
                    .arg(QLatin1StringView(names[i]),
                        brightness == Brightness::Light ? QStringLiteral("light") : QStringLiteral("dark")));
        }
    }
}

} // namespace huying

QTEST_MAIN(huying::ShadesTest)
#include "tst_shades.moc"
