#include "Squares.h"

#include <domain/Datum.h>
#include <geo/RemarkWords.h>
#include <geo/ShiftCheck.h>

#include <support/Sentences.h>

#include <random>

using namespace huying;

namespace
{

constexpr double size = 100; // squares of 100 m: 10 km

/// Tickets all over a region, as many as `outside` of them beyond its border.
ShiftShares sharesOf(const std::vector<Polygon> &drawn, int outside)
{
    const GeoLayer layer { RegionLevel::County, "a.shp", "WGS-84", { { { "130529" }, "巨鹿县", {}, drawn } } };
    ShiftCheck check(layer);
    std::mt19937 random(3); // NOLINT: the same places each time
    std::uniform_int_distribution<std::int32_t> within(0, std::int32_t(size * 10'000));
    for (int i = 0; i < 4'000; ++i) {
        const std::int32_t east = i < outside ? -100'000 : within(random);
        check.add({ "130529100001" }, { 1'150'000'000 + east, 372'000'000 + within(random) });
    }
    check.add({ "130528100001" }, { 0, 0 }); // another county's
    return check.shares();
}

std::vector<Polygon> moved(GeoPoint (*move)(GeoPoint, Datum))
{
    auto areas = square(0, 0, size);
    for (GeoPoint &corner : areas.front().front()) {
        corner = move(corner, Datum::Gcj02);
    }
    return areas;
}

} // namespace

class ShiftTest : public Sentences
{
    Q_OBJECT

private slots:
    void bordersThatFitAreNotSuspected()
    {
        const ShiftShares shares = sharesOf(square(0, 0, size), 0);
        QCOMPARE(shares.tickets, 4'000);
        QCOMPARE(shares.asGiven, 4'000);
        QVERIFY(!suspicionOf(shares));
        QVERIFY(shiftWarning(shares).isEmpty());
    }

    void gcj02TakenForWgs84IsSuspected()
    {
        const ShiftShares shares = sharesOf(moved([](GeoPoint p, Datum d) { return fromWgs84(p, d); }), 0);
        QVERIFY(shares.asGiven < 3'800);
        QVERIFY(shares.ifBordersWereGcj02 > 3'990);
        QVERIFY(suspicionOf(shares) == ShiftSuspicion::BordersAreGcj02);
        QVERIFY(shiftWarning(shares).contains(u"GCJ-02"));
    }

    void wgs84TakenForGcj02IsSuspected()
    {
        const ShiftShares shares = sharesOf(moved([](GeoPoint p, Datum d) { return toWgs84(p, d); }), 0);
        QVERIFY(suspicionOf(shares) == ShiftSuspicion::BordersAreWgs84);
    }

    void ticketsThatLieElsewhereAreNoShift()
    {
        QVERIFY(!suspicionOf(sharesOf(square(0, 0, size), 2'000)));
        QVERIFY(!suspicionOf({}));
    }
};

QTEST_GUILESS_MAIN(ShiftTest)
#include "tst_shift.moc"
