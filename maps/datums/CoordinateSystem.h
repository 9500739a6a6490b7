#pragma once

#include <domain/Failure.h>
#include <domain/GeoPoint.h>

#include <QString>

#include <variant>
#include <vector>

namespace huying
{

/// A coordinate system that PROJ knows, by its number in the EPSG register.
struct EpsgCode {
    int number = 0;

    bool operator==(const EpsgCode &) const = default;
};

/// A system in which coordinates are given: one of a ticket's datums, in degrees, or one of PROJ's.
struct CoordinateSystem {
    std::variant<Datum, EpsgCode> system = Datum::Wgs84;
    QString name = QStringLiteral("WGS-84"); ///< as people write it, and as it is kept with a layer

    const Datum *datum() const { return std::get_if<Datum>(&system); }
    bool operator==(const CoordinateSystem &) const = default;
};

/// The system that `name` names, without regard to case, blanks, hyphens: `WGS-84`, `CGCS2000`, `GCJ-02`, `BD-09`;
/// `CGCS2000/GK3-38`, `CGCS2000/GK6-20` a Gauss-Krüger zone of three or six degrees by its number, which the easting
/// begins with; `CGCS2000/GK3-114E` the same by its central meridian, without the number; `EPSG:4526`. Invalid, with
/// the names there are, for all else and for zones that China has not.
std::expected<CoordinateSystem, Failure> systemNamed(const QString &name);

/// The system of an EPSG number, under the name above where it has one.
CoordinateSystem systemOf(EpsgCode code);

/// What borders and coordinates come in around `place`: the four datums, and the zones of CGCS2000 that it lies in.
std::vector<CoordinateSystem> usualSystems(GeoPoint place);

/// The systems of CGCS2000 or WGS-84 in which coordinates as large as these can be meant, for somebody who has to say
/// which: nothing where they are no coordinates of China in any.
std::vector<CoordinateSystem> likelySystems(double x, double y);

} // namespace huying
