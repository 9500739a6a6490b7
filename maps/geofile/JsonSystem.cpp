#include "JsonSystem.h"

#include <cctype>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace huying
{

namespace
{

std::size_t endOfString(std::string_view text, std::size_t quote)
{
    for (std::size_t at = quote + 1; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '"') {
            return at;
        }
    }
    return text.size();
}

std::size_t afterBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at])) != 0) {
        ++at;
    }
    return at;
}

} // namespace

bool saysItsSystem(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    const std::string text { std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>() };
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        if (letter == '{' || letter == '[') {
            ++depth;
        } else if (letter == '}' || letter == ']') {
            --depth;
        } else if (letter == '"') {
            const std::size_t end = endOfString(text, at);
            const std::size_t colon = afterBlanks(text, end + 1);
            const bool isKey = depth == 1 && colon < text.size() && text[colon] == ':';
            if (isKey && std::string_view(text).substr(at + 1, end - at - 1) == "crs") {
                return !std::string_view(text).substr(afterBlanks(text, colon + 1)).starts_with("null");
            }
            at = end;
        }
    }
    return false;
}

} // namespace huying
