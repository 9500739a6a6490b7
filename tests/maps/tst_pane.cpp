#include <common/ThemeSource.h>
#include <mapview/MapPane.h>
#include <scene/PinLayer.h>
#include <simulation/SimulatedCounty.h>
#include <support/Sentences.h>

#include <QDir>
#include <QFile>
#include <QQuickItem>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTableWidget>

#include <algorithm>
#include <ctime>
#include <memory>
#include <random>

namespace huying
{

namespace
{

constexpr Instant start = startOf(Day { std::chrono::days { 19500 } });

Theme themeOf(Brightness brightness)
{
    QFile tokens(QStringLiteral(":/huying/styles/tokens.json"));
    return tokens.open(QIODevice::ReadOnly) ? readTheme(tokens.readAll(), brightness).value() : Theme {};
}

struct Spot {
    GeoPoint point;
    RegionCode region;
};

/// Places as they are in a county: towns more than fields, some spots much more.
std::vector<Spot> tickets(const std::vector<Region> &regions, std::size_t count)
{
    std::vector<const Region *> grids;
    for (const Region &region : regions) {
        if (region.level == RegionLevel::Grid) {
            grids.push_back(&region);
        }
    }
    std::mt19937 random(3);
    std::normal_distribution<double> near(0, 0.0012);
    std::vector<Spot> found;
    while (found.size() < count) {
        const std::size_t pick = random() % grids.size();
        if (random() % 100 < (grids[pick]->isUrban ? 100 : 8 + pick / 7 % 11 * 6)) {
            const GeoPoint centre = grids[pick]->centre;
            found.push_back(
                { GeoPoint::fromDegrees(centre.longitude() + near(random), centre.latitude() + near(random)),
                    grids[pick]->code });
        }
    }
    return found;
}

TicketId idOf(std::size_t number)
{
    TicketId id;
    for (std::size_t i = 0; i < 4; ++i) {
        id.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    }
    return id;
}

std::vector<MapPin> pinsOf(const std::vector<Spot> &tickets)
{
    std::vector<MapPin> pins;
    std::mt19937 random(9);
    for (const Spot &ticket : tickets) {
        const auto chance = random() % 100;
        const Lamp lamp = chance < 52 ? Lamp::InTime
            : chance < 60             ? Lamp::Soon
            : chance < 92             ? Lamp::Overdue
                                      : Lamp::Paused;
        pins.push_back({ idOf(pins.size() + 1), ticket.point, lamp });
    }
    return pins;
}

HeatColumns columnsOf(const RegionShapes &shapes, const std::vector<Spot> &tickets)
{
    const WorldRect bounds = shapes.bounds();
    HeatColumns columns(gridAround(
        toGeo({ bounds.left, bounds.top + bounds.height }), toGeo({ bounds.left + bounds.width, bounds.top })));
    for (const Spot &ticket : tickets) {
        HeatPoint point;
        point.point = ticket.point;
        point.region = ticket.region;
        point.reportedAt = start;
        columns.append(point);
    }
    return columns;
}

} // namespace

class PaneTest : public Sentences
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theMapLiesWhereQtLocationPutsIt();
    void aClickOnAPinActivatesItsTicket();
    void aClickOnAGroupOpensIt();
    void aGroupAtOnePlaceIsHandedOn();
    void aClickOnLandPicksTheRegionAndASecondTakesItBack();
    void keysMoveAndZoomAndHomeShowsTheWholeCounty();
    void theWheelZoomsAtThePointer();
    void theHeatFollowsTheFilter();
    void aRingOpensAndFades();
    void withoutRegionsTheTicketsAreTheWhole();
    void itIsDrawnBesideATable();
    void thousandsOfPolygonsAndPinsMoveFluently();
    void itIsShownInLightAndDark();

private:
    QQuickItem *root() const { return view()->rootObject(); }
    QQuickWidget *view() const { return pane->findChild<QQuickWidget *>(); }
    PinLayer *layer() const { return root()->findChild<PinLayer *>(QStringLiteral("pins")); }
    void showAt(GeoPoint place, double zoom) const;
    void click(QPointF point) const { QTest::mouseClick(view(), Qt::LeftButton, {}, point.toPoint()); }
    QImage settled() const;
    void keep(const QString &name) const;

    /// Milliseconds of each frame of a flight over the county, least first.
    struct Pace {
        std::vector<double> work;
        std::vector<double> frames;
        double processor = 0; ///< of all threads, a frame
    };
    Pace pace(int count) const;

    std::vector<Region> regions;
    std::vector<Spot> someTickets;
    std::unique_ptr<ThemeSource> source;
    std::unique_ptr<MapPane> pane;
};

void PaneTest::initTestCase()
{
    regions = simulatedCounty(1).regions;
    someTickets = tickets(regions, 14000);
}

void PaneTest::init()
{
    Sentences::init();
    source = std::make_unique<ThemeSource>(themeOf(Brightness::Light), themeOf(Brightness::Dark));
    dress(*qApp, *source);
    pane = std::make_unique<MapPane>(*source);
    pane->setRegions(regions);
    pane->resize(1000, 800);
    pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(pane.get()));
    pane->activateWindow();
}

void PaneTest::cleanup()
{
    pane.reset();
}

void PaneTest::showAt(GeoPoint place, double zoom) const
{
    const QGeoCoordinate centre(place.latitude(), place.longitude());
    QMetaObject::invokeMethod(root(), "show", Q_ARG(QVariant, QVariant::fromValue(centre)), Q_ARG(double, zoom));
}

/// The picture once nothing more is drawn.
QImage PaneTest::settled() const
{
    QSignalSpy rendered(view()->quickWindow(), &QQuickWindow::afterRendering);
    while (rendered.wait(100)) {}
    return pane->grab().toImage();
}

void PaneTest::keep(const QString &name) const
{
    const QString folder = qEnvironmentVariable("HUYING_SHOTS");
    if (!folder.isEmpty() && QDir().mkpath(folder)) {
        QVERIFY(settled().save(QDir(folder).filePath(name)));
    }
}

void PaneTest::theMapLiesWhereQtLocationPutsIt()
{
    const std::array places { GeoPoint::fromDegrees(115.0386, 37.2213), GeoPoint::fromDegrees(114.9, 37.35) };
    for (const double zoom : { 9.0, 10.7, 13.25, 17.0 }) {
        showAt(places[0], zoom);
        for (const GeoPoint &place : places) {
            QPointF theirs;
            QVERIFY(QMetaObject::invokeMethod(root(), "pointOf", Q_RETURN_ARG(QPointF, theirs),
                Q_ARG(double, place.latitude()), Q_ARG(double, place.longitude())));
            const QPointF ours = layer()->toItem(toWorld(place));
            QVERIFY2(QLineF(ours, theirs).length() < 0.1, qPrintable(QStringLiteral("zoom %1").arg(zoom)));
        }
    }
}

void PaneTest::aClickOnAPinActivatesItsTicket()
{
    const GeoPoint place = someTickets.front().point;
    pane->setPins({ { idOf(7), place, Lamp::Soon } });
    QSignalSpy activated(pane.get(), &MapPane::ticketActivated);
    QSignalSpy picked(pane.get(), &MapPane::regionPicked);
    click(layer()->toItem(toWorld(place)));
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.front().front().value<TicketId>(), idOf(7));
    QCOMPARE(picked.count(), 0);
}

void PaneTest::aClickOnAGroupOpensIt()
{
    const GeoPoint place = someTickets.front().point;
    const GeoPoint beside { place.longitudeE7 + 9000, place.latitudeE7 };
    pane->setPins({ { idOf(1), place, Lamp::Soon }, { idOf(2), beside, Lamp::Overdue } });
    QCOMPARE(layer()->groups().size(), 1U);
    click(layer()->toItem(layer()->groups().front().at));
    QTRY_COMPARE(layer()->groups().size(), 2U);
}

void PaneTest::aGroupAtOnePlaceIsHandedOn()
{
    const GeoPoint place = someTickets.front().point;
    pane->setPins({ { idOf(1), place, Lamp::Soon }, { idOf(2), place, Lamp::Overdue } });
    QSignalSpy picked(pane.get(), &MapPane::ticketsPicked);
    click(layer()->toItem(toWorld(place)));
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked.front().front().value<QList<TicketId>>().size(), 2);
}

void PaneTest::aClickOnLandPicksTheRegionAndASecondTakesItBack()
{
    QSignalSpy picked(pane.get(), &MapPane::regionPicked);
    const auto township = std::ranges::find(regions, RegionLevel::Township, &Region::level);
    const QPointF point = layer()->toItem(toWorld(township->centre));
    click(point);
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked.takeFirst().front().value<RegionCode>(), township->code);
    click(point);
    QCOMPARE(picked.count(), 1);
    QVERIFY(picked.takeFirst().front().value<RegionCode>().isEmpty());
}

void PaneTest::keysMoveAndZoomAndHomeShowsTheWholeCounty()
{
    view()->setFocus();
    root()->forceActiveFocus();
    const double zoom = layer()->zoomLevel();
    const QGeoCoordinate centre = layer()->centre();
    QTest::keyClick(view(), Qt::Key_Plus);
    QCOMPARE(layer()->zoomLevel(), zoom + 0.5);
    QTest::keyClick(view(), Qt::Key_Right);
    QVERIFY(layer()->centre().longitude() > centre.longitude());
    QTest::keyClick(view(), Qt::Key_Home);
    QCOMPARE(layer()->zoomLevel(), zoom);
    QVERIFY(layer()->centre().distanceTo(centre) < 1);
}

void PaneTest::theWheelZoomsAtThePointer()
{
    const QPointF point(300, 260);
    const WorldPoint before = layer()->toWorldPoint(point);
    const double zoom = layer()->zoomLevel();
    QTest::wheelEvent(view()->windowHandle() ? view()->windowHandle() : pane->windowHandle(),
        view()->mapTo(pane.get(), point), QPoint(0, 240));
    QCOMPARE(layer()->zoomLevel(), zoom + 1);
    const WorldPoint after = layer()->toWorldPoint(point);
    QVERIFY(std::hypot(after.x - before.x, after.y - before.y) * layer()->pixelsPerWorld() < 1);
}

void PaneTest::theHeatFollowsTheFilter()
{
    const HeatColumns columns = columnsOf(RegionShapes(regions), someTickets);
    QSignalSpy shown(pane.get(), &MapPane::heatShown);
    pane->setHeat(columns, {}, QStringLiteral("近 30 天"));
    QTRY_COMPARE(shown.count(), 1);
    const QImage all = settled();
    DensityFilter filter;
    filter.regions = { regions[1].code };
    pane->setHeat(columns, filter, QStringLiteral("近 30 天"));
    QTRY_COMPARE(shown.count(), 2);
    QVERIFY(settled() != all);
}

void PaneTest::aRingOpensAndFades()
{
    const QImage before = settled();
    pane->announce(someTickets.front().point);
    QTRY_VERIFY(pane->grab().toImage() != before);
    QTRY_COMPARE_WITH_TIMEOUT(pane->grab().toImage(), before, 8000);
}

void PaneTest::withoutRegionsTheTicketsAreTheWhole()
{
    pane->setRegions({});
    std::vector<MapPin> pins = pinsOf({ someTickets.begin(), someTickets.begin() + 300 });
    for (MapPin &pin : pins) {
        pin.point = GeoPoint::fromDegrees(pin.point.longitude() - 186, pin.point.latitude() + 5);
    }
    pins.back().point = {};
    pane->setPins(pins);
    QVERIFY(std::abs(layer()->centre().longitude() + 71) < 0.3);
    const QRectF sight(0, 0, layer()->width(), layer()->height());
    const auto isSeen = [&](const MapPin &pin) { return sight.contains(layer()->toItem(toWorld(pin.point))); };
    QVERIFY(std::ranges::count_if(pins, isSeen) > 280);
    keep(QStringLiteral("map-empty.png"));
}

void PaneTest::itIsDrawnBesideATable()
{
    QWidget window;
    auto *table = new QTableWidget(4, 2, &window);
    table->setGeometry(0, 0, 300, 400);
    auto *map = new MapPane(*source, &window);
    map->setGeometry(300, 0, 500, 400);
    map->setRegions(regions);
    window.resize(800, 400);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCoreApplication::processEvents();
    const QImage picture = window.grab().toImage();
    QVERIFY(picture.pixelColor(550, 250) != picture.pixelColor(310, 390));
}

PaneTest::Pace PaneTest::pace(int count) const
{
    auto *scene = root()->property("scene").value<CountyScene *>();
    QSignalSpy rendered(view()->quickWindow(), &QQuickWindow::afterRendering);
    Pace pace;
    const std::clock_t before = std::clock();
    for (int i = 0; i < count; ++i) {
        const double angle = i * 0.1;
        scene->takeWork();
        QElapsedTimer timer;
        timer.start();
        showAt(GeoPoint::fromDegrees(115.03 + 0.05 * std::sin(angle), 37.22 + 0.03 * std::cos(angle)),
            12.4 - 2.2 * std::cos(i * 2 * std::numbers::pi / count));
        rendered.wait();
        pace.frames.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        pace.work.push_back(static_cast<double>(scene->takeWork()) / 1e6);
    }
    pace.processor = double(std::clock() - before) / CLOCKS_PER_SEC * 1000 / count;
    std::ranges::sort(pace.work);
    std::ranges::sort(pace.frames);
    return pace;
}

void PaneTest::thousandsOfPolygonsAndPinsMoveFluently()
{
    pane->resize(1920, 1080);
    pane->setRegions({});
    settled();
    const Pace bare = pace(60);
    pane->setRegions(regions);
    pane->setPins(pinsOf(someTickets));
    pane->setHeat(columnsOf(RegionShapes(regions), someTickets), {}, {});
    settled();
    const Pace full = pace(150);
    const auto at = [](const std::vector<double> &sorted, std::size_t percent) {
        return sorted[sorted.size() * percent / 100];
    };
    qInfo(
        "2,800 grids and 14,000 pins, 1920 x 1080, milliseconds a frame: own work %.2f (95 of 100: %.2f, worst %.2f); "
        "whole frame %.1f (%.1f), processor %.1f; an empty map %.1f (%.1f), processor %.1f",
        at(full.work, 50), at(full.work, 95), full.work.back(), at(full.frames, 50), at(full.frames, 95),
        full.processor, at(bare.frames, 50), at(bare.frames, 95), bare.processor);
    QVERIFY(at(full.work, 50) < 8);
}

void PaneTest::itIsShownInLightAndDark()
{
    pane->resize(1280, 960);
    pane->setHeat(columnsOf(RegionShapes(regions), someTickets), {}, QStringLiteral("近 30 天"));
    QSignalSpy shown(pane.get(), &MapPane::heatShown);
    QTRY_VERIFY(shown.count() > 0);
    const std::vector<MapPin> pins = pinsOf(someTickets);
    const std::vector<MapPin> few(pins.begin(), pins.begin() + 38);
    for (const Brightness brightness : { Brightness::Light, Brightness::Dark }) {
        const QString ending =
            brightness == Brightness::Light ? QStringLiteral("-light.png") : QStringLiteral("-dark.png");
        source->wear(brightness);
        QTRY_VERIFY(shown.count() > 1 || brightness == Brightness::Light);
        pane->showWholeCounty();
        pane->setPins(pins);
        pane->select(std::nullopt);
        keep(QStringLiteral("map-many") + ending);
        pane->setPins(few);
        pane->select(few[5].id);
        keep(QStringLiteral("map-few") + ending);
        pane->setPins(pins);
        showAt(regions[1].centre, 12.6);
        keep(QStringLiteral("map-near") + ending);
        showAt(regions[1].centre, 14.6);
        keep(QStringLiteral("map-grids") + ending);
        QVERIFY(!settled().isNull());
    }
}

} // namespace huying

QTEST_MAIN(huying::PaneTest)
#include "tst_pane.moc"
