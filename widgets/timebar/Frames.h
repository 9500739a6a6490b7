#pragma once

#include <domain/Instant.h>

#include <cstdint>
#include <span>
#include <vector>

namespace huying
{

/// How far the picture moves on at a time.
enum class FrameStep : std::uint8_t { ByHour, ByDay, ByWeek, ByMonth };

/// One frame: what was reported from `from` to before `until`.
struct Frame {
    Instant from;
    Instant until;

    bool operator==(const Frame &) const = default;
};

/// The frame of `step` in which `moment` lies, by the county's clock; weeks begin on Monday.
Frame frameAt(Instant moment, FrameStep step);

/// The frames from the one of `from` to the last that begins before `until`; at most `most`, the latest of them.
std::vector<Frame> framesBetween(Instant from, Instant until, FrameStep step, std::size_t most = 20'000);

/// The tickets of each frame, from counts by the hour of which the first begins at `begin`, a whole hour.
std::vector<std::uint32_t> countsOf(
    std::span<const Frame> frames, std::span<const std::uint32_t> byHour, Instant begin);

} // namespace huying
