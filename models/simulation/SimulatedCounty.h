#pragma once

#include <domain/County.h>

#include <span>
#include <vector>

namespace huying
{

/// The county of the demonstration: townships by their real names and codes, all below them made up, all shapes
/// schematic.
struct SimulatedCounty {
    std::vector<Region> regions; ///< the county, townships, villages with communities, grids; each level in code order
    std::vector<Unit> units; ///< departments, then the townships' units
    std::vector<Category> categories; ///< the 28 top items, each followed by its sub-items
    std::vector<GridMember> members; ///< one for each grid, in the grids' order

    bool operator==(const SimulatedCounty &) const = default;
};

inline constexpr std::string_view simulatedCountyCode = "130529";
inline constexpr int simulatedResidents = 293'000;
inline constexpr int simulatedResidentsOver60 = 67'000;

/// The same county for the same `seed` on every machine; within `border` (WGS-84, of which checkBorder has nothing to
/// say), or within one that is made up.
SimulatedCounty simulatedCounty(std::uint64_t seed, std::span<const GeoPoint> border = {});

/// All facts in the order in which they are written to a log: what is named by another comes before it.
std::vector<CountyFact> factsOf(const SimulatedCounty &county);

} // namespace huying
