#include <domain/GeoArea.h>
#include <support/Sentences.h>

#include <random>

using namespace huying;

namespace
{

GeoArea square(std::int32_t side, GeoPoint at = {})
{
    return { { at, { at.longitudeE7 + side, at.latitudeE7 }, { at.longitudeE7 + side, at.latitudeE7 + side },
        { at.longitudeE7, at.latitudeE7 + side } } };
}

} // namespace

class Area : public Sentences
{
    Q_OBJECT
private slots:
    void whatHasFewerThanThreeCornersIsNone()
    {
        QVERIFY(GeoArea().isEmpty());
        QVERIFY(!(GeoArea { { { 0, 0 }, { 10, 10 } } }).contains({ 5, 5 }));
        QVERIFY(!square(10).isEmpty());
    }

    void aPointOnASharedBorderLiesInOneOfTwo()
    {
        const GeoArea left = square(10);
        const GeoArea right = square(10, { 10, 0 });
        for (std::int32_t y = 0; y < 10; ++y) {
            QVERIFY(left.contains({ 10, y }) != right.contains({ 10, y }));
        }
    }

    void aHollowIsOutside()
    {
        const GeoArea hook { { { 0, 0 }, { 30, 0 }, { 30, 30 }, { 0, 30 }, { 0, 20 }, { 20, 20 }, { 20, 10 },
            { 0, 10 } } };
        QVERIFY(hook.contains({ 25, 15 }));
        QVERIFY(!hook.contains({ 10, 15 }));
        QVERIFY(hook.contains({ 10, 5 }));
        QVERIFY(hook.contains({ 10, 25 }));
    }

    void itIsTheSameWhereverItBeginsAndWhicheverWayItIsDrawn()
    {
        std::mt19937 random(3);
        GeoArea area;
        for (int i = 0; i < 12; ++i) {
            area.corners.push_back({ std::int32_t(random() % 1'000), std::int32_t(random() % 1'000) });
        }
        GeoArea turned = area;
        std::ranges::rotate(turned.corners, turned.corners.begin() + 5);
        GeoArea back = area;
        std::ranges::reverse(back.corners);
        for (int i = 0; i < 2'000; ++i) {
            const GeoPoint point { std::int32_t(random() % 1'000), std::int32_t(random() % 1'000) };
            QCOMPARE(turned.contains(point), area.contains(point));
            QCOMPARE(back.contains(point), area.contains(point));
        }
    }

    void theWholeWorldDoesNotOverflow()
    {
        const GeoArea world { { { -1'800'000'000, -900'000'000 }, { 1'800'000'000, -900'000'000 },
            { 1'800'000'000, 900'000'000 }, { -1'800'000'000, 900'000'000 } } };
        QVERIFY(world.contains({ 1'150'000'000, 372'000'000 }));
        QCOMPARE(world.box().northEast, (GeoPoint { 1'800'000'000, 900'000'000 }));
    }
};

QTEST_APPLESS_MAIN(Area)
#include "tst_area.moc"
