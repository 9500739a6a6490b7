#include "Uuid.h"

#include <algorithm>

namespace huying
{

namespace
{

constexpr std::string_view hexDigits = "0123456789abcdef";

int valueOf(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    const char lower = static_cast<char>(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

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
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < uuid.bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            text += '-';
        }
        text += hexDigits[uuid.bytes[i] >> 4];
        text += hexDigits[uuid.bytes[i] & 0x0f];
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
    std::size_t digit = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (hyphens && (at == 8 || at == 13 || at == 18 || at == 23)) {
            continue;
        }
        const int value = valueOf(text[at]);
        if (value < 0) {
            return std::nullopt;
        }
        uuid.bytes[digit / 2] = static_cast<std::uint8_t>(uuid.bytes[digit / 2] << 4 | value);
        ++digit;
    }
    return uuid;
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
