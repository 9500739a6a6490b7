#pragma once

#include <cstdint>

namespace huying
{

/// How a ticket stands against its deadline: green below 80 % of the counted time, yellow from there, red past it;
/// paused while it is on account.
enum class Lamp : std::uint8_t { InTime, Soon, Overdue, Paused };

} // namespace huying
