#include "Calendar.h"

#include <algorithm>
#include <limits>

namespace huying
{

namespace
{

using std::chrono::days;

constexpr std::int64_t daysFromMonday = 3; // 1970-01-01 was a Thursday; the count's epoch is Monday 1969-12-29

struct Week {
    std::int64_t number;
    std::int64_t rest; ///< 0 to size - 1
};

constexpr Week weekOf(std::int64_t count, std::int64_t size)
{
    const std::int64_t rest = ((count % size) + size) % size;
    return { (count - rest) / size, rest };
}

/// Mondays to Fridays from the count's epoch up to and with `day`; fewer than none before it.
constexpr std::int64_t weekdaysUpTo(Day day)
{
    const Week week = weekOf(day.time_since_epoch().count() + daysFromMonday, 7);
    return 5 * week.number + std::min<std::int64_t>(week.rest + 1, 5);
}

/// The first day for which `weekdaysUpTo` is `number`: a Monday to Friday.
constexpr Day weekdayNumber(std::int64_t number)
{
    const Week week = weekOf(number - 1, 5);
    return Day { days { 7 * week.number + week.rest - daysFromMonday } };
}

constexpr bool isWeekday(Day day)
{
    return weekOf(day.time_since_epoch().count() + daysFromMonday, 7).rest < 5;
}

constexpr Day firstOf(std::chrono::year year)
{
    return Day { year / std::chrono::January / 1 };
}

constexpr Day lastOf(std::chrono::year year)
{
    return Day { year / std::chrono::December / 31 };
}

} // namespace

std::expected<Calendar, Failure> Calendar::fromNotices(std::span<const HolidayNotice> notices)
{
    for (const HolidayNotice &notice : notices) {
        if (const auto sound = checkNotice(notice); !sound) {
            return std::unexpected(sound.error());
        }
    }
    Calendar calendar;
    calendar._notices.assign(notices.begin(), notices.end());
    std::ranges::stable_sort(calendar._notices, {}, &HolidayNotice::issuedOn);
    for (std::size_t i = 0; i < calendar._notices.size(); ++i) {
        calendar.name(i);
    }
    calendar.countExceptions();
    calendar.settle();
    return calendar;
}

void Calendar::name(std::size_t notice)
{
    const HolidayNotice &said = _notices[notice];
    for (const DayOffRange &range : said.daysOff) {
        for (Day day = range.first; day <= range.last; day += days { 1 }) {
            nameOne(day, { DayReason::Holiday, range.name, said.documentNumber });
        }
    }
    for (const MakeUpDay &makeUp : said.makeUpDays) {
        nameOne(makeUp.day, { DayReason::MakeUp, makeUp.name, said.documentNumber });
    }
}

void Calendar::nameOne(Day day, DayKind kind)
{
    const auto at = std::ranges::lower_bound(_named, day, {}, &NamedDay::day);
    if (at != _named.end() && at->day == day) {
        at->kind = std::move(kind);
    } else {
        _named.insert(at, { day, std::move(kind) });
    }
}

void Calendar::countExceptions()
{
    std::int64_t excess = 0;
    for (const NamedDay &named : _named) {
        const bool works = named.kind.isWorking();
        if (works != isWeekday(named.day)) {
            excess += works ? 1 : -1;
            _exceptions.push_back({ named.day, weekdaysUpTo(named.day) + excess, excess });
        }
    }
}

void Calendar::settle()
{
    std::vector<Settled> spans;
    for (const HolidayNotice &notice : _notices) {
        const std::chrono::year year { notice.year };
        spans.push_back({ firstOf(year), lastOf(year) });
    }
    for (const NamedDay &named : _named) {
        spans.push_back({ named.day, named.day });
    }
    std::ranges::sort(spans, {}, &Settled::first);
    for (const Settled &span : spans) {
        if (!_settled.empty() && span.first <= _settled.back().last + days { 1 }) {
            _settled.back().last = std::max(_settled.back().last, span.last);
        } else {
            _settled.push_back(span);
        }
    }
}

DayKind Calendar::kindOf(Day day) const
{
    const auto named = std::ranges::lower_bound(_named, day, {}, &NamedDay::day);
    if (named != _named.end() && named->day == day) {
        return named->kind;
    }
    if (isSettled(day, day)) {
        return { isWeekday(day) ? DayReason::Weekday : DayReason::Weekend, {}, {} };
    }
    return { isWeekday(day) ? DayReason::WeekdayUnnoticed : DayReason::WeekendUnnoticed, {}, {} };
}

bool Calendar::isWorkingDay(Day day) const
{
    return std::ranges::binary_search(_exceptions, day, {}, &Exception::day) != isWeekday(day);
}

bool Calendar::hasNotice(std::chrono::year year) const
{
    return std::ranges::contains(_notices, static_cast<int>(year), &HolidayNotice::year);
}

bool Calendar::isSettled(Day first, Day last) const
{
    const auto after = std::ranges::upper_bound(_settled, first, {}, &Settled::first);
    return last < first || (after != _settled.begin() && last <= std::prev(after)->last);
}

std::int64_t Calendar::workingDaysUpTo(Day day) const
{
    const auto after = std::ranges::upper_bound(_exceptions, day, {}, &Exception::day);
    return weekdaysUpTo(day) + (after == _exceptions.begin() ? 0 : std::prev(after)->excess);
}

Day Calendar::addWorkingDays(Day day, int count) const
{
    if (count <= 0) {
        return day;
    }
    // Between two exceptions the count runs by weekdays alone, so the day sought is either the exception that reaches
    // `number`, or lies by weekdays between it and the exception before.
    const std::int64_t number = workingDaysUpTo(day) + count;
    const auto reaching = std::ranges::lower_bound(_exceptions, number, {}, &Exception::workingDays);
    const std::int64_t excess = reaching == _exceptions.begin() ? 0 : std::prev(reaching)->excess;
    const Day byWeekdays = weekdayNumber(number - excess);
    return reaching == _exceptions.end() ? byWeekdays : std::min(byWeekdays, reaching->day);
}

int Calendar::workingDaysBetween(Day from, Day to) const
{
    if (to <= from) {
        return 0;
    }
    const std::int64_t count = workingDaysUpTo(to) - workingDaysUpTo(from);
    return static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
}

} // namespace huying
