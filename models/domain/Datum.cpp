#include "Datum.h"

#include <numbers>

namespace huying
{

namespace
{

constexpr double pi = std::numbers::pi;
constexpr double semiMajorAxis = 6378245.0; // of the Krassowski ellipsoid, in metres
constexpr double eccentricitySquared = 0.00669342162296594323;

bool isShifted(const Degrees &at)
{
    return at.longitude >= 73.66 && at.longitude <= 135.05 && at.latitude >= 3.86 && at.latitude <= 53.55;
}

double waves(double x, double first, double second)
{
    return (20 * std::sin(6 * x * pi) + 20 * std::sin(2 * x * pi)) * 2 / 3
        + (20 * std::sin(x * pi) + 40 * std::sin(x / 3 * pi)) * 2 / 3
        + (first * std::sin(x / 12 * pi) + second * std::sin(x / 30 * pi)) * 2 / 3;
}

double northward(double x, double y)
{
    const double base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x));
    const double alongX = (20 * std::sin(6 * x * pi) + 20 * std::sin(2 * x * pi)) * 2 / 3;
    const double alongY = (20 * std::sin(y * pi) + 40 * std::sin(y / 3 * pi)) * 2 / 3
        + (160 * std::sin(y / 12 * pi) + 320 * std::sin(y * pi / 30)) * 2 / 3;
    return base + alongX + alongY;
}

double eastward(double x, double y)
{
    return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) + waves(x, 150, 300);
}

Degrees gcj02Of(const Degrees &wgs84)
{
    if (!isShifted(wgs84)) {
        return wgs84;
    }
    const double x = wgs84.longitude - 105;
    const double y = wgs84.latitude - 35;
    const double radians = wgs84.latitude / 180 * pi;
    const double magic = 1 - eccentricitySquared * std::sin(radians) * std::sin(radians);
    const double root = std::sqrt(magic);
    const double meridian = semiMajorAxis * (1 - eccentricitySquared) / (magic * root) * pi / 180;
    const double parallel = semiMajorAxis / root * std::cos(radians) * pi / 180;
    return { wgs84.longitude + eastward(x, y) / parallel, wgs84.latitude + northward(x, y) / meridian };
}

constexpr double bd09Turn = pi * 3000 / 180;

Degrees bd09Of(const Degrees &gcj02)
{
    const double radius = std::hypot(gcj02.longitude, gcj02.latitude) + 0.00002 * std::sin(gcj02.latitude * bd09Turn);
    const double angle = std::atan2(gcj02.latitude, gcj02.longitude) + 0.000003 * std::cos(gcj02.longitude * bd09Turn);
    return { radius * std::cos(angle) + 0.0065, radius * std::sin(angle) + 0.006 };
}

/// The place that `forward` sends to `wanted`: each step takes back what is still missing.
template <class Forward>
Degrees inverseOf(Forward forward, const Degrees &wanted)
{
    constexpr double millimetre = 1e-8; // in degrees
    Degrees guess = wanted;
    for (int step = 0; step < 30; ++step) {
        const Degrees there = forward(guess);
        const Degrees missing { wanted.longitude - there.longitude, wanted.latitude - there.latitude };
        guess = { guess.longitude + missing.longitude, guess.latitude + missing.latitude };
        if (std::abs(missing.longitude) < millimetre && std::abs(missing.latitude) < millimetre) {
            break;
        }
    }
    return guess;
}

} // namespace

Degrees toWgs84(Degrees given, Datum datum)
{
    if (!isShifted(given) || datum == Datum::Wgs84 || datum == Datum::Cgcs2000) {
        return given;
    }
    return inverseOf(gcj02Of, datum == Datum::Bd09 ? inverseOf(bd09Of, given) : given);
}

Degrees fromWgs84(Degrees place, Datum datum)
{
    if (!isShifted(place) || datum == Datum::Wgs84 || datum == Datum::Cgcs2000) {
        return place;
    }
    return datum == Datum::Bd09 ? bd09Of(gcj02Of(place)) : gcj02Of(place);
}

GeoPoint toWgs84(GeoPoint given, Datum datum)
{
    const Degrees there = toWgs84(Degrees { given.longitude(), given.latitude() }, datum);
    return GeoPoint::fromDegrees(there.longitude, there.latitude);
}

GeoPoint fromWgs84(GeoPoint point, Datum datum)
{
    const Degrees there = fromWgs84(Degrees { point.longitude(), point.latitude() }, datum);
    return GeoPoint::fromDegrees(there.longitude, there.latitude);
}

} // namespace huying
