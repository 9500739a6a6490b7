#pragma once

#include <QRandomGenerator>

#include <array>
#include <cstdint>

namespace huying
{

/// From the system's generator: for ids and salts.
template <std::size_t size>
std::array<std::uint8_t, size> randomBytes()
{
    std::array<std::uint8_t, size> bytes {};
    for (std::uint8_t &byte : bytes) {
        byte = std::uint8_t(QRandomGenerator::system()->bounded(256));
    }
    return bytes;
}

} // namespace huying
