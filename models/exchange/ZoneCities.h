#pragma once

#include <optional>
#include <string>

namespace huying
{

/// The IANA zone whose principal city lies nearest, by the system's zone1970.tab; degrees. Good for a guess: near a
/// border it may be the neighbour's. Nothing where the table is not installed.
std::optional<std::string> zoneOfNearestCity(double longitude, double latitude);

} // namespace huying
