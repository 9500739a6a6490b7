#include "CoordinateSystem.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <cmath>
#include <optional>

namespace huying
{

namespace
{

struct SayCoordinateSystem {
    Q_DECLARE_TR_FUNCTIONS(Datums)
};

/// The zones of CGCS2000 as EPSG numbers them: one run by the zone's number, one by its central meridian.
struct Zones {
    int width; ///< in degrees
    int first;
    int last;
    int numberedFrom; ///< EPSG of the first zone with its number before the easting
    int plainFrom; ///< the same without

    int meridianOf(int zone) const { return width == 6 ? 6 * zone - 3 : 3 * zone; }
    bool has(int zone) const { return zone >= first && zone <= last; }
    int count() const { return last - first + 1; }
};

constexpr Zones threeDegrees { 3, 25, 45, 4513, 4534 };
constexpr Zones sixDegrees { 6, 13, 23, 4491, 4502 };
constexpr std::array allZones { threeDegrees, sixDegrees };

CoordinateSystem datumSystem(Datum datum, const char *name)
{
    return { datum, QLatin1StringView(name).toString() };
}

std::array<CoordinateSystem, 4> datums()
{
    return { datumSystem(Datum::Wgs84, "WGS-84"), datumSystem(Datum::Cgcs2000, "CGCS2000"),
        datumSystem(Datum::Gcj02, "GCJ-02"), datumSystem(Datum::Bd09, "BD-09") };
}

CoordinateSystem numbered(const Zones &zones, int zone)
{
    return { EpsgCode { zones.numberedFrom + zone - zones.first },
        QStringLiteral("CGCS2000/GK%1-%2").arg(zones.width).arg(zone) };
}

CoordinateSystem plain(const Zones &zones, int zone)
{
    return { EpsgCode { zones.plainFrom + zone - zones.first },
        QStringLiteral("CGCS2000/GK%1-%2E").arg(zones.width).arg(zones.meridianOf(zone)) };
}

/// The zone whose middle is nearest to `longitude`.
int zoneAt(const Zones &zones, double longitude)
{
    return zones.width == 6 ? int(std::floor(longitude / 6)) + 1 : int(std::lround(longitude / 3));
}

std::optional<CoordinateSystem> zoneNamed(const QString &plainName)
{
    static const QRegularExpression form(QStringLiteral("^CGCS2000GK([36])(\\d{2,3})(E?)$"));
    const auto match = form.match(plainName);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const Zones &zones = match.capturedView(1) == u"3" ? threeDegrees : sixDegrees;
    const int number = match.capturedView(2).toInt();
    const bool isMeridian = !match.capturedView(3).isEmpty();
    const int zone = isMeridian ? zoneAt(zones, number) : number;
    if (!zones.has(zone) || (isMeridian && zones.meridianOf(zone) != number)) {
        return std::nullopt;
    }
    return isMeridian ? plain(zones, zone) : numbered(zones, zone);
}

} // namespace

CoordinateSystem systemOf(EpsgCode code)
{
    if (code.number == 4326 || code.number == 4490) {
        return datums()[code.number == 4326 ? 0 : 1];
    }
    for (const Zones &zones : allZones) {
        if (code.number >= zones.numberedFrom && code.number < zones.numberedFrom + zones.count()) {
            return numbered(zones, code.number - zones.numberedFrom + zones.first);
        }
        if (code.number >= zones.plainFrom && code.number < zones.plainFrom + zones.count()) {
            return plain(zones, code.number - zones.plainFrom + zones.first);
        }
    }
    return { code, QStringLiteral("EPSG:%1").arg(code.number) };
}

std::expected<CoordinateSystem, Failure> systemNamed(const QString &name)
{
    static const QRegularExpression ornaments(QStringLiteral("[\\s/_-]"));
    static const QRegularExpression epsg(QStringLiteral("^EPSG:(\\d{4,6})$"));
    const QString plainName = name.toUpper().remove(ornaments);
    for (const CoordinateSystem &system : datums()) {
        if (QString(system.name).remove(ornaments) == plainName) {
            return system;
        }
    }
    if (const auto match = epsg.match(plainName); match.hasMatch()) {
        return systemOf(EpsgCode { match.capturedView(1).toInt() });
    }
    if (const auto zone = zoneNamed(plainName)) {
        return *zone;
    }
    return failure(FailureKind::Invalid,
        SayCoordinateSystem::tr(
            "“%1” is no coordinate system; there are WGS-84, CGCS2000, GCJ-02, BD-09, CGCS2000/GK3-38 (a zone of "
            "three degrees by its number), CGCS2000/GK3-114E (by its meridian), CGCS2000/GK6-20, EPSG:4526.")
            .arg(name));
}

std::vector<CoordinateSystem> usualSystems(GeoPoint place)
{
    const auto known = datums();
    std::vector<CoordinateSystem> systems(known.begin(), known.end());
    for (const Zones &zones : allZones) {
        if (const int zone = zoneAt(zones, place.longitude()); zones.has(zone)) {
            systems.push_back(numbered(zones, zone));
            systems.push_back(plain(zones, zone));
        }
    }
    return systems;
}

std::vector<CoordinateSystem> likelySystems(double x, double y)
{
    const auto known = datums();
    if (x >= 72 && x <= 136 && y >= 3 && y <= 54) {
        return { known.begin(), known.end() };
    }
    std::vector<CoordinateSystem> systems;
    const int zone = int(std::floor(x / 1e6));
    const double inZone = x - zone * 1e6;
    if (y > 300'000 && y < 6'000'000 && inZone > 150'000 && inZone < 850'000) {
        for (const Zones &zones : allZones) {
            if (zones.has(zone)) {
                systems.push_back(numbered(zones, zone));
            }
        }
    }
    return systems;
}

} // namespace huying
