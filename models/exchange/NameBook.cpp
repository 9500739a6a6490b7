#include "NameBook.h"

#include "Texts.h"

#include <functional>

namespace huying
{

namespace
{

constexpr std::size_t longestCode = 64;
constexpr std::size_t longestName = 100;

/// `01` to `99`, then `A0` to `ZZ`; two characters.
std::string levelCode(int index)
{
    constexpr std::string_view signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    if (index < 99) {
        const int number = index + 1;
        return { static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10) };
    }
    const auto beyond = static_cast<std::size_t>(index - 99);
    return { signs[10 + beyond / 36 % 26], signs[beyond % 36] };
}

std::string parentText(const CategoryCode &code)
{
    return code.text.size() > 2 ? code.text.substr(0, code.text.size() - 2) : std::string();
}

} // namespace

NameBook::NameBook(const Directory &known, const Mapping &mapping) : _mapping(mapping)
{
    for (const auto &[code, category] : known.categories()) {
        _categoryCodes.insert(code);
        _children.try_emplace({ parentText(code), category.name }, code);
    }
    const auto own = _children.find({ {}, shortened(mapping.system, longestName) });
    for (const auto &[code, category] : known.categories()) {
        if (own == _children.end() || !within(code, own->second)) {
            _county.try_emplace(category.name, code);
        }
    }
    for (const auto &[code, unit] : known.units()) {
        _units.try_emplace(unit.name, code);
        _units.try_emplace(code.text, code);
    }
}

CategoryCode NameBook::freeCode(const CategoryCode &parent) const
{
    CategoryCode code;
    int index = 0;
    do {
        code.text = parent.text + levelCode(index++);
    } while (_categoryCodes.contains(code));
    return code;
}

CategoryCode NameBook::category(const std::string &name, const CategoryCode &parent)
{
    const auto [found, isNew] = _children.try_emplace({ parent.text, name });
    if (isNew) {
        found->second = freeCode(parent);
        _categoryCodes.insert(found->second);
        _new.emplace_back(Category { found->second, name, _mapping.defaults.deadlineClass, {}, {} });
    }
    return found->second;
}

CategoryCode NameBook::sourceCategory()
{
    return category(shortened(_mapping.system, longestName), {});
}

CategoryCode NameBook::categoryOf(const SourceTicket &ticket)
{
    std::string name = ticket.category.empty() ? _mapping.defaults.category : ticket.category;
    if (name.empty()) {
        return {};
    }
    if (const auto translated = _mapping.categories.find(name); translated != _mapping.categories.end()) {
        name = translated->second;
    }
    name = shortened(onOneLine(name), longestName);
    if (_categoryCodes.contains({ name })) {
        return { name };
    }
    if (const auto known = _county.find(name); known != _county.end()) {
        return known->second;
    }
    const std::string group = shortened(onOneLine(ticket.categoryGroup), longestName);
    const CategoryCode top = sourceCategory();
    return category(name, group.empty() ? top : category(group, top));
}

UnitCode NameBook::unit(const std::string &given)
{
    const std::string name = shortened(onOneLine(given), longestName);
    const auto [found, isNew] = _units.try_emplace(name);
    if (isNew) {
        found->second.text = name.size() <= longestCode
            ? name
            : std::string(cutAfter(name, 12).head) + '-' + std::to_string(std::hash<std::string>()(name));
        _new.emplace_back(Unit { found->second, name, UnitKind::Department, {} });
    }
    return found->second;
}

UnitCode NameBook::unitOf(const SourceTicket &ticket)
{
    const std::string &name = ticket.unit.empty() ? _mapping.defaults.unit : ticket.unit;
    if (name.empty()) {
        return {};
    }
    const auto translated = _mapping.units.find(name);
    return unit(translated == _mapping.units.end() ? name : translated->second);
}

RowCodes NameBook::codesOf(const SourceTicket &ticket)
{
    const bool isHandled = ticket.state == SourceState::Closed || ticket.state == SourceState::Handling
        || ticket.state == SourceState::Assigned;
    RowCodes codes { categoryOf(ticket), unitOf(ticket), true };
    if (codes.unit.isEmpty() && isHandled) {
        codes.unit = unit(_mapping.system);
        codes.isUnitNamed = false;
    }
    if (codes.category.isEmpty() && (!codes.unit.isEmpty() || ticket.state == SourceState::Accepted)) {
        codes.category = sourceCategory();
    }
    return codes;
}

std::vector<CountyFact> NameBook::takeNew()
{
    return std::exchange(_new, {});
}

} // namespace huying
