#include <domain/Datum.h>

#include <support/Sentences.h>

using namespace huying;

namespace
{

/// Metres between two places, near enough for some kilometres.
double metresBetween(GeoPoint one, GeoPoint other)
{
    const double north = (one.latitude() - other.latitude()) * 111'195;
    const double east = (one.longitude() - other.longitude()) * 111'195 * std::cos(one.latitude() / 57.29578);
    return std::hypot(north, east);
}

const GeoPoint countySeat = GeoPoint::fromDegrees(115.04, 37.22);

} // namespace

class DatumTest : public Sentences
{
    Q_OBJECT

private slots:
    void theShiftsAreThoseOfTheCounty()
    {
        QVERIFY(std::abs(metresBetween(countySeat, fromWgs84(countySeat, Datum::Gcj02)) - 545) < 30);
        QVERIFY(std::abs(metresBetween(countySeat, fromWgs84(countySeat, Datum::Bd09)) - 1'340) < 60);
    }

    void thereAndBackIsTheSamePlace()
    {
        for (const Datum datum : { Datum::Wgs84, Datum::Cgcs2000, Datum::Gcj02, Datum::Bd09 }) {
            for (double longitude = 75; longitude < 134; longitude += 7.3) {
                for (double latitude = 18; latitude < 53; latitude += 4.1) {
                    const GeoPoint point = GeoPoint::fromDegrees(longitude, latitude);
                    QVERIFY(metresBetween(toWgs84(fromWgs84(point, datum), datum), point) < 0.05);
                }
            }
        }
    }

    void whatLiesAbroadIsNotShifted()
    {
        const GeoPoint boston = GeoPoint::fromDegrees(-71.0772, 42.2715);
        QCOMPARE(toWgs84(boston, Datum::Gcj02), boston);
        QCOMPARE(fromWgs84(boston, Datum::Bd09), boston);
    }

    void cgcs2000IsTakenAsItIs() { QCOMPARE(toWgs84(countySeat, Datum::Cgcs2000), countySeat); }
};

QTEST_GUILESS_MAIN(DatumTest)
#include "tst_datum.moc"
