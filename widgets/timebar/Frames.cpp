#include "Frames.h"

#include <algorithm>

namespace huying
{

using namespace std::chrono;

namespace
{

Day firstOf(Day day, FrameStep step)
{
    if (step == FrameStep::ByWeek) {
        return day - (weekday(day) - Monday);
    }
    if (step == FrameStep::ByMonth) {
        const year_month_day date(day);
        return Day(date.year() / date.month() / 1);
    }
    return day;
}

Day nextOf(Day first, FrameStep step)
{
    if (step == FrameStep::ByMonth) {
        const year_month_day date(first);
        const year_month_day next = date + months { 1 };
        return Day(next);
    }
    return first + days { step == FrameStep::ByWeek ? 7 : 1 };
}

} // namespace

Frame frameAt(Instant moment, FrameStep step)
{
    if (step == FrameStep::ByHour) {
        const Instant from { floor<hours>(moment.time_since_epoch()) };
        return { from, from + hours { 1 } };
    }
    const Day first = firstOf(dayOf(moment), step);
    return { startOf(first), startOf(nextOf(first, step)) };
}

std::vector<Frame> framesBetween(Instant from, Instant until, FrameStep step, std::size_t most)
{
    std::vector<Frame> frames;
    // From the end, so that too long a period loses its past and not its present.
    for (Frame frame = frameAt(until - milliseconds { 1 }, step); frame.until > from && frames.size() < most;
        frame = frameAt(frame.from - milliseconds { 1 }, step)) {
        frames.push_back(frame);
    }
    std::ranges::reverse(frames);
    return frames;
}

std::vector<std::uint32_t> countsOf(std::span<const Frame> frames, std::span<const std::uint32_t> byHour, Instant begin)
{
    const auto hourOf = [&](Instant moment) {
        return std::clamp<std::int64_t>(floor<hours>(moment - begin).count(), 0, std::ssize(byHour));
    };
    std::vector<std::uint32_t> counts;
    counts.reserve(frames.size());
    for (const Frame &frame : frames) {
        std::uint32_t count = 0;
        for (std::int64_t hour = hourOf(frame.from); hour < hourOf(frame.until); ++hour) {
            count += byHour[std::size_t(hour)];
        }
        counts.push_back(count);
    }
    return counts;
}

} // namespace huying
