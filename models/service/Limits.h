#pragma once

#include <chrono>
#include <cstdint>

namespace huying
{

/// What one caller may cost: the service never holds more than this of anybody.
struct ServiceLimits {
    std::uint32_t headerBytes = 16 * 1024;
    std::uint64_t bodyBytes = 4 * 1024 * 1024;
    std::chrono::milliseconds requestTime {
        10'000
    }; ///< from the first byte of a request to its last, and for an answer to be taken
    std::chrono::milliseconds idleTime { 60'000 }; ///< between two requests of one connection
    std::chrono::milliseconds pulse { 2'000 }; ///< a quiet live feed says that nothing was missed
    int connections = 1024;
    int entriesAtOnce = 5'000;
    int proposalsAtOnce = 256;
    int trailsAtOnce = 2'000;
};

} // namespace huying
