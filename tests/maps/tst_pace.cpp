#include "PaneFixture.h"

#include <QElapsedTimer>
#include <QQuickWindow>
#include <QSignalSpy>

#include <algorithm>
#include <ctime>
#include <numbers>

namespace huying
{

/// How the map moves with as much on it as a county has; and pictures of it.
class PaceTest : public PaneFixture
{
    Q_OBJECT
private slots:
    void thousandsOfPolygonsAndPinsMoveFluently();
    void itIsShownInLightAndDark();

private:
    /// Milliseconds of each frame of a flight over the county, least first.
    struct Pace {
        std::vector<double> work;
        std::vector<double> frames;
        double processor = 0; ///< of all threads, a frame
    };
    Pace pace(int count) const;
};

PaceTest::Pace PaceTest::pace(int count) const
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

void PaceTest::thousandsOfPolygonsAndPinsMoveFluently()
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
