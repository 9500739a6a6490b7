#pragma once

#include "Random.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace huying
{

/// What the gaps of a phrase are filled with: {地} {村} {数} {向} {单}.
struct Gaps {
    std::string place;
    std::string village;
    std::string direction;
    std::string unit;
};

/// The phrases of resources/county/phrases.txt, by occasion.
class Phrases
{
public:
    Phrases();

    /// One of the phrases for `occasion`, its gaps filled; small numbers are made up.
    std::string say(std::string_view occasion, Random &random, const Gaps &gaps = {}) const;

    /// `text` with its gaps filled.
    static std::string filled(std::string_view text, Random &random, const Gaps &gaps);

private:
    std::map<std::string, std::vector<std::string>, std::less<>> _phrases;
};

} // namespace huying
