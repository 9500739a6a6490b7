#pragma once

#include "Bins.h"
#include "Sifting.h"

namespace huying
{

enum class BinChange : std::uint8_t {
    Anew, ///< the bins are cleared first
    More,
    Less, ///< what was counted before is taken out
};

/// Counts the tickets of `days` that pass `gate`, on several threads where that is worth it. Each has rows of bins of
/// its own, and goes through all days with so few of them at a time that they stay in its processor's cache. The bins
/// are left half-done when stopped.
BinTally count(
    Bins &bins, BinChange change, std::span<const DayPart> days, const Gate &gate, const std::stop_token &stop);

} // namespace huying
