#pragma once

#include "HeatGrid.h"

#include <vector>

namespace huying
{

/// How many tickets' places are enough to know where a county's grid has to lie.
inline constexpr int pointsForGrid = 4'000;

/// A grid over where tickets lie, by some thousands of them, with two kilometres around. The outermost of a thousand on
/// each side are left out, so that one slip of the pen (0 E, 0 N) does not make the cells kilometres wide. Over Julu
/// where there are none.
HeatGrid gridOver(const std::vector<GeoPoint> &points);

} // namespace huying
