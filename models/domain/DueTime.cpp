#include "DueTime.h"

#include <format>

namespace huying
{

using namespace std::chrono;

DueTime dueTime(Instant due)
{
    const Day day = dayOf(due);
    return startOf(day) == due ? DueTime { day - days { 1 }, hours { 24 } } : DueTime { day, due - startOf(day) };
}

std::string clockText(const DueTime &due)
{
    const auto whole = floor<minutes>(due.clock);
    return std::format("{:02}:{:02}", floor<hours>(whole).count(), (whole % hours { 1 }).count());
}

std::string isoDue(Instant due)
{
    const DueTime time = dueTime(due);
    return isoDay(time.day) + ' ' + clockText(time);
}

} // namespace huying
