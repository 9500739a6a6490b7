#include "Texts.h"

#include <algorithm>

namespace huying
{

namespace
{

constexpr std::string_view wideSpace = "\u3000";
constexpr std::string_view hardSpace = "\u00a0";

/// How many bytes of white space `text` begins with.
std::size_t spaceAt(std::string_view text)
{
    if (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ' && text.front() != '\0') {
        return 1;
    }
    return text.starts_with(wideSpace) ? wideSpace.size() : text.starts_with(hardSpace) ? hardSpace.size() : 0;
}

bool endsInSpace(std::string_view text, std::size_t &length)
{
    length = 1;
    if (static_cast<unsigned char>(text.back()) <= ' ' && text.back() != '\0') {
        return true;
    }
    length = text.ends_with(wideSpace) ? wideSpace.size() : hardSpace.size();
    return text.ends_with(wideSpace) || text.ends_with(hardSpace);
}

bool beginsCharacter(char unit)
{
    return (static_cast<unsigned char>(unit) & 0xC0) != 0x80;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    while (const std::size_t space = spaceAt(text)) {
        text.remove_prefix(space);
    }
    std::size_t length = 0;
    while (!text.empty() && endsInSpace(text, length)) {
        text.remove_suffix(length);
    }
    return text;
}

std::string onOneLine(std::string_view text)
{
    text = trimmed(text);
    std::string line;
    line.reserve(text.size());
    while (!text.empty()) {
        const std::size_t space = spaceAt(text);
        if (space == 0) {
            line += text.front();
        } else if (line.back() != ' ') {
            line += ' ';
        }
        text.remove_prefix(std::max<std::size_t>(space, 1));
    }
    return line;
}

Cut cutAfter(std::string_view text, std::size_t count)
{
    if (text.size() <= count) {
        return { text, {} };
    }
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (beginsCharacter(text[i]) && characters++ == count) {
            return { text.substr(0, i), text.substr(i) };
        }
    }
    return { text, {} };
}

std::string shortened(std::string_view text, std::size_t most)
{
    const auto [head, rest] = cutAfter(text, most);
    return rest.empty() ? std::string(head) : std::string(cutAfter(head, most - 1).head) + "…";
}

std::string lowerCase(std::string_view word)
{
    std::string lower(word);
    std::ranges::transform(
        lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

std::string isoTimeOf(const std::optional<Instant> &time)
{
    return time ? isoCountyTime(*time) : std::string();
}

} // namespace huying
