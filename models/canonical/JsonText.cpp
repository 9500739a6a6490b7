#include "JsonText.h"

#include <cstring>

namespace huying
{

namespace
{

constexpr std::string_view hexDigits = "0123456789abcdef";

bool needsEscape(char character)
{
    return static_cast<unsigned char>(character) < 0x20 || character == '"' || character == '\\';
}

/// Whether one of eight bytes is below 0x20, a quotation mark or a backslash.
bool anyNeedsEscape(std::uint64_t eight)
{
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t highs = 0x8080808080808080;
    const auto hasZero = [](std::uint64_t bytes) { return (bytes - ones) & ~bytes & highs; };
    const std::uint64_t below = (eight - ones * 0x20) & ~eight & highs;
    return (below | hasZero(eight ^ (ones * '"')) | hasZero(eight ^ (ones * '\\'))) != 0;
}

/// The first place from `from` on that has to be escaped, or the end.
std::size_t nextEscape(std::string_view text, std::size_t from)
{
    while (from + 8 <= text.size()) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + from, sizeof eight);
        if (anyNeedsEscape(eight)) {
            break;
        }
        from += 8;
    }
    while (from < text.size() && !needsEscape(text[from])) {
        ++from;
    }
    return from;
}

void appendEscape(std::string &json, char character)
{
    switch (character) {
    case '"':
        json += "\\\"";
        return;
    case '\\':
        json += "\\\\";
        return;
    case '\b':
        json += "\\b";
        return;
    case '\f':
        json += "\\f";
        return;
    case '\n':
        json += "\\n";
        return;
    case '\r':
        json += "\\r";
        return;
    case '\t':
        json += "\\t";
        return;
    default:
        json += "\\u00";
        json += hexDigits[static_cast<unsigned char>(character) >> 4];
        json += hexDigits[character & 0x0f];
    }
}

int valueOf(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

} // namespace

void appendText(std::string &json, std::string_view text)
{
    json += '"';
    std::size_t from = 0;
    while (true) {
        const std::size_t to = nextEscape(text, from);
        json.append(text, from, to - from);
        if (to == text.size()) {
            break;
        }
        appendEscape(json, text[to]);
        from = to + 1;
    }
    json += '"';
}

void appendUuid(std::string &json, const Uuid &uuid)
{
    json += '"';
    json += toText(uuid);
    json += '"';
}

void appendHex(std::string &json, std::span<const std::uint8_t> bytes)
{
    const std::size_t begin = json.size();
    json.resize(begin + 2 * bytes.size() + 2, '"');
    char *to = json.data() + begin + 1;
    for (const std::uint8_t byte : bytes) {
        *to++ = hexDigits[byte >> 4];
        *to++ = hexDigits[byte & 0x0f];
    }
}

bool readHex(std::string_view text, std::span<std::uint8_t> bytes)
{
    if (text.size() != bytes.size() * 2) {
        return false;
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int high = valueOf(text[2 * i]);
        const int low = valueOf(text[2 * i + 1]);
        if (high < 0 || low < 0) {
            return false;
        }
        bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return true;
}

} // namespace huying
