#include "Directory.h"

namespace huying
{

namespace
{

template <class Key, class Value>
const Value *found(const std::map<Key, Value> &in, const Key &key)
{
    const auto at = in.find(key);
    return at == in.end() ? nullptr : &at->second;
}

} // namespace

void Directory::set(CountyFact fact)
{
    if (auto *region = std::get_if<Region>(&fact)) {
        _regions.insert_or_assign(region->code, std::move(*region));
    } else if (auto *unit = std::get_if<Unit>(&fact)) {
        if (unit->kind == UnitKind::Township) {
            _townshipUnits.insert_or_assign(unit->region, unit->code);
        }
        _units.insert_or_assign(unit->code, std::move(*unit));
    } else if (auto *category = std::get_if<Category>(&fact)) {
        _categories.insert_or_assign(category->code, std::move(*category));
    } else if (auto *member = std::get_if<GridMember>(&fact)) {
        _members.insert_or_assign(member->grid, std::move(*member));
    } else if (auto *notice = std::get_if<HolidayNotice>(&fact)) {
        _notices.insert_or_assign(notice->documentNumber, std::move(*notice));
    } else if (auto *layer = std::get_if<ReferenceLayer>(&fact)) {
        if (layer->features.empty()) {
            _referenceLayers.erase(layer->name);
        } else {
            _referenceLayers.insert_or_assign(layer->name, std::move(*layer));
        }
    }
}

const Region *Directory::region(const RegionCode &code) const
{
    return found(_regions, code);
}

const Unit *Directory::unit(const UnitCode &code) const
{
    return found(_units, code);
}

const Category *Directory::category(const CategoryCode &code) const
{
    return found(_categories, code);
}

const GridMember *Directory::memberOf(const RegionCode &grid) const
{
    return found(_members, grid);
}

std::string Directory::placeName(const RegionCode &code) const
{
    std::string name;
    for (const RegionLevel level : { RegionLevel::Township, RegionLevel::Village, RegionLevel::Grid }) {
        const auto part = regionAt(code, level);
        const Region *known = part ? region(*part) : nullptr;
        if (known) {
            name += name.empty() ? known->name : " " + known->name;
        }
    }
    if (!name.empty()) {
        return name;
    }
    const Region *itself = region(code);
    return itself ? itself->name : code.text;
}

std::string Directory::nameOf(const UnitCode &code) const
{
    const Unit *known = unit(code);
    return known ? known->name : code.text;
}

std::string Directory::nameOf(const CategoryCode &code) const
{
    const Category *known = category(code);
    return known ? known->name : code.text;
}

std::optional<Directory::Responsible> Directory::responsibleFor(const CategoryCode &code, const RegionCode &place) const
{
    const Category *known = category(code);
    const auto township = regionAt(place, RegionLevel::Township);
    const auto unitThere = township ? _townshipUnits.find(*township) : _townshipUnits.end();
    if (known && !known->lead.isEmpty()) {
        Responsible responsible { .lead = known->lead, .cooperating = known->cooperating };
        if (responsible.cooperating.empty() && unitThere != _townshipUnits.end()) {
            responsible.cooperating.push_back(unitThere->second);
        }
        return responsible;
    }
    if (known && unitThere != _townshipUnits.end()) {
        return Responsible { .lead = unitThere->second, .cooperating = known->cooperating };
    }
    return std::nullopt;
}

std::optional<RegionCode> regionAt(const RegionCode &code, RegionLevel level)
{
    const std::size_t length = codeLength(level);
    return code.text.size() >= length ? std::optional(RegionCode { code.text.substr(0, length) }) : std::nullopt;
}

} // namespace huying
