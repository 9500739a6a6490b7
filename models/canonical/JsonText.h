#pragma once

#include <domain/Uuid.h>

#include <array>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace huying
{

/// Appends `text` in quotation marks with the shortest escapes of JSON: `\"`, `\\`, `\b`, `\f`, `\n`, `\r`, `\t`,
/// `\u00xx` for other control characters, all else as it is (RFC 8785, 3.2.2.2). Does not look at UTF-8.
void appendText(std::string &json, std::string_view text);

/// Appends 16 bytes as `"018f2b6e-7c31-7a05-9b0c-0123456789ab"`.
void appendUuid(std::string &json, const Uuid &uuid);

/// Appends the bytes as lower-case hexadecimal digits in quotation marks.
void appendHex(std::string &json, std::span<const std::uint8_t> bytes);

/// Reads exactly `bytes.size()` bytes from lower-case hexadecimal digits.
bool readHex(std::string_view text, std::span<std::uint8_t> bytes);

template <std::integral Number>
void appendNumber(std::string &json, Number number)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    json.append(digits.data(), end);
}

} // namespace huying
