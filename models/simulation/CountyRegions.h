#pragma once

#include "Territory.h"

#include <domain/County.h>

namespace huying
{

/// The county, its townships, villages and grids with names, codes, people and schematic shapes.
std::vector<Region> regionsOf(const Territory &territory, std::uint64_t seed);

} // namespace huying
