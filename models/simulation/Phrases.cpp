#include "Phrases.h"

#include "Catalogue.h"

namespace huying
{

Phrases::Phrases()
{
    std::vector<std::string> *occasion = nullptr;
    for (std::string &line : tableLines("phrases.txt")) {
        if (line.starts_with('[') && line.ends_with(']')) {
            occasion = &_phrases[line.substr(1, line.size() - 2)];
        } else if (occasion) {
            occasion->push_back(std::move(line));
        }
    }
}

std::string Phrases::say(std::string_view occasion, Random &random, const Gaps &gaps) const
{
    return filled(random.pick(_phrases.find(occasion)->second), random, gaps);
}

std::string Phrases::filled(std::string_view text, Random &random, const Gaps &gaps)
{
    constexpr std::size_t gapLength = std::string_view("{地}").size();
    std::string made;
    made.reserve(text.size() + 32);
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{')) {
        made += text.substr(0, at);
        const std::string_view gap = text.substr(at, gapLength);
        if (gap == "{地}") {
            made += gaps.place;
        } else if (gap == "{村}") {
            made += gaps.village;
        } else if (gap == "{向}") {
            made += gaps.direction;
        } else if (gap == "{单}") {
            made += gaps.unit;
        } else {
            made += std::to_string(random.between(2, 9));
        }
        text.remove_prefix(at + gapLength);
    }
    return made += text;
}

} // namespace huying
