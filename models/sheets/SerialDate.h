#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "Row.h"

namespace huying
{

/// What day a workbook counts its dates from (ECMA-376 part 1, 18.17.4.1).
enum class DateSystem : std::uint8_t { From1900, From1904 };

/// The moment that the serial number `days` stands for, to the nearest millisecond. Absent: no number, before the first
/// day, after the year 9999, or 60, the 29th of February 1900 that never was.
/// For columns that hold dates as plain numbers too, where only the mapping knows.
std::optional<LocalDateTime> dateOfSerial(std::string_view days, DateSystem system);

/// 2014-07-18 08:31:37[.250]
std::string isoText(LocalDateTime time);

/// 08:31:37[.250]; hours may pass 24, a negative span begins with a minus.
std::string clockText(std::chrono::milliseconds span);

/// A span of time counted in `days`, to the nearest millisecond; absent when it is no number or beyond 10,000 years.
std::optional<std::chrono::milliseconds> spanOfDays(std::string_view days);

/// The decimal that `number`, written as XML may (1.01E+11, 37.100000000000001), stands for, without an exponent.
/// Whole numbers keep every digit. Of more than 15 digits with a fraction, what a spreadsheet would never show is left
/// out: the shortest decimal that is the same double. Absent: no number.
std::optional<std::string> plainDecimal(std::string_view number);

} // namespace huying
