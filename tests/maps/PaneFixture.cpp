#include "PaneFixture.h"

#include <simulation/SimulatedCounty.h>

#include <QDir>
#include <QFile>
#include <QQuickWindow>
#include <QSignalSpy>

#include <algorithm>
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

} // namespace

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

void PaneFixture::initTestCase()
{
    regions = simulatedCounty(1).regions;
    someTickets = tickets(regions, 14000);
}

void PaneFixture::init()
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
    QVERIFY(QTest::qWaitForWindowActive(pane.get()));
}

void PaneFixture::cleanup()
{
    pane.reset();
}

void PaneFixture::showAt(GeoPoint place, double zoom) const
{
    const QGeoCoordinate centre(place.latitude(), place.longitude());
    QMetaObject::invokeMethod(root(), "show", Q_ARG(QVariant, QVariant::fromValue(centre)), Q_ARG(double, zoom));
}

QImage PaneFixture::settled() const
{
    QSignalSpy rendered(view()->quickWindow(), &QQuickWindow::afterRendering);
    while (rendered.wait(100)) {}
    return pane->grab().toImage();
}

void PaneFixture::keep(const QString &name) const
{
    const QString folder = qEnvironmentVariable("HUYING_SHOTS");
    if (!folder.isEmpty() && QDir().mkpath(folder)) {
        QVERIFY(settled().save(QDir(folder).filePath(name)));
    }
}

} // namespace huying
