#pragma once

#include <domain/County.h>

#include <optional>
#include <span>
#include <vector>

namespace huying
{

/// What was done to a border that crossed itself.
struct Mending {
    GeoPoint at; ///< where it did
    double squareMetres = 0; ///< what its area changed by

    bool operator==(const Mending &) const = default;
};

/// Makes `areas` sound where they are not (a border crosses itself, a part lies over another, a hole outside); nothing
/// where they were. What has no area is gone afterwards.
std::optional<Mending> mend(std::vector<Polygon> &areas);

/// In square metres, to some thousandths.
double squareMetresOf(std::span<const Polygon> areas);

/// A place within `areas`, which are not empty.
GeoPoint placeWithin(std::span<const Polygon> areas);

/// Simplifies the borders of siblings together (Visvalingam and Whyatt: a corner goes whose triangle with its
/// neighbours is smaller than the square of `toleranceMetres`), so that a border of two stays one border. Borders that
/// do not fit together corner by corner are each simplified by themselves; what cannot be simplified stays.
void simplify(std::span<std::vector<Polygon>> siblings, double toleranceMetres);

} // namespace huying
