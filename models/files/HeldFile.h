#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>

namespace huying
{

enum class WhenHeld : std::uint8_t { Wait, GiveUp };

/// Opens `path` to read and write, made with the rights `mode` where it is not there, for one holder at a time: the
/// system takes it away with the process, however that ended. The descriptor, to be closed by the caller; else errno,
/// EWOULDBLOCK where somebody else holds it.
std::expected<int, int> openHeld(const std::filesystem::path &path, unsigned mode, WhenHeld whenHeld);

} // namespace huying
