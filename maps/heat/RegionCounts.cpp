#include "RegionCounts.h"

#include "Parts.h"
#include "Sifting.h"

#include <algorithm>

namespace huying
{

namespace
{

using std::chrono::days;
using std::chrono::hours;

constexpr std::size_t countedTicketsForThreads = 100'000;
constexpr days quarter { 92 };
constexpr days week { 7 };
constexpr days year { 364 }; // 52 weeks: the same day of the week

/// The hour behind that of the newest ticket.
Instant newestOf(const HeatColumns &columns)
{
    const HeatColumns::OfDay &last = columns.days().back();
    std::uint32_t hour = 0;
    for (const std::uint32_t kind : last.columns.constData()->kinds) {
        hour = std::max(hour, kind >> 8 & 31U);
    }
    return startOf(last.day) + hours { hour + 1 };
}

std::int64_t upTo(days length, days step)
{
    return (length + step - days { 1 }) / step;
}

struct Pasts {
    days apart {};
    std::vector<std::pair<Instant, Instant>> stretches;
};

Pasts pastsOf(const HeatColumns &columns, const DensityFilter &filter)
{
    Pasts pasts;
    if (!filter.from || columns.days().empty()) {
        return pasts;
    }
    const Instant newest = newestOf(columns);
    const Instant until = std::min(filter.until.value_or(newest), newest);
    const days length = std::chrono::ceil<days>(until - *filter.from);
    if (length <= days { 0 }) {
        return pasts;
    }
    const days step = length > quarter ? year : week;
    pasts.apart = step * upTo(length, step);
    const Instant first = startOf(columns.days().front().day);
    for (std::size_t i = 1; i <= RegionTally::mostPasts; ++i) {
        const days back = pasts.apart * static_cast<int>(i);
        if (*filter.from - back < first) {
            break;
        }
        pasts.stretches.emplace_back(*filter.from - back, until - back);
    }
    return pasts;
}

using Tallies = std::vector<RegionTally>;

void countNow(Tallies &tallies, const HeatColumns::Columns &tickets, std::span<const std::uint32_t> rows)
{
    for (const std::uint32_t row : rows) {
        RegionTally &tally = tallies[tickets.regions[row]];
        const auto timeliness = static_cast<Timeliness>(tickets.kinds[row] >> HeatColumns::timelinessShift & 3U);
        ++tally.tickets;
        tally.inTime += timeliness == Timeliness::InTime ? 1 : 0;
        tally.late += timeliness == Timeliness::Late ? 1 : 0;
    }
}

/// Counts the tickets of all days, on several threads where that is worth it.
template <class Count>
void countAll(
    Tallies &tallies, const std::vector<DayPart> &parts, const Gate &gate, const std::stop_token &stop, Count count)
{
    const std::size_t threads = sizeOf(parts) < countedTicketsForThreads ? 1 : usefulParts();
    std::vector<Tallies> others(threads - 1, Tallies(tallies.size()));
    inParts(parts.size(), threads, [&](std::size_t part, std::size_t first, std::size_t end) {
        Tallies &mine = part == 0 ? tallies : others[part - 1];
        sift(std::span(parts).subspan(first, end - first), gate, stop,
            [&](const HeatColumns::Columns &tickets, std::span<const std::uint32_t> rows) {
                count(mine, tickets, rows);
            });
    });
    for (const Tallies &other : others) {
        for (std::size_t i = 0; i < tallies.size(); ++i) {
            tallies[i] += other[i];
        }
    }
}

} // namespace

RegionTally &RegionTally::operator+=(const RegionTally &other)
{
    tickets += other.tickets;
    inTime += other.inTime;
    late += other.late;
    std::ranges::transform(past, other.past, past.begin(), std::plus<>());
    return *this;
}

std::optional<RegionCounts> regionCounts(
    const HeatColumns &columns, const DensityFilter &filter, const std::stop_token &stop)
{
    const Gate gate(columns, filter);
    const std::vector<std::string> &codes = columns.codes().regions.codes();
    Tallies tallies(codes.size());
    countAll(tallies, dayParts(columns, filter.from, filter.until), gate, stop, countNow);
    const Pasts pasts = pastsOf(columns, filter);
    for (std::size_t i = 0; i < pasts.stretches.size() && !stop.stop_requested(); ++i) {
        const auto &[from, until] = pasts.stretches[i];
        countAll(tallies, dayParts(columns, from, until), gate, stop,
            [i](Tallies &mine, const HeatColumns::Columns &tickets, std::span<const std::uint32_t> rows) {
                for (const std::uint32_t row : rows) {
                    ++mine[tickets.regions[row]].past[i];
                }
            });
    }
    if (stop.stop_requested()) {
        return std::nullopt;
    }
    RegionCounts counts;
    counts.pasts = pasts.stretches.size();
    counts.apart = pasts.apart;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (tallies[i] != RegionTally {}) {
            counts.regions.emplace_back(RegionCode { codes[i] }, tallies[i]);
            counts.counted += tallies[i].tickets;
        }
    }
    return counts;
}

} // namespace huying
