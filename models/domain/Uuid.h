#pragma once

#include "Instant.h"

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace huying
{

/// 128 bits, in the order in which they are written. The log's ids are UUIDv7 (RFC 9562, 5.7).
struct Uuid {
    std::array<std::uint8_t, 16> bytes {};

    bool isNull() const { return *this == Uuid {}; }
    auto operator<=>(const Uuid &) const = default;
};

/// A UUIDv7 of `moment` and 74 of the 80 bits of `random`.
Uuid uuid7(Instant moment, const std::array<std::uint8_t, 10> &random);

/// The moment in a UUIDv7.
Instant momentOf(const Uuid &uuid);

/// `018f2b6e-7c31-7a05-9b0c-0123456789ab`.
std::string toText(const Uuid &uuid);

/// Reads 32 hexadecimal digits, with or without the four hyphens.
std::optional<Uuid> uuidFromText(std::string_view text);

/// The 16 bytes as they are; nothing when there are not 16.
std::optional<Uuid> uuidFromBytes(std::string_view bytes);

inline std::string_view bytesOf(const Uuid &uuid)
{
    return { reinterpret_cast<const char *>(uuid.bytes.data()), uuid.bytes.size() };
}

using EventId = Uuid;
/// A ticket's id is the id of the event that reported it.
using TicketId = Uuid;

} // namespace huying

template <>
struct std::hash<huying::Uuid> {
    std::size_t operator()(const huying::Uuid &uuid) const noexcept
    {
        std::uint64_t low = 0;
        std::memcpy(&low, uuid.bytes.data() + 8, sizeof low);
        low ^= low >> 32;
        low *= 0x9E3779B97F4A7C15ULL;
        return low ^ low >> 29;
    }
};
