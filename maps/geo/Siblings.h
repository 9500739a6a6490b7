#pragma once

#include <domain/County.h>

#include <span>
#include <vector>

namespace huying
{

/// Where two of the siblings lie over each other; indexes in their order.
struct Overlap {
    int first = 0;
    int second = 0;
    double squareMetres = 0;
    GeoPoint at;
};

/// Where none of them lies though they lie all around; `beside` are one or two of those.
struct Gap {
    std::vector<int> beside;
    double squareMetres = 0;
    GeoPoint at;
};

struct SiblingFaults {
    std::vector<Overlap> overlaps; ///< the largest first
    std::vector<Gap> gaps; ///< the largest first
};

/// Overlaps and gaps of at least `leastSquareMetres` among regions of one level, whose borders are sound. A gap that is
/// open to the outside is not told from the outside.
SiblingFaults faultsAmong(std::span<const std::vector<Polygon>> siblings, double leastSquareMetres);

} // namespace huying
