#include "PaneFixture.h"

#include <QKeyEvent>
#include <QSignalSpy>

#include <numbers>

namespace huying
{

/// The map by keyboard and wheel.
class KeysTest : public PaneFixture
{
    Q_OBJECT
private slots:
    void keysMoveAndZoomAndHomeShowsTheWholeCounty();
    void theWheelZoomsAtThePointer();
    void marksAreReachedAndOpenedByKey();
    void theMarkOfTheKeyboardIsSeen();
    void lettersOfTheMapGoToTheMapAlone();
    void theOutlinesAreChosenByKey();
    void anAreaIsDrawnByKey();
    void anAreaIsDrawnWithThePointer();
    void anAreaThatIsLeftTellsNothing();
};

void KeysTest::keysMoveAndZoomAndHomeShowsTheWholeCounty()
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

void KeysTest::theWheelZoomsAtThePointer()
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

void KeysTest::marksAreReachedAndOpenedByKey()
{
    const GeoPoint place = someTickets.front().point;
    const GeoPoint east { place.longitudeE7 + 300'000, place.latitudeE7 };
    const GeoPoint north { place.longitudeE7, place.latitudeE7 + 300'000 };
    pane->setPins(
        { { idOf(1), place, Lamp::Soon }, { idOf(2), east, Lamp::Overdue }, { idOf(3), north, Lamp::InTime } });
    showAt(place, 11);
    view()->setFocus();
    root()->forceActiveFocus();
    QSignalSpy activated(pane.get(), &MapPane::ticketActivated);
    const auto chosen = [&] {
        QTest::keyClick(view(), Qt::Key_Return);
        return activated.isEmpty() ? TicketId() : activated.takeLast().constFirst().value<TicketId>();
    };
    QTest::keyClick(view(), Qt::Key_N);
    QVERIFY(layer()->isMarked());
    QCOMPARE(chosen(), idOf(1));
    QTest::keyClick(view(), Qt::Key_Right);
    QCOMPARE(chosen(), idOf(2));
    QTest::keyClick(view(), Qt::Key_Left);
    QTest::keyClick(view(), Qt::Key_Up);
    QCOMPARE(chosen(), idOf(3));
    QTest::keyClick(view(), Qt::Key_Escape);
    QVERIFY(!layer()->isMarked());
}

void KeysTest::theMarkOfTheKeyboardIsSeen()
{
    pane->setPins({ { idOf(1), someTickets.front().point, Lamp::Soon } });
    view()->setFocus();
    root()->forceActiveFocus();
    const QImage before = settled();
    QTest::keyClick(view(), Qt::Key_N);
    QVERIFY(settled() != before);
    keep(QStringLiteral("map-marked.png"));
}

void KeysTest::lettersOfTheMapGoToTheMapAlone()
{
    view()->setFocus();
    root()->forceActiveFocus();
    QKeyEvent letter(QEvent::ShortcutOverride, Qt::Key_N, Qt::NoModifier, QStringLiteral("n"));
    letter.ignore();
    QCoreApplication::sendEvent(view(), &letter);
    QVERIFY(letter.isAccepted());
    QKeyEvent withControl(QEvent::ShortcutOverride, Qt::Key_N, Qt::ControlModifier);
    withControl.ignore();
    QCoreApplication::sendEvent(view(), &withControl);
    QVERIFY(!withControl.isAccepted());
}

void KeysTest::theOutlinesAreChosenByKey()
{
    view()->setFocus();
    root()->forceActiveFocus();
    const QImage byScale = settled();
    QTest::keyClick(view(), Qt::Key_L);
    QTest::keyClick(view(), Qt::Key_L);
    const QImage villages = settled();
    QVERIFY(villages != byScale);
    QTest::keyClick(view(), Qt::Key_L);
    QVERIFY(settled() != villages);
    QTest::keyClick(view(), Qt::Key_L);
    QVERIFY(settled() == byScale);
}

namespace
{

GeoArea lastOf(QSignalSpy &drawn)
{
    return drawn.isEmpty() ? GeoArea() : drawn.takeLast().constFirst().value<GeoArea>();
}

} // namespace

void KeysTest::anAreaIsDrawnByKey()
{
    view()->setFocus();
    root()->forceActiveFocus();
    QSignalSpy drawn(pane.get(), &MapPane::areaDrawn);
    const WorldPoint middle = layer()->toWorldPoint({ view()->width() / 2.0, view()->height() / 2.0 });
    QTest::keyClick(view(), Qt::Key_A);
    for (const int key : { Qt::Key_Space, Qt::Key_Right, Qt::Key_Space, Qt::Key_Down, Qt::Key_Space, Qt::Key_Left,
             Qt::Key_Space, Qt::Key_Backspace, Qt::Key_Space }) {
        QTest::keyClick(view(), Qt::Key(key));
    }
    keep(QStringLiteral("area-by-key.png"));
    QTest::keyClick(view(), Qt::Key_Return);
    const GeoArea area = lastOf(drawn);
    QCOMPARE(area.corners.size(), 4U);
    const WorldPoint first = toWorld(area.corners.front());
    QVERIFY(std::hypot(first.x - middle.x, first.y - middle.y) * layer()->pixelsPerWorld() < 1);
    QVERIFY(area.corners[1].longitudeE7 > area.corners[0].longitudeE7);
    QVERIFY(area.corners[2].latitudeE7 < area.corners[1].latitudeE7);
    pane->setArea(area);
    keep(QStringLiteral("area.png"));
}

void KeysTest::anAreaIsDrawnWithThePointer()
{
    QSignalSpy drawn(pane.get(), &MapPane::areaDrawn);
    const QGeoCoordinate centre = layer()->centre();
    pane->drawArea();
    for (const QPoint point : { QPoint(300, 300), QPoint(500, 300), QPoint(500, 500) }) {
        QTest::mouseClick(view(), Qt::LeftButton, {}, point);
    }
    keep(QStringLiteral("area-by-clicks.png"));
    QTest::keyClick(view(), Qt::Key_Return);
    QCOMPARE(lastOf(drawn).corners.size(), 3U);

    pane->drawArea();
    QTest::mousePress(view(), Qt::LeftButton, {}, QPoint(300, 300));
    for (int turn = 1; turn < 24; ++turn) {
        const double angle = turn * std::numbers::pi / 12;
        QTest::mouseMove(view(), QPoint(int(400 - 100 * std::cos(angle)), int(300 - 100 * std::sin(angle))));
        QTest::qWait(20); // moves within one frame become one
    }
    QTest::mouseRelease(view(), Qt::LeftButton, {}, QPoint(300, 300));
    const GeoArea round = lastOf(drawn);
    QVERIFY(round.corners.size() > 10);
    QVERIFY(round.contains(toGeo(layer()->toWorldPoint({ 400, 300 }))));
    QVERIFY(layer()->centre().distanceTo(centre) < 1);
}

void KeysTest::anAreaThatIsLeftTellsNothing()
{
    QSignalSpy drawn(pane.get(), &MapPane::areaDrawn);
    pane->drawArea();
    for (const QPoint point : { QPoint(300, 300), QPoint(500, 300), QPoint(500, 500) }) {
        QTest::mouseClick(view(), Qt::LeftButton, {}, point);
    }
    QTest::keyClick(view(), Qt::Key_Escape);
    pane->drawArea();
    QTest::mouseClick(view(), Qt::LeftButton, {}, QPoint(300, 300));
    QTest::keyClick(view(), Qt::Key_Return);
    QVERIFY(drawn.isEmpty());
    QTest::keyClick(view(), Qt::Key_Escape);
    const double zoom = layer()->zoomLevel();
    QTest::keyClick(view(), Qt::Key_Plus);
    QCOMPARE(layer()->zoomLevel(), zoom + 0.5);
}

} // namespace huying

QTEST_MAIN(huying::KeysTest)
#include "tst_keys.moc"
