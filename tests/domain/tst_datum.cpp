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

    /// What other programs of the published formulas give, to the last digit that they agree in.
    void theFormulasAreThePublishedOnes()
    {
        const auto isAt = [](Degrees there, double longitude, double latitude) {
            return std::abs(there.longitude - longitude) < 1e-6 && std::abs(there.latitude - latitude) < 1e-6;
        };
        const Degrees beijing { 116.404, 39.915 };
        QVERIFY(isAt(fromWgs84(beijing, Datum::Gcj02), 116.41024449916938, 39.91640428150164));
        QVERIFY(isAt(fromWgs84(toWgs84(beijing, Datum::Gcj02), Datum::Bd09), 116.41036949371029, 39.92133699351021));
        QVERIFY(
            isAt(fromWgs84(Degrees { 121.5272106, 31.1774276 }, Datum::Gcj02), 121.531541859215, 31.17530398364597));
    }

    void theInverseIsBelowACentimetreInTheCountyAndInTheWholeCountry()
    {
        const auto check = [](double west, double east, double south, double north, int steps) {
            double worst = 0; // in metres
            for (int i = 0; i <= steps; ++i) {
                for (int j = 0; j <= steps; ++j) {
                    const Degrees place { west + (east - west) * i / steps, south + (north - south) * j / steps };
                    for (const Datum datum : { Datum::Gcj02, Datum::Bd09 }) {
                        const Degrees back = toWgs84(fromWgs84(place, datum), datum);
                        worst = std::max(worst,
                            111'320 * std::hypot(back.longitude - place.longitude, back.latitude - place.latitude));
                    }
                }
            }
            return worst;
        };
        QVERIFY(check(114.8, 115.3, 37.0, 37.5, 100) < 0.01);
        QVERIFY(check(74, 134.9, 4, 53.4, 150) < 0.01);
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
