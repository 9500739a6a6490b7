#include <simulation/Land.h>
#include <simulation/SimulatedCounty.h>
#include <support/Sentences.h>
#include <support/SharedData.h>

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

#include <QFile>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>

namespace huying
{

namespace
{

std::vector<Region> ofLevel(const SimulatedCounty &county, RegionLevel level)
{
    std::vector<Region> regions;
    std::ranges::copy_if(
        county.regions, std::back_inserter(regions), [&](const Region &region) { return region.level == level; });
    return regions;
}

/// Twice the area of the ring in square ten-millionths of a degree, positive when it turns left.
std::int64_t doubledArea(const Ring &ring)
{
    std::int64_t area = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        area += (std::int64_t { ring[j].longitudeE7 } - 1'150'400'000) * (ring[i].latitudeE7 - 372'200'000)
            - (std::int64_t { ring[i].longitudeE7 } - 1'150'400'000) * (ring[j].latitudeE7 - 372'200'000);
    }
    return area;
}

std::int64_t doubledArea(const Region &region)
{
    std::int64_t area = 0;
    for (const Polygon &polygon : region.shape) {
        for (const Ring &ring : polygon) {
            area += doubledArea(ring);
        }
    }
    return area;
}

bool contains(const Region &region, GeoPoint point)
{
    bool inside = false;
    for (const Polygon &polygon : region.shape) {
        for (const Ring &ring : polygon) {
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                const GeoPoint a = ring[j], b = ring[i];
                const std::int64_t turn =
                    std::int64_t { b.longitudeE7 - a.longitudeE7 } * (point.latitudeE7 - a.latitudeE7)
                    - std::int64_t { b.latitudeE7 - a.latitudeE7 } * (point.longitudeE7 - a.longitudeE7);
                if ((a.latitudeE7 > point.latitudeE7) != (b.latitudeE7 > point.latitudeE7)
                    && (turn > 0) == (b.latitudeE7 > a.latitudeE7)) {
                    inside = !inside;
                }
            }
        }
    }
    return inside;
}

std::map<std::string, std::int64_t> areaWithin(std::span<const Region> parts, std::size_t digits)
{
    std::map<std::string, std::int64_t> areas;
    for (const Region &part : parts) {
        areas[part.code.text.substr(0, digits)] += doubledArea(part);
    }
    return areas;
}

} // namespace

class CountyTest : public Sentences
{
    Q_OBJECT

private slots:
    void initTestCase() { _county = simulatedCounty(1); }

    void hasTheNumbersOfTheRealOne()
    {
        QCOMPARE(ofLevel(_county, RegionLevel::Township).size(), 10u);
        const std::vector<Region> villages = ofLevel(_county, RegionLevel::Village);
        QCOMPARE(std::ranges::count(villages, false, &Region::isUrban), 291);
        QCOMPARE(ofLevel(_county, RegionLevel::Grid).size(), 2'800u);
        QCOMPARE(_county.members.size(), 2'800u);
        QCOMPARE(std::ranges::count(_county.units, UnitKind::Township, &Unit::kind), 10);
        QCOMPARE(
            std::ranges::count_if(_county.categories, [](const Category &c) { return c.code.text.size() == 2; }), 28);
        QVERIFY(_county.categories.size() > 28u + 110u);
    }

    void withinASurveyedBorderTheRegionsFillIt()
    {
        // A bay in the north, so that it is not round; its middle is not that of the plane.
        const Ring border { { 1'149'000'000, 371'400'000 }, { 1'151'500'000, 371'200'000 },
            { 1'152'600'000, 372'600'000 }, { 1'152'000'000, 374'000'000 }, { 1'151'200'000, 373'600'000 },
            { 1'150'300'000, 374'100'000 }, { 1'149'200'000, 373'200'000 } };
        QVERIFY(checkBorder(border));
        const SimulatedCounty county = simulatedCounty(1, border);
        QCOMPARE(county.regions.front().shape, std::vector<Polygon> { { border } });
        QVERIFY(!county.regions.front().isSchematic);
        const std::vector<Region> grids = ofLevel(county, RegionLevel::Grid);
        QCOMPARE(grids.size(), 2'800u);
        std::int64_t sum = 0;
        for (const Region &grid : grids) {
            QVERIFY(contains(county.regions.front(), grid.centre));
            sum += std::abs(doubledArea(grid));
        }
        const std::int64_t whole = std::abs(doubledArea(border));
        QVERIFY2(std::abs(whole - sum) * 50 < whole, qPrintable(QStringLiteral("%1 of %2").arg(sum).arg(whole)));
        for (const Region &township : ofLevel(county, RegionLevel::Township)) {
            QVERIFY(township.isSchematic);
            QVERIFY(contains(county.regions.front(), township.centre));
        }
        QVERIFY(county == simulatedCounty(1, border));
    }

    void aBorderElsewhereOrTooSmallIsRefused()
    {
        const Ring elsewhere { { -710'000'000, 420'000'000 }, { -709'000'000, 420'000'000 },
            { -709'000'000, 421'000'000 } };
        QCOMPARE(checkBorder(elsewhere).error().kind, FailureKind::Invalid);
        const Ring small { { 1'150'000'000, 372'000'000 }, { 1'150'500'000, 372'000'000 },
            { 1'150'500'000, 372'500'000 } };
        QVERIFY(checkBorder(small).error().text.contains(u"km²"));
        QVERIFY(!checkBorder({}));
    }

    void peopleAddUpOnEveryLevel()
    {
        for (const RegionLevel level :
            { RegionLevel::County, RegionLevel::Township, RegionLevel::Village, RegionLevel::Grid }) {
            int residents = 0;
            int over60 = 0;
            for (const Region &region : ofLevel(_county, level)) {
                residents += region.residents;
                over60 += region.residentsOver60;
                QVERIFY(region.residentsOver60 > 0);
                QVERIFY(region.residentsOver60 < region.residents);
            }
            QCOMPARE(residents, 293'000);
            QCOMPARE(over60, 67'000);
        }
    }

    void gridsHaveAsManyHouseholdsAsTheyShould()
    {
        for (const Region &grid : ofLevel(_county, RegionLevel::Grid)) {
            QVERIFY(grid.isUrban ? grid.households >= 90 && grid.households <= 110
                                 : grid.households >= 50 && grid.households <= 60);
        }
    }

    void codesFollowTheRuleAndLieInEachOther()
    {
        std::set<std::string> codes;
        for (const Region &region : _county.regions) {
            QVERIFY(codes.insert(region.code.text).second);
            const std::size_t digits = region.code.text.size();
            QCOMPARE(digits, (std::array<std::size_t, 4> { 6, 9, 12, 15 })[static_cast<std::size_t>(region.level)]);
            QVERIFY(digits == 6 || codes.contains(region.code.text.substr(0, digits - 3)));
            if (region.level == RegionLevel::Village) {
                QCOMPARE(region.isUrban, region.code.text[9] < '2');
            }
        }
        for (const GridMember &member : _county.members) {
            QVERIFY(codes.contains(member.grid.text));
        }
    }

    void noSeedLeavesAVillageWithoutGrids()
    {
        for (std::uint64_t seed = 100; seed < 120; ++seed) {
            const SimulatedCounty county = simulatedCounty(seed);
            const auto areas = areaWithin(ofLevel(county, RegionLevel::Grid), 12);
            QCOMPARE(areas.size(), ofLevel(county, RegionLevel::Village).size());
            QCOMPARE(areaWithin(ofLevel(county, RegionLevel::Village), 9).size(), 10u);
            QVERIFY(std::ranges::all_of(county.regions, [](const Region &r) { return r.shape.size() == 1; }));
        }
    }

    void noTwoVillagesShareAName()
    {
        std::set<std::string> names;
        for (const Region &village : ofLevel(_county, RegionLevel::Village)) {
            QVERIFY2(names.insert(village.name).second, village.name.c_str());
        }
    }

    void townshipsAreTheRealOnes()
    {
        const QString path = sharedData(QStringLiteral("regions/julu_130529_2021.csv"));
        REQUIRE_SHARED_DATA(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::map<std::string, std::string> real;
        for (const auto all = file.readAll().split('\n'); const QByteArray &line : all) {
            const QList<QByteArray> fields = line.split(',');
            if (fields.size() > 2 && fields[2] == "township") {
                real[fields[0].left(9).toStdString()] = fields[1].toStdString();
            }
        }
        std::map<std::string, std::string> ours;
        for (const Region &township : ofLevel(_county, RegionLevel::Township)) {
            ours[township.code.text] = township.name;
        }
        QVERIFY(ours == real);
    }

    void categoriesNameUnitsThatAreThere()
    {
        std::set<UnitCode> units;
        for (const Unit &unit : _county.units) {
            units.insert(unit.code);
        }
        for (const Category &category : _county.categories) {
            QVERIFY(category.lead.isEmpty() || units.contains(category.lead));
            QVERIFY(std::ranges::all_of(category.cooperating, [&](const UnitCode &u) { return units.contains(u); }));
        }
    }

    void telephonesAreNobodys()
    {
        for (const GridMember &member : _county.members) {
            QVERIFY(member.person.telephone.starts_with("000"));
            QCOMPARE(member.person.telephone.size(), 11u);
        }
    }

    void areasAddUpWithoutGapOrOverlap_data()
    {
        QTest::addColumn<quint64>("seed");
        for (const quint64 seed : { 1, 2, 3, 77 }) {
            QTest::addRow("seed %llu", seed) << seed;
        }
    }

    void areasAddUpWithoutGapOrOverlap()
    {
        QFETCH(quint64, seed);
        const SimulatedCounty county = simulatedCounty(seed);
        for (const auto &[outer, inner] : { std::pair(RegionLevel::County, RegionLevel::Township),
                 std::pair(RegionLevel::Township, RegionLevel::Village),
                 std::pair(RegionLevel::Village, RegionLevel::Grid) }) {
            const std::vector<Region> regions = ofLevel(county, outer);
            const auto areas = areaWithin(ofLevel(county, inner), regions.front().code.text.size());
            for (const Region &region : regions) {
                QCOMPARE(areas.at(region.code.text), doubledArea(region));
            }
        }
        const double squareKilometres =
            static_cast<double>(doubledArea(county.regions.front())) / 2e14 * 88.754 * 110.982;
        QVERIFY2(std::abs(squareKilometres - 631) < 12, qPrintable(QString::number(squareKilometres)));
    }

    void everyPolygonIsValidAndOfOnePiece()
    {
        using Point = boost::geometry::model::d2::point_xy<std::int64_t>;
        using Area = boost::geometry::model::polygon<Point, false, false>;
        for (const Region &region : _county.regions) {
            QCOMPARE(region.shape.size(), 1u);
            QVERIFY(region.isSchematic);
            Area area;
            area.inners().resize(region.shape.front().size() - 1);
            for (std::size_t i = 0; i < region.shape.front().size(); ++i) {
                auto &ring = i == 0 ? area.outer() : area.inners()[i - 1];
                for (const GeoPoint &point : region.shape.front()[i]) {
                    ring.emplace_back(point.longitudeE7, point.latitudeE7);
                }
            }
            std::string why;
            QVERIFY2(boost::geometry::is_valid(area, why), (region.code.text + ": " + why).c_str());
            QVERIFY(contains(region, region.centre));
        }
    }

    void aPointLiesInOneGridAndInAllThatHoldsIt()
    {
        const std::vector<Region> grids = ofLevel(_county, RegionLevel::Grid);
        std::mt19937 numbers(5);
        int inside = 0;
        for (int i = 0; i < 300; ++i) {
            const GeoPoint point { 1'150'400'000 - 1'700'000 + static_cast<std::int32_t>(numbers() % 3'400'000),
                372'200'000 - 1'300'000 + static_cast<std::int32_t>(numbers() % 2'600'000) };
            std::vector<RegionCode> at;
            for (const Region &grid : grids) {
                if (contains(grid, point)) {
                    at.push_back(grid.code);
                }
            }
            for (const Region &region : _county.regions) {
                if (region.level != RegionLevel::Grid) {
                    QCOMPARE(contains(region, point), !at.empty() && within(at.front(), region.code));
                }
            }
            QVERIFY(at.size() < 2);
            inside += !at.empty();
        }
        QVERIFY(inside > 100);
    }

    void aSeedGivesTheSameCountyAndAnotherSeedAnother()
    {
        QVERIFY(simulatedCounty(1) == _county);
        QVERIFY(simulatedCounty(2) != _county);
    }

private:
    SimulatedCounty _county;
};

} // namespace huying

QTEST_GUILESS_MAIN(huying::CountyTest)
#include "tst_county.moc"
