#pragma once

#include <domain/Directory.h>

#include <string>
#include <string_view>
#include <vector>

namespace huying
{

/// A region that was meant by what somebody typed.
struct PlaceMatch {
    RegionCode code;
    RegionLevel level = RegionLevel::Grid;
    std::string name; ///< from the township down: `西郭城镇 马家营村 03网格`

    bool operator==(const PlaceMatch &) const = default;
};

/// Search for a region by name, by the initials of its pinyin, or by code. Prepared once for a county (it reads the
/// pinyin of each name); a search looks at all names, some tenths of a millisecond for 3,000.
class PlaceNames
{
public:
    PlaceNames() = default;
    explicit PlaceNames(const Directory &directory);

    /// At most `limit` regions, best first. Each word has to be in the region's own name, initials or code or in those
    /// of what it lies in, and one of them in its own: `xgc mjy` is 马家营 in 西郭城. What begins with the word goes
    /// before what has it inside, a wider region before a narrower one, and then the code decides. Nothing for nothing.
    std::vector<PlaceMatch> find(std::string_view words, std::size_t limit = 20) const;

private:
    struct Entry {
        RegionCode code;
        RegionLevel level = RegionLevel::Grid;
        std::string own; ///< its name, letters small
        std::string initials;
        std::string joined; ///< a grid's with its village's name before it: `马家营村03网格`
        std::string joinedInitials;
        std::vector<std::uint32_t> above; ///< the entries it lies in
    };
    /// How well `word` stands for the entry itself: less is better; absent when it does not.
    static std::optional<int> fit(const Entry &entry, const std::string &word);
    std::optional<int> fit(const Entry &entry, const std::vector<std::string> &words) const;
    std::string nameOf(const Entry &entry) const;

    std::vector<Entry> entries_; ///< in the order of their codes
    std::vector<std::string> names_; ///< as written
};

} // namespace huying
