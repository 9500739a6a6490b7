#include "FileName.h"

namespace huying
{

namespace
{

constexpr std::size_t longestFileName = 100;
constexpr std::string_view notThere = ":*?\"<>|";

bool isBlankOrDot(char c)
{
    return c == '.' || c == ' ';
}

/// At most `most` bytes, and no half of a character.
void shorten(std::string &text, std::size_t most)
{
    if (text.size() <= most) {
        return;
    }
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) {
        --most;
    }
    text.resize(most);
}

} // namespace

std::string safeFileName(std::string_view name)
{
    if (const auto path = name.find_last_of("/\\"); path != std::string_view::npos) {
        name.remove_prefix(path + 1);
    }
    std::string safe;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7F && !notThere.contains(c) && !(safe.empty() && isBlankOrDot(c))) {
            safe += c;
        }
    }
    while (!safe.empty() && isBlankOrDot(safe.back())) {
        safe.pop_back();
    }
    const auto dot = safe.rfind('.');
    std::string ending = dot == std::string::npos || safe.size() - dot > 6 ? std::string() : safe.substr(dot);
    safe.resize(safe.size() - ending.size());
    shorten(safe, longestFileName - ending.size());
    return (safe.empty() ? "photo" : safe) + ending;
}

} // namespace huying
