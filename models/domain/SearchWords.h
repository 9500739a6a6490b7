#pragma once

#include "Codes.h"

#include <string>
#include <string_view>
#include <vector>

namespace huying
{

/// What is typed into a search field, in words: parted by spaces (the ideographic one too), letters of ASCII made
/// small.
std::vector<std::string> wordsIn(std::string_view typed);

/// Whether `word`, as wordsIn gives it, stands anywhere in `text`; capitals of ASCII are as small ones.
bool containsWord(std::string_view text, std::string_view word);

/// How many characters (code points) a word has.
std::size_t charactersIn(std::string_view word);

/// The pairs of neighbouring characters of `text`, each a token of hexadecimal digits, parted by spaces: what an index
/// holds of it. A word of n characters stands in a text only if its n - 1 pairs follow each other there.
std::string pairsOf(std::string_view text);

/// What a word of a search stands for beside itself: places and units whose initials it begins (`gsfwzx` 供水服务中心).
struct WordSense {
    std::string word;
    std::vector<RegionCode> regions;
    std::vector<UnitCode> units;

    bool operator==(const WordSense &) const = default;
};

} // namespace huying
