#pragma once

#include "RegionShapes.h"

#include <stop_token>

namespace huying
{

/// All regions of a level in triangles, one after the other.
struct RegionMesh {
    std::vector<WorldPoint> corners; ///< three each
    std::vector<std::uint32_t> ends; ///< behind the last corner of each region, in the order of RegionShapes::at
};

/// For a thread of its own: a county's 2,800 grids take some tenths of a second. Cut short when stopped.
RegionMesh meshOf(const RegionShapes &shapes, RegionLevel level, const std::stop_token &stop = {});

} // namespace huying
