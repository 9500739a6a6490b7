#include "PaneFixture.h"

#include <QQuickWindow>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>

#include <algorithm>

namespace huying
{

/// What is on the map and what a click does.
class PaneTest : public PaneFixture
{
    Q_OBJECT
private slots:
    void theMapLiesWhereQtLocationPutsIt();
    void aClickOnAPinActivatesItsTicket();
    void aClickOnAGroupOpensIt();
    void aGroupAtOnePlaceIsHandedOn();
    void aClickOnLandPicksTheRegionAndASecondTakesItBack();
    void theHeatFollowsTheFilter();
    void aRingOpensAndFades();
    void withoutRegionsTheTicketsAreTheWhole();
    void itIsDrawnBesideATable();
    void aWindowThatIsOpenAlreadyGetsOneMap();
    void tilesLieUnderEverythingAndTheLandComesBackWithoutThem();
    void otherLayersAreSeenNamedAndTurnedByKey();
};

void PaneTest::otherLayersAreSeenNamedAndTurnedByKey()
{
    const GeoPoint middle = GeoPoint::fromDegrees(115.0386, 37.2213);
    const GeoPoint school = GeoPoint::fromDegrees(115.05, 37.23);
    const auto at = [](double east, double north) { return GeoPoint::fromDegrees(115.0386 + east, 37.2213 + north); };
    const ReferenceLayer roads { "道路", "roads.gpkg", "CGCS2000",
        { { "邢德公路", {}, { { at(-0.03, -0.01), at(0.03, 0.012) } }, {} } } };
    const ReferenceLayer places { "公共场所", "places.csv", "WGS-84",
        { { "巨鹿中学", { school }, {}, {} },
            { "水塘", {}, {}, { { { at(-0.02, 0.004), at(-0.012, 0.004), at(-0.014, 0.012) } } } } } };
    showAt(middle, 13.6);
    const QImage before = settled();
    pane->setReferenceLayers({ { "公共场所", places }, { "道路", roads } });
    QTRY_VERIFY(settled() != before);
    const QSize size = view()->size();
    const QPoint point = view()->mapTo(pane.get(), layer()->toItem(toWorld(school)).toPoint());
    const QColor accent = source->theme().colours.accent;
    QTRY_COMPARE(settled().pixelColor(point), accent);
    keep(QStringLiteral("other-layers.png"));
    view()->setFocus();
    root()->forceActiveFocus();
    QTest::keyClick(view(), Qt::Key_R); // the places alone
    QCOMPARE(view()->size(), size); // a longer word in a chip moves nothing
    QTRY_COMPARE(settled().pixelColor(point), accent);
    QTest::keyClick(view(), Qt::Key_R); // the roads alone
    QTRY_VERIFY(settled().pixelColor(point) != accent);
    QTest::keyClick(view(), Qt::Key_R); // none
    QTRY_COMPARE(settled().pixelColor(point), before.pixelColor(point));
    QTest::keyClick(view(), Qt::Key_R);
    QTRY_COMPARE(settled().pixelColor(point), accent);
    pane->setReferenceLayers({});
    QTRY_COMPARE(settled().pixelColor(point), before.pixelColor(point));
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

/// The first view makes the window anew for its own kind of picture, and shows all that is in it once more.
void PaneTest::aWindowThatIsOpenAlreadyGetsOneMap()
{
    QWidget window;
    MapPane late(*source, &window);
    late.hide();
    window.resize(800, 600);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(late.findChildren<QQuickWidget *>().size(), 0);
    QSignalSpy shown(&late, &MapPane::shown);
    late.show();
    QVERIFY(!shown.isEmpty());
    QCOMPARE(late.findChildren<QQuickWidget *>().size(), 1);
}

/// Tiles of one colour for each row and column, with their edges drawn, for the county and around it.
void drawTiles(const QDir &folder, int zoom, const WorldRect &view)
{
    for (const TileAddress &tile : tilesIn(view, zoom)) {
        QImage image(256, 256, QImage::Format_RGB32);
        image.fill((tile.column + tile.row) % 2 == 0 ? QColor(250, 240, 210) : QColor(210, 230, 250));
        const QString place = folder.filePath(QStringLiteral("%1/%2").arg(tile.zoom).arg(tile.column));
        QDir().mkpath(place);
        QVERIFY(image.save(QStringLiteral("%1/%2.png").arg(place).arg(tile.row)));
    }
}

void PaneTest::tilesLieUnderEverythingAndTheLandComesBackWithoutThem()
{
    const GeoPoint middle = GeoPoint::fromDegrees(115.0386, 37.2213);
    const WorldPoint centre = toWorld(middle);
    const QTemporaryDir folder;
    drawTiles(folder.path(), 11, { centre.x - 1e-3, centre.y - 1e-3, 2e-3, 2e-3 });
    showAt(middle, 10.8);
    const QImage before = settled();
    pane->setBaseMap({ BaseMapKind::Folder, folder.path(), {}, QStringLiteral("© 某测绘院") });
    QTRY_VERIFY(settled() != before);
    keep(QStringLiteral("tiles.png"));
    const QPoint point = view()->mapTo(pane.get(), QPoint(20, 20));
    const WorldPoint inside = layer()->toWorldPoint({ 20, 20 });
    const TileAddress tile = tilesIn({ inside.x, inside.y, 1e-12, 1e-12 }, 11).front();
    const QColor expected = (tile.column + tile.row) % 2 == 0 ? QColor(250, 240, 210) : QColor(210, 230, 250);
    QTRY_COMPARE(settled().pixelColor(point), expected);
    pane->setBaseMap({});
    const QPoint land = view()->mapTo(pane.get(), layer()->toItem(centre).toPoint() + QPoint(30, 40));
    QTRY_COMPARE(settled().pixelColor(point), before.pixelColor(point));
    QCOMPARE(settled().pixelColor(land), before.pixelColor(land));
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
    QCOMPARE(picked.takeFirst().constFirst().value<RegionCode>(), township->code);
    click(point);
    QCOMPARE(picked.count(), 1);
    QVERIFY(picked.takeFirst().constFirst().value<RegionCode>().isEmpty());
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

} // namespace huying

QTEST_MAIN(huying::PaneTest)
#include "tst_pane.moc"
