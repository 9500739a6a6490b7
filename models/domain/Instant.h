#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace huying
{

/// A moment on the UTC clock, to the millisecond; time zones exist only at the screen's edge.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// A calendar day in the county's zone, Asia/Shanghai.
using Day = std::chrono::local_days;

/// The county's zone has been UTC+8 without summer time since 1991-09-15 (IANA tzdata, Asia/Shanghai);
/// a fixed offset is exact for every ticket there is, and a hundred times as fast as the zone's table.
inline constexpr std::chrono::hours countyOffset { 8 };

using LocalTime = std::chrono::local_time<std::chrono::milliseconds>;

constexpr LocalTime countyTime(Instant moment)
{
    return LocalTime { moment.time_since_epoch() + countyOffset };
}

constexpr Instant fromCountyTime(LocalTime local)
{
    return Instant { local.time_since_epoch() - countyOffset };
}

/// The county's day on which `moment` falls.
constexpr Day dayOf(Instant moment)
{
    return std::chrono::floor<std::chrono::days>(countyTime(moment));
}

/// 00:00 of `day` in the county.
constexpr Instant startOf(Day day)
{
    return fromCountyTime(LocalTime { day });
}

/// 24:00 of `day` in the county, which is 00:00 of the next.
constexpr Instant endOf(Day day)
{
    return startOf(day + std::chrono::days { 1 });
}

/// `2023-07-12`; four-digit years.
std::string isoDay(Day day);

/// `2023-07-12T09:31:00+08:00`, with milliseconds only where there are any.
std::string isoCountyTime(Instant moment);

/// Reads `2023-07-12`; nothing else, no impossible day.
std::optional<Day> dayFromIso(std::string_view text);

/// Reads `2023-07-12`, `2023-07-12 09:31[:00[.000]]` or with `T`, and a zone `Z` or `+hh:mm`;
/// without a zone it is the county's time.
std::optional<Instant> instantFromIso(std::string_view text);

} // namespace huying
