#pragma once

#include "Hindrances.h"

namespace huying
{

// What the ledger takes, counted in characters.
inline constexpr std::size_t longestTitle = 200;
inline constexpr std::size_t longestDetail = 4000;
inline constexpr std::size_t longestText = 2000;
inline constexpr std::size_t longestName = 200;
inline constexpr std::size_t longestCode = 64;
inline constexpr std::size_t mostUnits = 64;
inline constexpr int mostWorkingDays = 250;

/// What is wrong with `event` by itself, whatever its ticket (kind Invalid): a text that is missing, too long or not
/// UTF-8, an importance of 4, a place off the globe, a unit named twice, a moment outside 1970 to 2199.
Hindrance faultIn(const TicketEvent &event);

} // namespace huying
