#pragma once

#include <filesystem>

namespace huying
{

/// Whether a GeoJSON file says in which coordinate system it is: it has a member "crs" that is not null. RFC 7946 knows
/// WGS-84 only, and what is made in China is often something else and says nothing. False for what cannot be read.
bool saysItsSystem(const std::filesystem::path &file);

} // namespace huying
