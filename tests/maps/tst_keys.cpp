#include "PaneFixture.h"

#include <QKeyEvent>
#include <QSignalSpy>

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
        return activated.isEmpty() ? TicketId() : activated.takeLast().front().value<TicketId>();
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

} // namespace huying

QTEST_MAIN(huying::KeysTest)
#include "tst_keys.moc"
