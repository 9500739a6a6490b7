#include "Hours.h"

#include <algorithm>

namespace huying
{

using namespace std::chrono;

namespace
{

constexpr minutes unitOpens = hours { 8 } + minutes { 30 };
constexpr minutes unitCloses = hours { 17 } + minutes { 30 };
constexpr minutes hallOpens = hours { 7 } + minutes { 30 };
constexpr minutes hallCloses = hours { 20 } + minutes { 30 };

} // namespace

Hours::Hours(const Calendar &calendar, Day first, Day last) : _first(first)
{
    for (Day day = first; day <= last; day += days { 1 }) {
        _working.push_back(calendar.isWorkingDay(day));
    }
}

bool Hours::isWorkingDay(Day day) const
{
    const auto index = (day - _first).count();
    if (index >= 0 && index < std::ssize(_working)) {
        return _working[static_cast<std::size_t>(index)];
    }
    const weekday name { day };
    return name != Saturday && name != Sunday;
}

Instant Hours::worked(Instant from, minutes effort) const
{
    Day day = dayOf(from);
    milliseconds left = effort;
    milliseconds at = std::clamp<milliseconds>(from - startOf(day), unitOpens, unitCloses);
    while (!isWorkingDay(day) || at + left > unitCloses) {
        if (isWorkingDay(day)) {
            left -= unitCloses - at;
        }
        day += days { 1 };
        at = unitOpens;
    }
    return std::max(from, startOf(day) + at + left);
}

Instant Hours::inHall(Instant from, minutes delay)
{
    const Instant wanted = from + delay;
    const Day day = dayOf(wanted);
    const milliseconds at = wanted - startOf(day);
    if (at < hallOpens) {
        return startOf(day) + hallOpens + delay;
    }
    return at < hallCloses ? wanted : startOf(day + days { 1 }) + hallOpens + delay;
}

} // namespace huying
