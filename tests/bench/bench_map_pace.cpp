// How the map moves with as much on it as a county has: 2,800 grids, 14,000 pins and a density, 1920 x 1080, drawn in
// software where no graphics card is. A flight over the county, panning and zooming at once; the baseline, in the same
// run, is the same flight over a map with nothing on it.
#include <panefixture/PaneFixture.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QQuickWindow>
#include <QSignalSpy>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <numbers>
#include <print>

using namespace huying;

namespace
{

class Flight : public PaneFixture
{
public:
    /// False when the map could not be shown.
    bool measure();

private:
    /// Milliseconds of each frame, least first.
    struct Pace {
        std::vector<double> work;
        std::vector<double> frames;
        double processor = 0; ///< of all threads, a frame
    };
    Pace pace(int count) const;
    static void say(const char *what, const Pace &pace);
};

Flight::Pace Flight::pace(int count) const
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

void Flight::say(const char *what, const Pace &pace)
{
    const auto at = [](const std::vector<double> &sorted, std::size_t percent) {
        return sorted[(sorted.size() - 1) * percent / 100];
    };
    std::println("{:28} own work {:6.2f} ms a frame (95 %: {:.2f}, worst {:.2f}; to reach 8)   whole frame {:5.1f} ms "
                 "(95 %: {:.1f}; to reach 33.3)   processor {:.1f} ms",
        what, at(pace.work, 50), at(pace.work, 95), at(pace.work, 100), at(pace.frames, 50), at(pace.frames, 95),
        pace.processor);
}

bool Flight::measure()
{
    initTestCase();
    init();
    pane->resize(1920, 1080);
    pane->setRegions({});
    if (settled().isNull()) {
        return false;
    }
    const Pace bare = pace(100);
    pane->setRegions(regions);
    settled();
    const Pace borders = pace(200);
    pane->setPins(pinsOf(someTickets));
    pane->setHeat(columnsOf(RegionShapes(regions), someTickets), {}, {});
    settled();
    const Pace full = pace(200);
    say("an empty map (baseline)", bare);
    say("2,800 grids", borders);
    say("14,000 pins and heat besides", full);
    std::println(
        "ratio of whole frames {:.2f}", full.frames[full.frames.size() / 2] / bare.frames[bare.frames.size() / 2]);
    cleanup();
    return true;
}

} // namespace

int main(int count, char **arguments) // NOLINT(bugprone-exception-escape)
{
    const QApplication application(count, arguments);
    if (QGuiApplication::platformName() == QStringLiteral("offscreen")) {
        std::fputs("nothing is drawn offscreen: a screen is needed, Xvfb for one\n", stderr);
        return 1;
    }
    return Flight().measure() ? 0 : 1;
}
