#pragma once

#include <domain/Directory.h>
#include <domain/SearchWords.h>

#include <string>
#include <string_view>
#include <vector>

namespace huying
{

/// The first letters of a name's syllables as they are typed, small: `gsfwzx` for 供水服务中心, by ICU's reading of
/// each character (Han-Latin). Letters and digits of ASCII stand for themselves, all else is left out.
std::string initialsOf(std::string_view name);

/// The units, townships and villages of a county by their initials.
class Initials
{
public:
    Initials() = default;
    explicit Initials(const Directory &directory);

    /// What each word that may be initials, two letters or more, stands for.
    std::vector<WordSense> sensesOf(std::string_view words) const;

private:
    std::vector<std::pair<std::string, RegionCode>> _regions;
    std::vector<std::pair<std::string, UnitCode>> _units;
};

} // namespace huying
