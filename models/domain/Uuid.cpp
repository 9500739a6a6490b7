#include "Uuid.h"

#include <algorithm>

namespace huying
{

namespace
{

constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr std::uint8_t noDigit = 0xff;

/// What each character is worth as a digit of base 16. Ids are read by the million.
constexpr auto values = [] {
    std::array<std::uint8_t, 256> all {};
    all.fill(noDigit);
    for (std::uint8_t value = 0; value < 16; ++value) {
        const char digit = hexDigits[value];
        all[static_cast<unsigned char>(digit)] = value;
        all[static_cast<unsigned char>(digit >= 'a' ? digit - 'a' + 'A' : digit)] = value;
    }
    return all;
}();

/// Where the two digits of each byte begin in a text with hyphens.
constexpr std::array<std::uint8_t, 16> placesWithHyphens { 0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34 };

} // namespace

Uuid uuid7(Instant moment, const std::array<std::uint8_t, 10> &random)
{
    Uuid made;
    const auto milliseconds = static_cast<std::uint64_t>(moment.time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i) {
        made.bytes[i] = static_cast<std::uint8_t>(milliseconds >> (40 - 8 * i));
    }
    std::ranges::copy(random, made.bytes.begin() + 6);
    made.bytes[6] = static_cast<std::uint8_t>(0x70 | (made.bytes[6] & 0x0f));
    made.bytes[8] = static_cast<std::uint8_t>(0x80 | (made.bytes[8] & 0x3f));
    return made;
}

Instant momentOf(const Uuid &uuid)
{
    std::int64_t milliseconds = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        milliseconds = milliseconds << 8 | uuid.bytes[i];
    }
    return Instant { std::chrono::milliseconds { milliseconds } };
}

std::string toText(const Uuid &uuid)
{
    std::string text(36, '-');
    for (std::size_t i = 0; i < uuid.bytes.size(); ++i) {
        text[placesWithHyphens[i]] = hexDigits[uuid.bytes[i] >> 4];
        text[placesWithHyphens[i] + 1U] = hexDigits[uuid.bytes[i] & 0x0f];
    }
    return text;
}

std::optional<Uuid> uuidFromText(std::string_view text)
{
    const bool hyphens = text.size() == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-';
    if (!hyphens && text.size() != 32) {
        return std::nullopt;
    }
    Uuid uuid;
    std::uint8_t wrong = 0;
    for (std::size_t i = 0; i < uuid.bytes.size(); ++i) {
        const std::size_t at = hyphens ? placesWithHyphens[i] : 2 * i;
        const std::uint8_t high = values[static_cast<unsigned char>(text[at])];
        const std::uint8_t low = values[static_cast<unsigned char>(text[at + 1])];
        uuid.bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
        wrong |= high | low;
    }
    return wrong < 16 ? std::optional(uuid) : std::nullopt;
}

std::optional<Uuid> uuidFromBytes(std::string_view bytes)
{
    Uuid uuid;
    if (bytes.size() != uuid.bytes.size()) {
        return std::nullopt;
    }
    std::memcpy(uuid.bytes.data(), bytes.data(), bytes.size());
    return uuid;
}

} // namespace huying
