#pragma once

#include "Mesh.h"
#include "Random.h"

#include <domain/County.h>
#include <domain/Failure.h>

namespace huying
{

/// Where a simulated county lies: within the border that was made up for it, or within one that was surveyed.
class Land
{
public:
    /// The made-up one: about 631 km².
    Land();
    /// Within `border`. Invalid where it is too small, too large or too far away for the simulated county, or its town
    /// does not fit in: checkBorder says so before.
    explicit Land(std::span<const GeoPoint> border);

    bool isSurveyed() const { return _isSurveyed; }
    bool holds(PlanePoint p) const { return lies(p, _border); }
    bool isInTown(PlanePoint p) const;
    /// Where something that is made up for the middle of the plane stands here.
    PlanePoint moved(PlanePoint p) const { return { p.x + _shift.x, p.y + _shift.y }; }
    /// As `moved`, but within the border: drawn nearer to the town until it is.
    PlanePoint movedInside(PlanePoint p) const;
    PlanePoint somewhere(Random &random) const;
    /// A place in the belt around the border, which gives the outermost cells their shape; nothing where it is none.
    std::optional<PlanePoint> inBelt(Random &random) const;
    /// Nearer than a cell is wide.
    bool isNearBorder(PlanePoint p) const;
    /// `p` turned over on the nearest stretch of the border, where that is near and it comes to lie outside.
    std::optional<PlanePoint> mirrored(PlanePoint p) const;

private:
    std::vector<PlanePoint> _border;
    PlanePoint _shift;
    bool _isSurveyed = false;
};

/// Whether the simulated county can be laid within `border` (WGS-84): 300 to 1,500 km², within 28 km of 115.04° E,
/// 37.22° N, around its own middle. Invalid, saying what is wrong, where it cannot.
std::expected<void, Failure> checkBorder(std::span<const GeoPoint> border);

} // namespace huying
