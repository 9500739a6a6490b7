#pragma once

#include <accounts/Audience.h>

#include <random>
#include <vector>

namespace huying::testing
{

/// Somebody of the hall, who sees all.
Account dispatcherAt(int desk);

/// Somebody at a desk: as often as not a dispatcher, else of a unit, of a township, or a leader.
Account anybodyAt(int desk, std::mt19937_64 &roles);

/// Whose eyes anybody at a desk may have, each once.
std::vector<Audience> everyAudience();

/// At which workstation.
Author authorAt(int desk, const Account &account);

/// One of three units to which tickets are given; two of them are townships.
UnitCode unitBy(std::uint64_t choice);

/// One of the two townships in which tickets lie, and the village in it where they do.
RegionCode townshipBy(std::uint64_t choice);
RegionCode villageIn(const RegionCode &township);

} // namespace huying::testing
