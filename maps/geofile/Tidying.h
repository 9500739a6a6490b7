#pragma once

#include <geo/GeoReading.h>

namespace huying
{

/// Mends the areas of `reading` that are not sound and says so; leaves out what has no place, counted; simplifies
/// borders where that is wished or there are too many corners; says where siblings overlap and where there is a gap
/// between them. Full when nothing makes it small enough.
std::expected<void, Failure> tidy(GeoReading &reading, const GeoRequest &request);

} // namespace huying
