#pragma once

#include "CatchUp.h"

#include <domain/Directory.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace huying
{

/// The codes for a source's names of categories and units: those of the mapping, of the county, and new ones, made
/// when a name comes up for the first time.
///
/// New categories lie below one top category with the source's name, two characters a level; where the source has two
/// columns, the group's between. A name that the county knows already is the county's category, whatever its group.
class NameBook
{
public:
    NameBook(const Directory &known, const Mapping &mapping);

    /// The codes of what `ticket` names. A ticket that has come further than its report has a category, one that
    /// somebody handled a unit: the source itself where none is named.
    RowCodes codesOf(const SourceTicket &ticket);

    /// The facts that are new since the last call, each after those that it lies in.
    std::vector<CountyFact> takeNew();

private:
    CategoryCode categoryOf(const SourceTicket &ticket);
    UnitCode unitOf(const SourceTicket &ticket);
    CategoryCode category(const std::string &name, const CategoryCode &parent);
    CategoryCode sourceCategory();
    CategoryCode freeCode(const CategoryCode &parent) const;
    UnitCode unit(const std::string &name);

    const Mapping _mapping;
    std::map<std::pair<std::string, std::string>, CategoryCode> _children; ///< by the code above and the name
    std::map<std::string, CategoryCode> _county; ///< by name, outside the source's own branch
    std::set<CategoryCode> _categoryCodes;
    std::map<std::string, UnitCode> _units; ///< by name and by code
    std::vector<CountyFact> _new;
};

} // namespace huying
