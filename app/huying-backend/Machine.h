#pragma once

#include <domain/Instant.h>

#include <cstdint>
#include <span>

namespace huying
{

/// The clock of this machine.
Instant clockNow();

/// Fills with bytes of the system's generator.
void fillRandom(std::span<std::uint8_t> bytes);

} // namespace huying
