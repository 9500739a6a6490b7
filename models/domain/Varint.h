#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace huying
{

// Whole numbers in as few bytes as they need, seven bits a byte, the lowest first.

inline void putVarint(std::string &bytes, std::uint64_t value)
{
    while (value >= 0x80) {
        bytes += static_cast<char>(value | 0x80);
        value >>= 7;
    }
    bytes += static_cast<char>(value);
}

/// Takes a number off the front of `bytes`; 0 where they end too early.
inline std::uint64_t takeVarint(std::string_view &bytes)
{
    std::uint64_t value = 0;
    for (unsigned shift = 0; !bytes.empty() && shift < 64; shift += 7) {
        const auto byte = static_cast<std::uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        value |= std::uint64_t { byte & 0x7fU } << shift;
        if (byte < 0x80) {
            return value;
        }
    }
    return 0;
}

/// Numbers that may be negative, small ones in few bytes: 0, -1, 1, -2, …
constexpr std::uint64_t zigzag(std::int64_t value)
{
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}

constexpr std::int64_t unzigzag(std::uint64_t value)
{
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

} // namespace huying
