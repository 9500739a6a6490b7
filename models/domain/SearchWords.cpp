#include "SearchWords.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace huying
{

namespace
{

constexpr std::string_view ideographicSpace = "\u3000";

char small(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool continues(char byte)
{
    return (static_cast<std::uint8_t>(byte) & 0xc0U) == 0x80;
}

/// Takes a character off the front; of what is no UTF-8 a byte at a time.
std::string_view takeCharacter(std::string_view &text)
{
    std::size_t length = 1;
    while (length < text.size() && length < 4 && continues(text[length])) {
        ++length;
    }
    const std::string_view character = text.substr(0, length);
    text.remove_prefix(length);
    return character;
}

void addHex(std::string &tokens, std::string_view character)
{
    constexpr std::string_view digits = "0123456789abcdef";
    for (const char byte : character) {
        const auto value = static_cast<std::uint8_t>(small(byte));
        tokens += digits[value >> 4];
        tokens += digits[value & 15U];
    }
}

} // namespace

std::vector<std::string> wordsIn(std::string_view typed)
{
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    };
    while (!typed.empty()) {
        const std::string_view character = takeCharacter(typed);
        if (character == ideographicSpace
            || (character.size() == 1 && character.front() <= ' ' && character.front() >= 0)) {
            end();
        } else {
            std::ranges::transform(character, std::back_inserter(word), small);
        }
    }
    end();
    return words;
}

bool containsWord(std::string_view text, std::string_view word)
{
    return !std::ranges::search(text, word, {}, small).empty() || word.empty();
}

std::size_t charactersIn(std::string_view word)
{
    std::size_t count = 0;
    for (; !word.empty(); ++count) {
        takeCharacter(word);
    }
    return count;
}

std::string pairsOf(std::string_view text)
{
    std::string tokens;
    tokens.reserve(text.size() * 4);
    if (text.empty()) {
        return tokens;
    }
    for (std::string_view before = takeCharacter(text); !text.empty();) {
        const std::string_view next = takeCharacter(text);
        tokens += tokens.empty() ? "" : " ";
        addHex(tokens, before);
        addHex(tokens, next);
        before = next;
    }
    return tokens;
}

} // namespace huying
