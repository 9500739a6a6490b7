#include "Choices.h"

#include "Wording.h"

#include <language/Initials.h>

namespace huying
{

namespace
{
constexpr std::size_t categoryLevel = 2; ///< characters of a code for each level of the tree
}

std::vector<TreeChoice> categoryChoices(const Directory &directory)
{
    std::vector<TreeChoice> choices;
    for (const auto &[code, category] : directory.categories()) {
        const std::string_view own = code.text;
        const auto above = own.substr(0, own.size() > categoryLevel ? own.size() - categoryLevel : 0);
        choices.push_back(
            { shown(category.name), shown(code.text), shown(std::string(above)), shown(initialsOf(category.name)) });
    }
    return choices;
}

std::vector<TreeChoice> regionChoices(const Directory &directory)
{
    std::vector<TreeChoice> choices;
    for (const auto &[code, region] : directory.regions()) {
        if (region.level == RegionLevel::County) {
            continue;
        }
        const auto above = regionAt(code, RegionLevel(static_cast<int>(region.level) - 1));
        const bool isNamed = region.level != RegionLevel::Grid; // grids have numbers, and are many
        choices.push_back({ shown(region.name), shown(code.text), above ? shown(above->text) : QString(),
            isNamed ? shown(initialsOf(region.name)) : QString() });
    }
    return choices;
}

} // namespace huying
