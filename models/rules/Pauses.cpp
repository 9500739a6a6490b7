#include "Pauses.h"

#include <algorithm>

namespace huying
{

namespace
{

using std::chrono::days;
using std::chrono::milliseconds;

template <class Point>
void sortAndMerge(std::vector<Pause<Point>> &pauses)
{
    std::erase_if(pauses, [](const Pause<Point> &pause) { return pause.until <= pause.from; });
    std::ranges::sort(pauses, {}, &Pause<Point>::from);
    std::size_t kept = 0;
    for (std::size_t i = 1; i < pauses.size(); ++i) {
        if (pauses[i].from <= pauses[kept].until) {
            pauses[kept].until = std::max(pauses[kept].until, pauses[i].until);
        } else {
            pauses[++kept] = pauses[i];
        }
    }
    if (!pauses.empty()) {
        pauses.resize(kept + 1);
    }
}

} // namespace

Pauses pausesOf(std::span<const OnAccount> accounts)
{
    Pauses pauses;
    for (const OnAccount &account : accounts) {
        if (account.until) {
            pauses.moments.push_back({ account.since, *account.until });
            pauses.days.push_back({ dayOf(account.since), dayOf(*account.until) });
        }
    }
    sortAndMerge(pauses.moments);
    sortAndMerge(pauses.days);
    return pauses;
}

bool isPaused(Day day, const Pauses &pauses)
{
    return firstUnpaused(day, pauses) != day;
}

Day firstUnpaused(Day day, const Pauses &pauses)
{
    const auto after = std::ranges::upper_bound(pauses.days, day, {}, &Pause<Day>::from);
    return after == pauses.days.begin() ? day : std::max(day, std::prev(after)->until);
}

Instant runFor(milliseconds length, Instant from, const Pauses &pauses)
{
    for (const Pause<Instant> &pause : pauses.moments) {
        if (from + length <= pause.from) {
            break;
        }
        if (pause.until > from) {
            length -= std::max(pause.from - from, milliseconds { 0 });
            from = pause.until;
        }
    }
    return from + length;
}

milliseconds runningTime(Instant from, Instant to, const Pauses &pauses)
{
    milliseconds time = std::max(to - from, milliseconds { 0 });
    for (const Pause<Instant> &pause : pauses.moments) {
        const milliseconds within = std::min(to, pause.until) - std::max(from, pause.from);
        time -= std::max(within, milliseconds { 0 });
    }
    return time;
}

Day countOn(Day day, int count, const Calendar &calendar, const Pauses &pauses)
{
    for (const Pause<Day> &pause : pauses.days) {
        const Day last = pause.until - days { 1 };
        if (count <= 0 || calendar.addWorkingDays(day, count) < pause.from) {
            break;
        }
        if (last > day) {
            count -= calendar.workingDaysBetween(day, pause.from - days { 1 });
            day = last;
        }
    }
    return calendar.addWorkingDays(day, count);
}

int countedDays(Day from, Day to, const Calendar &calendar, const Pauses &pauses)
{
    int count = calendar.workingDaysBetween(from, to);
    for (const Pause<Day> &pause : pauses.days) {
        const Day last = pause.until - days { 1 };
        count -= calendar.workingDaysBetween(std::max(from, pause.from - days { 1 }), std::min(to, last));
    }
    return count;
}

} // namespace huying
