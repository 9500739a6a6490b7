#include <datums/Conversion.h>

#include <support/Sentences.h>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

constexpr Coordinates countySeat { 115.04, 37.22 };

Coordinates converted(const QString &from, const QString &to, Coordinates given)
{
    const auto conversion = Conversion::between(*systemNamed(from), *systemNamed(to));
    return (*conversion)(given).value_or(Coordinates { -1, -1 });
}

bool isNear(Coordinates one, Coordinates other, double within)
{
    return std::hypot(one.x - other.x, one.y - other.y) < within;
}

} // namespace

class SystemsTest : public Sentences
{
    Q_OBJECT

private slots:
    void aSystemIsNamedAsPeopleWriteIt()
    {
        QCOMPARE(systemNamed(u"gcj02"_s)->name, u"GCJ-02"_s);
        QCOMPARE(systemNamed(u"wgs 84"_s)->name, u"WGS-84"_s);
        QCOMPARE(systemNamed(u"cgcs2000/gk3-38"_s)->system, (std::variant<Datum, EpsgCode>(EpsgCode { 4526 })));
        QCOMPARE(systemNamed(u"CGCS2000/GK3-114E"_s)->system, (std::variant<Datum, EpsgCode>(EpsgCode { 4547 })));
        QCOMPARE(systemNamed(u"CGCS2000/GK6-20"_s)->system, (std::variant<Datum, EpsgCode>(EpsgCode { 4498 })));
        QCOMPARE(systemNamed(u"EPSG:4526"_s)->name, u"CGCS2000/GK3-38"_s);
        QCOMPARE(systemNamed(u"EPSG:4490"_s)->name, u"CGCS2000"_s);
        for (const QString &wrong : { u"WGS"_s, u"CGCS2000/GK3-46"_s, u"CGCS2000/GK3-115E"_s, u"EPSG:x"_s, u""_s }) {
            QVERIFY(!systemNamed(wrong));
        }
    }

    /// The middle of a zone lies at 500 km, behind the zone's number where it has one; the meridian's arc to 37.22 N is
    /// that of the ellipsoid GRS 80.
    void theZonesOfGaussAndKruegerLieWhereTheyBelong()
    {
        const Coordinates onMeridian { 114, 37.22 };
        QVERIFY(isNear(converted(u"CGCS2000"_s, u"CGCS2000/GK3-114E"_s, onMeridian), { 500'000, 4120926.5 }, 0.2));
        const Coordinates withNumber = converted(u"CGCS2000"_s, u"CGCS2000/GK3-38"_s, onMeridian);
        QVERIFY(std::abs(withNumber.x - 38'500'000) < 0.001);
        QVERIFY(std::abs(converted(u"WGS-84"_s, u"CGCS2000/GK6-20"_s, { 117, 37 }).x - 20'500'000) < 0.001);
        QVERIFY(std::abs(converted(u"WGS-84"_s, u"CGCS2000/GK6-117E"_s, { 117, 37 }).x - 500'000) < 0.001);
    }

    void thereAndBackIsTheSamePlaceInEverySystem()
    {
        for (const CoordinateSystem &system : usualSystems(GeoPoint::fromDegrees(countySeat.x, countySeat.y))) {
            const Coordinates there = converted(u"WGS-84"_s, system.name, countySeat);
            QVERIFY2(isNear(converted(system.name, u"WGS-84"_s, there), countySeat, 1e-9), qPrintable(system.name));
        }
    }

    void ofTheTwoDatumsOneGoesIntoTheOtherByWayOfWgs84()
    {
        const Coordinates gcj02 = converted(u"WGS-84"_s, u"GCJ-02"_s, countySeat);
        const Coordinates metres = converted(u"GCJ-02"_s, u"CGCS2000/GK3-38"_s, gcj02);
        QVERIFY(isNear(metres, converted(u"WGS-84"_s, u"CGCS2000/GK3-38"_s, countySeat), 0.001));
    }

    void whatLiesInNoSystemGivesNothing()
    {
        const auto conversion = Conversion::between(*systemNamed(u"WGS-84"_s), *systemNamed(u"CGCS2000/GK3-38"_s));
        QVERIFY(!(*conversion)({ 200, 37 }));
        QVERIFY(!(*conversion)({ std::nan(""), 37 }));
        QVERIFY(!Conversion::between(*systemNamed(u"EPSG:99999"_s), *systemNamed(u"WGS-84"_s)));
    }

    void coordinatesSayWhichSystemsTheyCanBeIn()
    {
        QCOMPARE(likelySystems(115, 37).size(), 4U);
        QCOMPARE(likelySystems(38'592'000, 4'121'000).front().name, u"CGCS2000/GK3-38"_s);
        QCOMPARE(likelySystems(20'322'000, 4'121'000).front().name, u"CGCS2000/GK6-20"_s);
        QVERIFY(likelySystems(-71, 42).empty());
    }
};

QTEST_GUILESS_MAIN(SystemsTest)
#include "tst_systems.moc"
