#pragma once

#include <heat/HeatColumns.h>

namespace huying
{

inline constexpr Instant start = startOf(Day { std::chrono::days { 19500 } });

HeatGrid countyGrid();
HeatPoint ticketAt(double longitude, double latitude);
/// `count` tickets in a few clusters and some noise, of every kind.
std::vector<HeatPoint> manyTickets(int count);
HeatColumns columnsOf(const std::vector<HeatPoint> &points);

} // namespace huying
