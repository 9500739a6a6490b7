#include <scene/MapLabels.h>
#include <scene/PinGroups.h>
#include <simulation/SimulatedCounty.h>
#include <support/Sentences.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

namespace huying
{

namespace
{

const RegionShapes &county()
{
    static const RegionShapes shapes(simulatedCounty(1).regions);
    return shapes;
}

double scaleFor(double pixels)
{
    return pixels / std::max(county().bounds().width, county().bounds().height);
}

std::vector<MapPin> pinsInCounty(std::size_t count)
{
    std::mt19937 random(5);
    const auto &grids = county().at(RegionLevel::Grid);
    std::normal_distribution<double> near(0, 0.002);
    std::vector<MapPin> pins;
    for (std::size_t i = 0; i < count; ++i) {
        const GeoPoint centre = grids[random() % grids.size()].region.centre;
        MapPin pin;
        pin.id.bytes[15] = static_cast<std::uint8_t>(i);
        pin.id.bytes[14] = static_cast<std::uint8_t>(i >> 8);
        pin.point = GeoPoint::fromDegrees(centre.longitude() + near(random), centre.latitude() + near(random));
        pin.lamp = static_cast<Lamp>(random() % 4);
        pins.push_back(pin);
    }
    return pins;
}

QRectF rectOf(const PinGroup &group, double scale)
{
    const QSizeF size = markSize(group.pins.size());
    return { group.at.x * scale - size.width() / 2, group.at.y * scale - size.height() / 2, size.width(),
        size.height() };
}

double areaOf(const std::vector<WorldPoint> &corners)
{
    double area = 0;
    for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
        const WorldPoint &a = corners[i];
        const WorldPoint &b = corners[i + 1];
        const WorldPoint &c = corners[i + 2];
        area += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
    }
    return area;
}

double areaOf(const RegionShape &shape)
{
    double area = 0;
    for (const auto &ring : shape.rings) {
        double sum = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const WorldPoint &next = ring[(i + 1) % ring.size()];
            sum += ring[i].x * next.y - next.x * ring[i].y;
        }
        area += &ring == &shape.rings.front() ? std::abs(sum) / 2 : -std::abs(sum) / 2;
    }
    return area;
}

RegionShape shapeOf(std::vector<Polygon> polygons)
{
    Region region;
    region.shape = std::move(polygons);
    return RegionShapes({ region }).at(region.level).front();
}

Ring square(double left, double bottom, double side)
{
    return { GeoPoint::fromDegrees(left, bottom), GeoPoint::fromDegrees(left + side, bottom),
        GeoPoint::fromDegrees(left + side, bottom + side), GeoPoint::fromDegrees(left, bottom + side) };
}

} // namespace

class SceneTest : public Sentences
{
    Q_OBJECT
private slots:
    void everyPinIsInExactlyOneGroup();
    void noTwoMarksOverlap_data();
    void noTwoMarksOverlap();
    void farApartPinsStayAlone();
    void theSelectedPinIsNeverInAGroup();
    void aGroupShowsItsWorstLamp();
    void groupsAreMadeInAFewMilliseconds();
    void trianglesFillTheTownship();
    void aHoleStaysOpen();
    void aCrossedRingIsMended();
    void aRegionWithoutAShapeHarmsNothing();
    void aSharedBorderIsDrawnOnce();
    void aPlaceIsFoundInItsGridAndTownship();
    void townshipNamesLieInsideAndApart();
    void aNameLeavesAWarmSpotAndACoolOneStays();
};

void SceneTest::everyPinIsInExactlyOneGroup()
{
    const std::vector<MapPin> pins = pinsInCounty(3000);
    std::multiset<std::uint32_t> seen;
    for (const PinGroup &group : groupPins(pins, scaleFor(900), {})) {
        seen.insert(group.pins.begin(), group.pins.end());
        QCOMPARE(group.byLamp[0] + group.byLamp[1] + group.byLamp[2] + group.byLamp[3], int(group.pins.size()));
    }
    QCOMPARE(seen.size(), pins.size());
    QCOMPARE(std::set(seen.begin(), seen.end()).size(), pins.size());
}

void SceneTest::noTwoMarksOverlap_data()
{
    QTest::addColumn<int>("pins");
    QTest::addColumn<double>("pixels");
    QTest::newRow("a few, whole county") << 38 << 900.0;
    QTest::newRow("many, whole county") << 14000 << 900.0;
    QTest::newRow("many, small") << 14000 << 300.0;
    QTest::newRow("many, near") << 14000 << 8000.0;
}

void SceneTest::noTwoMarksOverlap()
{
    QFETCH(int, pins);
    QFETCH(double, pixels);
    const double scale = scaleFor(pixels);
    std::vector<QRectF> rects;
    for (const PinGroup &group : groupPins(pinsInCounty(static_cast<std::size_t>(pins)), scale, {})) {
        rects.push_back(rectOf(group, scale));
    }
    int overlaps = 0;
    for (std::size_t i = 0; i < rects.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            overlaps += rects[i].intersects(rects[k]);
        }
    }
    QCOMPARE(overlaps, 0);
}

void SceneTest::farApartPinsStayAlone()
{
    const std::vector<MapPin> pins { { {}, GeoPoint::fromDegrees(115, 37.2), Lamp::Soon },
        { {}, GeoPoint::fromDegrees(115.1, 37.2), Lamp::InTime } };
    const auto groups = groupPins(pins, scaleFor(900), {});
    QCOMPARE(groups.size(), 2U);
    QVERIFY(groups[0].isSingle());
    const WorldPoint first = toWorld(pins[0].point);
    QVERIFY(std::abs(groups[0].at.x - first.x) < 1e-12 && std::abs(groups[0].at.y - first.y) < 1e-12);
}

void SceneTest::theSelectedPinIsNeverInAGroup()
{
    const std::vector<MapPin> pins = pinsInCounty(2000);
    const auto groups = groupPins(pins, scaleFor(600), {}, 77);
    const auto its = std::ranges::find_if(
        groups, [](const PinGroup &group) { return std::ranges::find(group.pins, 77U) != group.pins.end(); });
    QVERIFY(its != groups.end() && its->isSingle());
}

void SceneTest::aGroupShowsItsWorstLamp()
{
    PinGroup group;
    group.byLamp[static_cast<std::size_t>(Lamp::Paused)] = 3;
    QCOMPARE(group.worst(), Lamp::Paused);
    group.byLamp[static_cast<std::size_t>(Lamp::InTime)] = 9;
    QCOMPARE(group.worst(), Lamp::InTime);
    group.byLamp[static_cast<std::size_t>(Lamp::Overdue)] = 1;
    QCOMPARE(group.worst(), Lamp::Overdue);
}

void SceneTest::groupsAreMadeInAFewMilliseconds()
{
    const std::vector<MapPin> pins = pinsInCounty(14000);
    double best = 1000;
    for (int i = 0; i < 10; ++i) {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!groupPins(pins, scaleFor(900 * std::pow(2, i % 4)), {}).empty());
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    qInfo("14,000 pins grouped in %.1f ms", best);
}

void SceneTest::trianglesFillTheTownship()
{
    for (const RegionShape &township : county().at(RegionLevel::Township)) {
        const double exact = areaOf(township);
        QVERIFY2(std::abs(areaOf(triangles(township)) / exact - 1) < 1e-6, township.region.name.c_str());
    }
}

void SceneTest::aHoleStaysOpen()
{
    const RegionShape shape = shapeOf({ { square(115, 37, 0.3), square(115.1, 37.1, 0.1) } });
    QVERIFY(std::abs(areaOf(triangles(shape)) / areaOf(shape) - 1) < 1e-6);
    QVERIFY(!shape.contains(toWorld(115.15, 37.15)));
    QVERIFY(shape.contains(toWorld(115.05, 37.05)));
}

void SceneTest::aCrossedRingIsMended()
{
    const RegionShape shape = shapeOf({ { { GeoPoint::fromDegrees(115, 37), GeoPoint::fromDegrees(115.2, 37.2),
        GeoPoint::fromDegrees(115.2, 37), GeoPoint::fromDegrees(115, 37.2) } } });
    QCOMPARE(triangles(shape).size() / 3, 2U);
}

void SceneTest::aRegionWithoutAShapeHarmsNothing()
{
    QVERIFY(triangles(shapeOf({})).empty());
    QVERIFY(triangles(shapeOf({ { { GeoPoint::fromDegrees(115, 37), GeoPoint::fromDegrees(115.1, 37) } } })).empty());
    QVERIFY(RegionShapes({ Region {} }).isEmpty());
}

void SceneTest::aSharedBorderIsDrawnOnce()
{
    Region west;
    west.level = RegionLevel::Township;
    west.shape = { { square(115, 37, 0.1) } };
    Region east = west;
    east.shape = { { square(115.1, 37, 0.1) } };
    Region village = west;
    village.level = RegionLevel::Village;
    const RegionShapes shapes({ west, east, village });
    QCOMPARE(shapes.borders(RegionLevel::Township).size(), 7U);
    QVERIFY(shapes.borders(RegionLevel::Village).empty());
}

void SceneTest::aPlaceIsFoundInItsGridAndTownship()
{
    int found = 0;
    for (const RegionShape &grid : county().at(RegionLevel::Grid)) {
        const WorldPoint centre = toWorld(grid.region.centre);
        const RegionShape *here = county().find(centre, RegionLevel::Grid);
        found += here == &grid;
        const RegionShape *township = county().find(centre, RegionLevel::Township);
        QVERIFY(township != nullptr);
    }
    QVERIFY(found > int(county().at(RegionLevel::Grid).size()) * 9 / 10);
    QCOMPARE(county().find(toWorld(0, 0), RegionLevel::County), nullptr);
}

void SceneTest::townshipNamesLieInsideAndApart()
{
    const MapLabels labels(county(), QStringLiteral("Noto Sans CJK SC"), scaleFor(800));
    const auto shown = labels.shownAt(scaleFor(800));
    QCOMPARE(shown.size(), county().at(RegionLevel::Township).size());
    for (const MapLabel *label : shown) {
        QVERIFY(county().at(RegionLevel::Township)[label->shape].contains(label->place));
    }
    const auto near = labels.shownAt(scaleFor(4000));
    QVERIFY(near.size() > 150);
    for (const MapLabel *one : near) {
        for (const MapLabel *other : near) {
            QVERIFY(one == other
                || !huying::rectOf(*one, scaleFor(4000)).intersects(huying::rectOf(*other, scaleFor(4000))));
        }
    }
}

void SceneTest::aNameLeavesAWarmSpotAndACoolOneStays()
{
    MapLabels labels(county(), QStringLiteral("Noto Sans CJK SC"), scaleFor(800));
    const WorldPoint warm = labels.all()[0].place;
    const WorldPoint cool = labels.all()[1].place;
    const auto warmth = [&](WorldPoint place) {
        const double away = std::hypot(place.x - warm.x, place.y - warm.y) * scaleFor(800);
        return std::exp(-away * away / 2 / 30 / 30);
    };
    QVERIFY(labels.avoid(county(), warmth, scaleFor(800)));
    QVERIFY(warmth(labels.all()[0].place) < 0.35);
    QVERIFY(county().at(RegionLevel::Township)[0].contains(labels.all()[0].place));
    QCOMPARE(labels.all()[1].place, cool);
    QVERIFY(!labels.avoid(county(), warmth, scaleFor(800)));
}

} // namespace huying

QTEST_MAIN(huying::SceneTest)
#include "tst_scene.moc"
