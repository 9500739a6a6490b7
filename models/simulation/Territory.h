#pragma once

#include "Land.h"

#include <string_view>
#include <vector>

namespace huying
{

inline constexpr int townshipCount = 10;
inline constexpr int villageCount = 291;
inline constexpr int communityCount = 12;
inline constexpr int gridCount = 2'800;
inline constexpr int urbanGridCount = 320;

/// How the simulated county is divided: cells of one mesh are grids, grids make villages, villages townships; all in
/// one piece. Sites after the first `gridCount` lie outside the county.
struct Territory {
    Mesh mesh;
    std::vector<int> villageOfSite; ///< -1 outside; communities follow after the villages
    std::vector<int> townshipOfVillage;
    std::vector<PlanePoint> seats; ///< of the townships

    bool isInside(int site) const { return site < gridCount; }
    int townshipOfSite(int site) const;
};

/// The territory drawn for `seed` on `land`: townships where their centres are set, all else made up.
Territory territoryOf(std::uint64_t seed, const Land &land = {});

} // namespace huying
