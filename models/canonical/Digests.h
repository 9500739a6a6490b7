#pragma once

#include "Record.h"

#include <initializer_list>
#include <string_view>

namespace huying
{

/// SHA-256 of the parts, one after the other.
Digest sha256(std::initializer_list<std::string_view> parts);

} // namespace huying
