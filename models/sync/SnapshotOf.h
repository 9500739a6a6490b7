#pragma once

#include <cstdint>
#include <string_view>

namespace huying
{

/// Which tickets of those in an audience's sight a snapshot holds: every one, or, as a first part to begin work with,
/// those at work: open, or closed some days ago at most.
enum class SnapshotOf : std::uint8_t { Everything, AtWork };

/// The name of SnapshotOf::AtWork on the line and in a snapshot.
inline constexpr std::string_view atWorkName = "at-work";

} // namespace huying
