#pragma once

#include <string>
#include <string_view>

namespace huying
{

/// `name` as a file can be called anywhere: without path, hidden beginning, control characters and what some file
/// system does not take; at most 100 bytes of whole characters; `photo` where nothing is left. The ending is kept.
std::string safeFileName(std::string_view name);

} // namespace huying
