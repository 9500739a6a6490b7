#pragma once

#include "Random.h"

#include <set>
#include <string>
#include <string_view>

namespace huying
{

/// Made-up names, one after the other, none twice.
class VillageNames
{
public:
    explicit VillageNames(Random &random) : _random(random) {}

    /// Keeps `name` from being made.
    void reserve(const std::string &name) { _taken.insert(name); }
    std::string next();
    /// Two villages of one name, told apart by where they lie: 东…村 and 西…村 (or 南, 北), 前…村 and 后…村.
    std::pair<std::string, std::string> nextPair(std::string_view first, std::string_view second);

private:
    std::string stem();

    Random &_random;
    std::set<std::string> _taken;
};

/// A person's name, two or three characters.
std::string personName(Random &random);

/// 11 digits of a shape that is never assigned (mobile numbers begin with 1, area codes are not 000).
std::string unassignedTelephone(Random &random);

} // namespace huying
