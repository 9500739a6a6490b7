#pragma once

#include "Territory.h"

#include <domain/County.h>

namespace huying
{

/// The county, its townships, villages and grids with names, codes, people and schematic shapes; the county's is
/// `border`, where there is one.
std::vector<Region> regionsOf(const Territory &territory, std::uint64_t seed, std::span<const GeoPoint> border = {});

} // namespace huying
