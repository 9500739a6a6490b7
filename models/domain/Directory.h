#pragma once

#include "County.h"

#include <map>
#include <unordered_map>

namespace huying
{

/// The county's facts as they are now, by code: what names and lists on every screen are looked up in. A value.
class Directory
{
public:
    /// Sets `fact` anew.
    void set(CountyFact fact);

    const Region *region(const RegionCode &code) const;
    const Unit *unit(const UnitCode &code) const;
    const Category *category(const CategoryCode &code) const;
    const GridMember *memberOf(const RegionCode &grid) const;

    /// In the order of their codes.
    const std::map<RegionCode, Region> &regions() const { return _regions; }
    const std::map<UnitCode, Unit> &units() const { return _units; }
    const std::map<CategoryCode, Category> &categories() const { return _categories; }
    const std::map<std::string, HolidayNotice> &notices() const { return _notices; }
    /// By their names; withdrawn ones are not there.
    const std::map<std::string, ReferenceLayer> &referenceLayers() const { return _referenceLayers; }

    /// `西郭城镇 马家营村 03网格`: the names from the township down to `code`; the code itself where it is not known.
    std::string placeName(const RegionCode &code) const;
    /// The unit's or category's name, or its code where it is not known.
    std::string nameOf(const UnitCode &code) const;
    std::string nameOf(const CategoryCode &code) const;

    /// The units usually responsible for `category` at `place`: a department of the category, else the township's unit.
    struct Responsible {
        UnitCode lead;
        std::vector<UnitCode> cooperating;
    };
    std::optional<Responsible> responsibleFor(const CategoryCode &category, const RegionCode &place) const;

private:
    std::map<RegionCode, Region> _regions;
    std::map<UnitCode, Unit> _units;
    std::map<CategoryCode, Category> _categories;
    std::map<RegionCode, GridMember> _members;
    std::map<std::string, HolidayNotice> _notices;
    std::map<std::string, ReferenceLayer> _referenceLayers;
    std::unordered_map<RegionCode, UnitCode> _townshipUnits;
};

/// How long the code of a region of `level` is.
constexpr std::size_t codeLength(RegionLevel level)
{
    return level == RegionLevel::County ? 6 : 6 + 3 * static_cast<std::size_t>(level);
}

/// The region of `level` that `code` lies in; nothing when `code` is wider than that.
std::optional<RegionCode> regionAt(const RegionCode &code, RegionLevel level);

} // namespace huying
