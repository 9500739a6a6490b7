#include "Rhythm.h"

#include <algorithm>
#include <numeric>

namespace huying
{

using namespace std::chrono;

namespace
{

using Months = std::array<int, 12>;

constexpr Months reportsByMonth { 86, 80, 98, 100, 102, 108, 113, 112, 103, 100, 100, 98 };
constexpr std::array<int, 7> reportsByWeekday { 76, 115, 108, 105, 103, 101, 82 }; // from Sunday
constexpr int onHolidays = 68;

constexpr std::array<Months, 6> percentBySeason { {
    { 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100 },
    { 72, 74, 84, 94, 110, 128, 138, 134, 112, 92, 78, 70 }, // summer
    { 230, 200, 115, 40, 15, 15, 15, 15, 25, 85, 190, 255 }, // winter
    { 60, 80, 170, 180, 150, 90, 80, 80, 80, 80, 70, 60 }, // spring
    { 60, 60, 70, 80, 90, 140, 80, 80, 170, 190, 110, 70 }, // autumn, and the wheat harvest
    { 40, 40, 60, 70, 90, 160, 240, 230, 140, 60, 40, 40 }, // rain
} };
constexpr int inTroubledHalf = 340;
constexpr int outsideTroubledHalf = 82;

constexpr std::array<int, 24> onlineByHour { 6, 3, 2, 1, 2, 8, 28, 55, 78, 82, 76, 64, 52, 50, 58, 66, 68, 66, 62, 64,
    62, 50, 32, 15 };
constexpr std::array<int, 24> memberByHour { 0, 0, 0, 0, 0, 2, 14, 46, 95, 100, 88, 50, 20, 36, 78, 86, 74, 48, 26, 14,
    6, 2, 0, 0 };
constexpr std::array<int, 24> hotlineByHour { 1, 1, 1, 1, 1, 3, 10, 40, 92, 100, 92, 58, 34, 44, 84, 88, 80, 52, 34, 26,
    16, 8, 4, 2 };

int monthOf(Day day)
{
    return static_cast<int>(static_cast<unsigned>(year_month_day(day).month())) - 1;
}

const std::array<int, 24> &hoursOf(Channel channel)
{
    switch (channel) {
    case Channel::GridMember:
    case Channel::Assisted:
        return memberByHour;
    case Channel::Hotline:
    case Channel::City12345:
        return hotlineByHour;
    default:
        return onlineByHour;
    }
}

/// How much of a day's reports have arrived by `end`, in thousandths; never nothing at all.
std::int64_t shareBefore(milliseconds end)
{
    std::int64_t before = 0;
    for (std::size_t hour = 0; hour < onlineByHour.size(); ++hour) {
        const milliseconds passed = std::clamp(end - hours { hour }, milliseconds { 0 }, milliseconds { hours { 1 } });
        before += onlineByHour[hour] * passed.count();
    }
    const std::int64_t whole =
        std::accumulate(onlineByHour.begin(), onlineByHour.end(), 0) * milliseconds { hours { 1 } }.count();
    return std::max<std::int64_t>(1, before * 1'000 / whole);
}

milliseconds anyTimeOfDay(Channel channel, Random &random)
{
    const std::array<int, 24> &weights = hoursOf(channel);
    auto left =
        static_cast<int>(random.below(static_cast<std::uint64_t>(std::accumulate(weights.begin(), weights.end(), 0))));
    int hour = 0;
    while (left >= weights[static_cast<std::size_t>(hour)]) {
        left -= weights[static_cast<std::size_t>(hour++)];
    }
    return hours { hour } + milliseconds { random.below(3'600'000) };
}

} // namespace

std::vector<int> ticketsByDay(const SimulationPlan &plan, const Hours &hours)
{
    Random random(plan.seed, { 10 });
    std::vector<std::int64_t> weights;
    for (Day day = plan.from; day <= plan.to; day += days { 1 }) {
        const unsigned name = weekday(day).c_encoding();
        const bool isOff = name >= 1 && name <= 5 && !hours.isWorkingDay(day);
        std::int64_t weight = reportsByMonth[static_cast<std::size_t>(monthOf(day))] * reportsByWeekday[name];
        weight = isOff ? weight * onHolidays / 100 : weight;
        weight *= random.between(88, 112);
        weights.push_back(day == plan.to ? weight * shareBefore(plan.end() - startOf(day)) / 1'000 + 1 : weight);
    }
    const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t { 0 });
    std::vector<int> counts;
    std::int64_t passed = 0;
    std::int64_t given = 0;
    for (const std::int64_t weight : weights) {
        passed += weight;
        const std::int64_t upTo = plan.tickets * passed / sum;
        counts.push_back(static_cast<int>(upTo - given));
        given = upTo;
    }
    return counts;
}

milliseconds timeOfDay(Channel channel, milliseconds end, Random &random)
{
    for (int attempt = 0; attempt < 20; ++attempt) {
        if (const milliseconds time = anyTimeOfDay(channel, random); time < end) {
            return time;
        }
    }
    return milliseconds { random.below(static_cast<std::uint64_t>(std::max<std::int64_t>(1, end.count()))) };
}

Half troubledHalf(const SimulationPlan &plan)
{
    const Half known { Day { year { 2023 } / January / 1 }, Day { year { 2023 } / June / 30 } };
    if (plan.from <= known.last && plan.to >= known.first) {
        return known;
    }
    const year_month_day end(plan.to);
    return end.month() <= June ? Half { Day { end.year() / January / 1 }, Day { end.year() / June / 30 } }
                               : Half { Day { end.year() / July / 1 }, Day { end.year() / December / 31 } };
}

int seasonPercent(Season season, Day day, const Half &troubled)
{
    if (season == Season::OneHalf) {
        return day >= troubled.first && day <= troubled.last ? inTroubledHalf : outsideTroubledHalf;
    }
    return percentBySeason[static_cast<std::size_t>(season)][static_cast<std::size_t>(monthOf(day))];
}

} // namespace huying
