#include "Stage.h"

#include <algorithm>
#include <format>

namespace huying
{

namespace
{

constexpr std::array<std::string_view, deskCount + 1> deskNames { "值守", "一席", "二席", "三席", "四席", "五席",
    "六席" };
constexpr std::string_view hall = "D06"; // 大数据发展中心
constexpr std::string_view lettersOffice = "D24"; // 信访局

} // namespace

Stage::Stage(
    std::uint64_t seed, std::span<const GeoPoint> border, const Calendar &calendar, Day first, Day last, int desksAfter)
    : _county(simulatedCounty(seed, border))
    , _tables(catalogue())
    , _places(_county)
    , _hours(calendar, first, last)
    , _desksAfter(desksAfter)
{
    for (std::size_t i = 0; i < _tables.matters.size(); ++i) {
        _matterOf.emplace(_tables.matters[i].category.code, i);
    }
    for (std::size_t i = 0; i < _county.units.size(); ++i) {
        _unitOf.emplace(_county.units[i].code, i);
    }
}

const Matter *Stage::matterOf(const CategoryCode &category) const
{
    const auto found = _matterOf.find(category);
    return found == _matterOf.end() ? nullptr : &_tables.matters[found->second];
}

Author Stage::dispatcher(std::uint32_t desk) const
{
    Author author;
    author.desk = std::format("{:02}", _desksAfter + static_cast<int>(desk));
    author.person = { std::format("T{}", author.desk) };
    author.name = std::format("调度员 {}", deskNames[desk % deskNames.size()]);
    author.role = Role::Dispatcher;
    author.unit = { std::string(hall) };
    return author;
}

std::string Stage::letterBox() const
{
    return std::format("{:02}", _desksAfter);
}

Author Stage::clerk(const UnitCode &unit, std::uint32_t which) const
{
    const auto found = _unitOf.find(unit);
    const bool isTownship = found != _unitOf.end() && _county.units[found->second].kind == UnitKind::Township;
    Author author;
    author.person = { std::format("{}-{}", unit.text, which) };
    author.name = std::format("{} 经办员", nameOf(unit));
    author.role = isTownship ? Role::Township : Role::Unit;
    author.unit = unit;
    return author;
}

Author Stage::leader(const UnitCode &unit) const
{
    Author author;
    author.person = { std::format("{}-L", unit.text) };
    author.name = std::format("{} 分管领导", nameOf(unit));
    author.role = Role::Leader;
    author.unit = unit;
    return author;
}

Author Stage::member(const Spot &spot) const
{
    Author author;
    author.person = _county.members[spot.gridIndex].code;
    author.name = std::format("{} {}员", spot.village->name, spot.grid->name);
    author.role = Role::Township;
    author.unit = { spot.township->code.text };
    return author;
}

Author Stage::citizen() const
{
    Author author;
    author.name = "群众";
    author.role = Role::Citizen;
    return author;
}

Author Stage::machine(std::string_view name) const
{
    Author author;
    author.name = name;
    author.role = Role::Machine;
    return author;
}

std::string Stage::nameOf(const UnitCode &unit) const
{
    const auto found = _unitOf.find(unit);
    return found == _unitOf.end() ? unit.text : _county.units[found->second].name;
}

UnitCode Stage::leadFor(const Ticket &ticket) const
{
    const Matter *matter = matterOf(ticket.category);
    if (matter && !matter->category.lead.isEmpty()) {
        return matter->category.lead;
    }
    const Spot *spot = _places.spotOf(ticket.place.region);
    return { spot ? spot->township->code.text : std::string(lettersOffice) };
}

std::vector<UnitCode> Stage::cooperatingFor(const Ticket &ticket, const UnitCode &lead) const
{
    std::vector<UnitCode> units;
    if (const Matter *matter = matterOf(ticket.category)) {
        units = matter->category.cooperating;
    }
    std::erase(units, lead);
    return units;
}

UnitCode Stage::anotherThan(const UnitCode &unit, Random &random) const
{
    for (;;) {
        const Unit &other = random.pick(_county.units);
        if (other.code != unit) {
            return other.code;
        }
    }
}

} // namespace huying
