#pragma once

#include "RegionShapes.h"

#include <QSizeF>

#include <functional>

namespace huying
{

/// How warm it is somewhere, from 0 to 1.
using Warmth = std::function<double(WorldPoint)>;

/// Where the name of `shape` stands, for a label of `size` pixels at `pixelsPerWorld`: deep inside, whole inside if it
/// fits, and off the warmest spots.
WorldPoint labelPlace(const RegionShape &shape, QSizeF size, double pixelsPerWorld, const Warmth &warmth);

} // namespace huying
