#include "PaneFixture.h"

#include <QQuickWindow>
#include <QSignalSpy>

#include <cmath>

namespace huying
{

/// The map with as much on it as a county has: it follows a flight frame by frame; and pictures of it. How fast, the
/// benchmark map_pace says.
class PaceTest : public PaneFixture
{
    Q_OBJECT
private slots:
    void everyStepOfAFlightIsDrawn();
    void itIsShownInLightAndDark();
};

void PaceTest::everyStepOfAFlightIsDrawn()
{
    pane->resize(1920, 1080);
    pane->setPins(pinsOf(someTickets));
    pane->setHeat(columnsOf(RegionShapes(regions), someTickets), {}, {});
    QImage before = settled();
    QSignalSpy rendered(view()->quickWindow(), &QQuickWindow::afterRendering);
    for (int i = 0; i < 40; ++i) {
        const double angle = i * 0.16;
        rendered.clear();
        showAt(GeoPoint::fromDegrees(115.03 + 0.05 * std::sin(angle), 37.22 + 0.03 * std::cos(angle)),
            12.4 - 2.2 * std::cos(angle));
        QVERIFY(rendered.count() > 0 || rendered.wait());
        if (i % 10 == 9) {
            const QImage now = settled();
            QVERIFY(now != before);
            before = now;
        }
    }
}

void PaceTest::itIsShownInLightAndDark()
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

QTEST_MAIN(huying::PaceTest)
#include "tst_pace.moc"
