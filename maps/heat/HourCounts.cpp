#include "HourCounts.h"

#include "Parts.h"
#include "Sifting.h"

#include <algorithm>
#include <array>

namespace huying
{

namespace
{

constexpr std::chrono::days longest { 30 * 366 };
constexpr std::size_t ticketsForThreads = 100'000;

} // namespace

std::optional<HourCounts> hourCounts(
    const HeatColumns &columns, const DensityFilter &filter, const std::stop_token &stop)
{
    std::vector<DayPart> days = dayParts(columns, filter.from, filter.until);
    if (days.empty()) {
        return HourCounts {};
    }
    const Day last = days.back().day;
    std::erase_if(days, [last](const DayPart &day) { return last - day.day >= longest; });
    const Day first = filter.from ? std::max(dayOf(*filter.from), last - longest) : days.front().day;
    HourCounts counts { startOf(first), {} };
    counts.byHour.resize(static_cast<std::size_t>((last - first).count() + 1) * 24);
    const Gate gate(columns, filter);
    // Each day has hours of its own: threads do not meet.
    inParts(days.size(), sizeOf(days) < ticketsForThreads ? 1 : usefulParts(),
        [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end && !stop.stop_requested(); ++i) {
                std::uint32_t *hours = counts.byHour.data() + (days[i].day - first).count() * 24;
                sift(days[i], gate, [hours](const HeatColumns::Columns &tickets, std::span<const std::uint32_t> rows) {
                    for (const std::uint32_t row : rows) {
                        ++hours[tickets.kinds[row] >> 8 & 31];
                    }
                });
            }
        });
    return stop.stop_requested() ? std::nullopt : std::optional(std::move(counts));
}

} // namespace huying
