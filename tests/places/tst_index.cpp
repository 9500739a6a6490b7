#include <domain/Directory.h>
#include <domain/GeoArea.h>
#include <places/PlaceIndex.h>
#include <simulation/SimulatedCounty.h>
#include <support/Sentences.h>

#include <numeric>
#include <random>
#include <set>

namespace huying
{

namespace
{

/// The plain way: every ring of every region.
bool contains(const Region &region, GeoPoint point)
{
    bool isInside = false;
    for (const Polygon &polygon : region.shape) {
        for (const Ring &ring : polygon) {
            isInside = isInside != GeoArea { ring }.contains(point);
        }
    }
    return isInside;
}

GeoPoint at(double longitude, double latitude)
{
    return GeoPoint::fromDegrees(longitude, latitude);
}

Region square(const char *code, RegionLevel level, double west, double south, double side)
{
    Region region;
    region.code.text = code;
    region.level = level;
    region.shape = {
        { { at(west, south), at(west + side, south), at(west + side, south + side), at(west, south + side) } }
    };
    return region;
}

std::map<RegionCode, Region> byCode(const std::vector<Region> &regions)
{
    std::map<RegionCode, Region> map;
    for (const Region &region : regions) {
        map.emplace(region.code, region);
    }
    return map;
}

} // namespace

/// Which place a point is.
class IndexTest : public Sentences
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everyPointIsInTheRegionThatContainsIt();
    void aPointOnASharedBorderIsInExactlyOne();
    void cornersAreInExactlyOne();
    void whatLiesOutsideIsSaidToBeOutside();
    void withoutGridsTheVillageIsFound();
    void whereAGridIsMissingTheTownshipIsStillNamed();
    void aHoleIsOutside();
    void ofTwoThatOverlapTheFirstHasIt();
    void regionsThatEndedAreNotFound();
    void madShapesAndMadPointsDoNoHarm();

private:
    const Region *plainly(RegionLevel level, GeoPoint point) const;

    std::vector<Region> regions_;
    PlaceIndex index_;
};

void IndexTest::initTestCase()
{
    regions_ = simulatedCounty(7).regions;
    index_ = PlaceIndex(byCode(regions_));
}

const Region *IndexTest::plainly(RegionLevel level, GeoPoint point) const
{
    const auto found = std::ranges::find_if(
        regions_, [&](const Region &region) { return region.level == level && contains(region, point); });
    return found == regions_.end() ? nullptr : &*found;
}

void IndexTest::everyPointIsInTheRegionThatContainsIt()
{
    std::mt19937 random(5);
    std::uniform_real_distribution<double> east(114.75, 115.35);
    std::uniform_real_distribution<double> north(37.0, 37.45);
    int inside = 0;
    for (int i = 0; i < 4000; ++i) {
        const GeoPoint point = at(east(random), north(random));
        const Region *grid = plainly(RegionLevel::Grid, point);
        const Whereabouts found = index_.at(point);
        QCOMPARE(found.grid.text, grid == nullptr ? std::string() : grid->code.text);
        if (grid != nullptr) {
            QCOMPARE(found.village.text, grid->code.text.substr(0, 12));
            QCOMPARE(found.township.text, grid->code.text.substr(0, 9));
            QVERIFY(found.isInside);
            ++inside;
        }
    }
    QVERIFY2(inside > 500, qPrintable(QString::number(inside)));
}

void IndexTest::aPointOnASharedBorderIsInExactlyOne()
{
    int shared = 0;
    std::mt19937 random(9);
    for (const Region &region : regions_) {
        if (region.level != RegionLevel::Grid || random() % 16 != 0) {
            continue;
        }
        const Ring &ring = region.shape.front().front();
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const GeoPoint a = ring[i];
            const GeoPoint b = ring[(i + 1) % ring.size()];
            const GeoPoint middle { std::midpoint(a.longitudeE7, b.longitudeE7),
                std::midpoint(a.latitudeE7, b.latitudeE7) };
            const auto holders = std::ranges::count_if(regions_,
                [&](const Region &each) { return each.level == RegionLevel::Grid && contains(each, middle); });
            QVERIFY(holders <= 1);
            const Region *plain = plainly(RegionLevel::Grid, middle);
            QCOMPARE(index_.at(middle).grid.text, plain == nullptr ? std::string() : plain->code.text);
            shared += holders == 1 ? 1 : 0;
        }
    }
    QVERIFY2(shared > 100, qPrintable(QString::number(shared)));
}

void IndexTest::cornersAreInExactlyOne()
{
    const PlaceIndex four(byCode({ square("130529100201001", RegionLevel::Grid, 115, 37, 0.1),
        square("130529100201002", RegionLevel::Grid, 115.1, 37, 0.1),
        square("130529100201003", RegionLevel::Grid, 115, 37.1, 0.1),
        square("130529100201004", RegionLevel::Grid, 115.1, 37.1, 0.1) }));
    std::set<std::string> holders;
    for (const int step : { -1, 0, 1 }) {
        const GeoPoint corner = at(115.1, 37.1);
        const Whereabouts found = four.at({ corner.longitudeE7 + step, corner.latitudeE7 + step });
        QVERIFY(!found.grid.isEmpty());
        holders.insert(found.grid.text);
    }
    QCOMPARE(holders.size(), 2U);
    // All of the square belongs to somebody but two of its own sides.
    for (int i = 0; i <= 20; ++i) {
        QVERIFY(four.at(at(115 + 0.01 * std::min(i, 19), 37.1)).isInside);
        QVERIFY(four.at(at(115.1, 37 + 0.01 * std::min(i, 19))).isInside);
    }
}

void IndexTest::whatLiesOutsideIsSaidToBeOutside()
{
    QVERIFY(!index_.isEmpty());
    for (const GeoPoint far : { at(116.4, 39.9), at(0, 0), at(-71.06, 42.36), at(180, 90), at(-180, -90) }) {
        QVERIFY(index_.isOutside(far));
        QCOMPARE(index_.at(far), Whereabouts {});
    }
    QVERIFY(!index_.isOutside(regions_.front().centre));
    QVERIFY2(!PlaceIndex().isOutside(at(0, 0)), "without shapes nobody can know");
    QVERIFY(PlaceIndex(byCode({ Region {} })).isEmpty());
}

void IndexTest::withoutGridsTheVillageIsFound()
{
    std::vector<Region> few = regions_;
    std::erase_if(few, [](const Region &region) { return region.level == RegionLevel::Grid; });
    const PlaceIndex index(byCode(few));
    const Region &grid = *std::ranges::find(regions_, RegionLevel::Grid, &Region::level);
    const Whereabouts found = index.at(grid.centre);
    QVERIFY(found.grid.isEmpty());
    QCOMPARE(found.village.text, grid.code.text.substr(0, 12));
    QCOMPARE(found.narrowest(), found.village);
}

void IndexTest::whereAGridIsMissingTheTownshipIsStillNamed()
{
    const PlaceIndex index(byCode(
        { square("130529", RegionLevel::County, 115, 37, 1), square("130529100", RegionLevel::Township, 115, 37, 0.5),
            square("130529100201001", RegionLevel::Grid, 115, 37, 0.1) }));
    QCOMPARE(index.at(at(115.05, 37.05)).village.text, std::string("130529100201"));
    const Whereabouts between = index.at(at(115.3, 37.3));
    QCOMPARE(between.narrowest().text, std::string("130529100"));
    const Whereabouts county = index.at(at(115.8, 37.8));
    QVERIFY(county.isInside && county.narrowest().isEmpty());
    QVERIFY(index.isOutside(at(116.1, 37.8)));
}

void IndexTest::aHoleIsOutside()
{
    Region ring = square("130529100", RegionLevel::Township, 115, 37, 1);
    ring.shape.front().push_back(square("", RegionLevel::Township, 115.4, 37.4, 0.2).shape.front().front());
    const PlaceIndex index(byCode({ ring }));
    QVERIFY(!index.isOutside(at(115.2, 37.2)));
    QVERIFY(index.isOutside(at(115.5, 37.5)));
}

void IndexTest::ofTwoThatOverlapTheFirstHasIt()
{
    const PlaceIndex index(byCode({ square("130529101", RegionLevel::Township, 115.1, 37.1, 0.6),
        square("130529100", RegionLevel::Township, 115, 37, 0.5) }));
    for (int i = 0; i < 100; ++i) {
        const GeoPoint both = at(115.101 + 0.0039 * i, 37.3 + 0.0007 * i);
        QCOMPARE(index.at(both).township.text, std::string("130529100"));
    }
    QCOMPARE(index.at(at(115.6, 37.6)).township.text, std::string("130529101"));
}

void IndexTest::regionsThatEndedAreNotFound()
{
    Region old = square("130529202", RegionLevel::Township, 115, 37, 1);
    old.until = Day { std::chrono::days { 18000 } };
    const PlaceIndex index(byCode({ old, square("130529107", RegionLevel::Township, 115, 37, 1) }));
    QCOMPARE(index.at(at(115.5, 37.5)).township.text, std::string("130529107"));
}

void IndexTest::madShapesAndMadPointsDoNoHarm()
{
    constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
    Region mad = square("130529102", RegionLevel::Township, 115, 37, 1);
    mad.shape.front().front()[0] = { most, -most };
    Region point = square("130529103", RegionLevel::Township, 115, 37, 0);
    Region bow = square("130529104", RegionLevel::Township, 115, 37, 1);
    std::swap(bow.shape.front().front()[2], bow.shape.front().front()[3]);
    Region none = square("130529105", RegionLevel::Township, 115, 37, 1);
    none.shape = { {}, { {} } };
    const PlaceIndex index(byCode({ mad, point, bow, none }));
    QCOMPARE(index.at(at(115.5, 37.2)).township.text, std::string("130529104"));
    QVERIFY(index.isOutside(at(115.2, 37.5)));
    for (const GeoPoint where : { GeoPoint { most, most }, GeoPoint { -most - 1, -most - 1 } }) {
        QVERIFY(index.isOutside(where));
    }
}

} // namespace huying

QTEST_APPLESS_MAIN(huying::IndexTest)
#include "tst_index.moc"
