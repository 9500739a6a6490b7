#include "Squares.h"

#include <geo/Coverage.h>
#include <geo/Siblings.h>

#include <support/Sentences.h>

#include <cmath>
#include <set>

using namespace huying;

namespace
{

/// Two regions with a common border of many small steps, corner by corner the same.
std::vector<std::vector<Polygon>> neighbours()
{
    Ring west { { 1'150'000'000, 372'000'000 } };
    Ring east { { 1'150'200'000, 372'100'000 }, { 1'150'200'000, 372'000'000 } };
    for (int i = 0; i <= 100; ++i) {
        const GeoPoint step { 1'150'100'000 + (i % 2 == 0 ? 0 : 100), 372'000'000 + 1'000 * i };
        west.push_back(step);
        east.push_back(step);
    }
    west.push_back({ 1'150'000'000, 372'100'000 });
    return { { { west } }, { { east } } };
}

std::set<GeoPoint> cornersOf(const std::vector<Polygon> &areas)
{
    std::set<GeoPoint> corners;
    for (const Polygon &area : areas) {
        for (const Ring &ring : area) {
            corners.insert(ring.begin(), ring.end());
        }
    }
    return corners;
}

} // namespace

class CoverageTest : public Sentences
{
    Q_OBJECT

private slots:
    void aSoundBorderStaysAsItIs()
    {
        auto areas = square(0, 0);
        QVERIFY(!mend(areas));
        QCOMPARE(cornersOf(areas), cornersOf(square(0, 0)));
    }

    void aBorderThatCrossesItselfIsMendedAndSaidSo()
    {
        std::vector<Polygon> bow { { { { 1'150'000'000, 372'000'000 }, { 1'150'010'000, 372'010'000 },
            { 1'150'010'000, 372'000'000 }, { 1'150'000'000, 372'010'000 } } } };
        const auto mending = mend(bow);
        QVERIFY(mending);
        QVERIFY(std::abs(mending->at.longitudeE7 - 1'150'005'000) <= 1);
        QCOMPARE(bow.size(), 2U);
        QVERIFY(!mend(bow));
        std::vector<Polygon> line { { { { 0, 0 }, { 10'000, 0 }, { 20'000, 0 } } } };
        QVERIFY(mend(line));
        QVERIFY(line.empty());
    }

    void areasAreTrueToSomeThousandths()
    {
        // On the ellipsoid a square of 0.001 degrees at 37.2 N is 88.74 m by 110.98 m.
        QVERIFY(std::abs(squareMetresOf(square(0, 0)) / (88.74 * 110.98) - 1) < 0.003);
    }

    void simplifyingKeepsASharedBorderShared()
    {
        auto areas = neighbours();
        simplify(areas, 5);
        const auto west = cornersOf(areas[0]);
        const auto east = cornersOf(areas[1]);
        QVERIFY(west.size() < 20);
        const SiblingFaults faults = faultsAmong(areas, 0.01);
        QVERIFY(faults.overlaps.empty());
        QVERIFY(faults.gaps.empty());
        std::vector<GeoPoint> shared;
        std::ranges::set_intersection(west, east, std::back_inserter(shared));
        QVERIFY(shared.size() >= 2);
        QCOMPARE(west.size() + east.size() - shared.size(), 4 + shared.size());
    }

    void whatOverlapsIsListedWithItsArea()
    {
        const std::vector siblings { square(0, 0), square(0.9, 0), square(5, 5) };
        const SiblingFaults faults = faultsAmong(siblings, 100);
        QCOMPARE(faults.overlaps.size(), 1U);
        QCOMPARE(faults.overlaps.front().first, 0);
        QCOMPARE(faults.overlaps.front().second, 1);
        QVERIFY(std::abs(faults.overlaps.front().squareMetres - 0.1 * squareMetresOf(siblings[0])) < 5);
        QVERIFY(faultsAmong(std::vector { square(0, 0), square(1, 0) }, 0.01).overlaps.empty());
    }

    void aGapAmongSiblingsIsListedWithItsArea()
    {
        std::vector<std::vector<Polygon>> ring;
        for (int i = 0; i < 9; ++i) {
            if (i != 4) {
                const int row = i / 3;
                ring.push_back(square(i % 3, row));
            }
        }
        const SiblingFaults faults = faultsAmong(ring, 100);
        QVERIFY(faults.overlaps.empty());
        QCOMPARE(faults.gaps.size(), 1U);
        QCOMPARE(faults.gaps.front().beside.size(), 2U);
        QVERIFY(std::abs(faults.gaps.front().squareMetres / squareMetresOf(square(1, 1)) - 1) < 0.001);
    }
};

QTEST_GUILESS_MAIN(CoverageTest)
#include "tst_coverage.moc"
