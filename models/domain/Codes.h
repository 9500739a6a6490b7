#pragma once

#include <compare>
#include <functional>
#include <string>

namespace huying
{

/// A code of one kind of thing; two kinds do not compare or convert.
template <class Kind>
struct Code {
    std::string text;

    bool isEmpty() const { return text.empty(); }
    auto operator<=>(const Code &) const = default;
};

/// 6 digits county (GB/T 2260), 9 township, 12 village, 15 grid; a longer code lies in every shorter one that begins
/// it.
using RegionCode = Code<struct RegionTag>;
using UnitCode = Code<struct UnitTag>;
/// `09` a top item of the responsibility list's tree, `0903` one below it, and so on, two digits a level.
using CategoryCode = Code<struct CategoryTag>;
/// A person with an account at the desk or a unit, never a citizen.
using PersonCode = Code<struct PersonTag>;
/// An item of the responsibility list: `version/item`.
using ItemCode = Code<struct ItemTag>;

/// Whether `inner` is `outer` or lies within it.
template <class Kind>
bool within(const Code<Kind> &inner, const Code<Kind> &outer)
{
    return inner.text.starts_with(outer.text);
}

} // namespace huying

template <class Kind>
struct std::hash<huying::Code<Kind>> {
    std::size_t operator()(const huying::Code<Kind> &code) const noexcept
    {
        return std::hash<std::string>()(code.text);
    }
};
