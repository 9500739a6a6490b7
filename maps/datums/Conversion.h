#pragma once

#include "CoordinateSystem.h"

#include <domain/Datum.h>

#include <functional>
#include <memory>

namespace huying
{

/// A pair of coordinates in some system: degrees east and north, or metres east and north.
struct Coordinates {
    double x = 0;
    double y = 0;

    bool operator==(const Coordinates &) const = default;
};

/// From one system into another, by way of WGS-84. Of one thread; a new one costs some milliseconds.
/// GCJ-02 and BD-09 are not exact science: their formulas are the published ones.
class Conversion
{
public:
    /// Invalid when PROJ does not know one of the two, or they lie on different bodies.
    static std::expected<Conversion, Failure> between(const CoordinateSystem &from, const CoordinateSystem &to);

    /// Nothing when `given` is no number or lies where one of the two systems does not reach.
    std::optional<Coordinates> operator()(Coordinates given) const;

    /// Whether what comes out is in degrees.
    bool givesDegrees() const { return _givesDegrees; }

private:
    class Projection;
    using Way = std::shared_ptr<const Projection>; ///< null where degrees of a datum are what there is

    static std::expected<Way, Failure> wayOf(const CoordinateSystem &system);

    CoordinateSystem _from;
    CoordinateSystem _to;
    Way _fromWay;
    Way _toWay;
    bool _givesDegrees = true;
};

} // namespace huying
