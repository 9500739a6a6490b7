#pragma once

#include <domain/County.h>

#include <string>
#include <vector>

namespace huying
{

/// When in the year a matter is reported more than usual.
enum class Season : std::uint8_t { None, Summer, Winter, Spring, Autumn, Rain, OneHalf };

/// Where a matter is mostly reported.
enum class Setting : std::uint8_t { Anywhere, Village, Town };

/// One way of saying what is wrong; {地} {村} {数} stand for a place, the village and a small number.
struct Wording {
    std::string title;
    std::string sentence;
};

/// A sub-item with all that is needed to make up tickets of it.
struct Matter {
    Category category;
    int weight = 0; ///< its share among all
    Season season = Season::None;
    Setting setting = Setting::Anywhere;
    std::vector<Wording> wordings;
    std::string result; ///< what the unit answers
};

/// The tables of resources/county.
struct Catalogue {
    std::vector<Unit> departments;
    std::vector<Category> categories; ///< top items, each followed by its sub-items
    std::vector<Matter> matters; ///< the sub-items again, in the same order
};

/// Reads the tables that are part of the program.
Catalogue catalogue();

/// The lines of `name` in resources/county that are neither empty nor a remark.
std::vector<std::string> tableLines(std::string_view name);

} // namespace huying
