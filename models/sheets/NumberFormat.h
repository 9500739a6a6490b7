#pragma once

#include <cstdint>
#include <string_view>

namespace huying
{

/// What a number format shows a number as.
enum class NumberFormat : std::uint8_t { Number, Date, DateTime, TimeOfDay };

/// Of the formats built in (ECMA-376 part 1, 18.8.30, with those of the Chinese edition, 27 to 36 and 50 to 58).
NumberFormat builtInNumberFormat(unsigned id);

/// Of a format code, such as yyyy/m/d h:mm, [$-804]yyyy"年"m"月"d"日" or 0.00E+00.
NumberFormat numberFormatOf(std::string_view code);

} // namespace huying
