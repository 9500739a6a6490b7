#include "Sifting.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace huying
{

namespace
{

constexpr std::size_t rowsAtOnce = 2048;

enum class Tell : std::uint8_t { Rows, Places };

/// Which of the rows from `first` to `end` pass, or their places, written to `passed`; how many. Without a branch on
/// the outcome: which ticket passes cannot be foreseen, and a wrong guess costs more than the whole question.
template <Tell tell, unsigned asked>
std::size_t sieve(const HeatColumns::Columns &columns, const Gate &gate, const Gate::LowKinds &lowKinds,
    std::size_t first, std::size_t end, std::uint32_t *passed)
{
    const std::uint32_t *places = columns.places.data();
    const std::uint32_t *kinds = columns.kinds.data();
    const std::uint16_t *regions = columns.regions.data();
    const std::uint8_t *low = lowKinds.data();
    const std::uint8_t *categories = gate.categories.data();
    const std::uint8_t *units = gate.units.data();
    const std::uint8_t *regionGate = gate.regions.data();
    std::size_t count = 0;
    for (std::size_t i = first; i < end; ++i) {
        std::uint32_t passes = 1;
        if constexpr ((asked & Gate::Traits) != 0) {
            passes = low[kinds[i] & (HeatColumns::lowKinds - 1)];
        }
        if constexpr ((asked & Gate::Categories) != 0) {
            passes &= categories[kinds[i] >> HeatColumns::categoryShift];
        }
        if constexpr ((asked & Gate::Units) != 0) {
            passes &= units[places[i] & 255];
        }
        if constexpr ((asked & Gate::Regions) != 0) {
            passes &= regionGate[regions[i]];
        }
        if constexpr ((asked & Gate::Area) != 0) {
            passes &= gate.area.contains(places[i] >> 8) ? 1U : 0U;
        }
        passed[count] = tell == Tell::Places ? places[i] : static_cast<std::uint32_t>(i);
        count += passes;
    }
    return count;
}

using Sieve = std::size_t (*)(
    const HeatColumns::Columns &, const Gate &, const Gate::LowKinds &, std::size_t, std::size_t, std::uint32_t *);

template <Tell tell, std::size_t... asked>
constexpr std::array<Sieve, sizeof...(asked)> sieves(std::index_sequence<asked...>)
{
    return { &sieve<tell, asked>... };
}

template <Tell tell>
void siftBlocks(const HeatColumns::Columns &columns, std::size_t first, std::size_t end, const Gate &gate,
    const Gate::OfDay &day, auto take)
{
    static constexpr auto all = sieves<tell>(std::make_index_sequence<32>());
    const Sieve sieve = all[first < columns.sorted ? day.asked : day.asked | Gate::Traits];
    std::array<std::uint32_t, rowsAtOnce> passed;
    for (; first < end; first += rowsAtOnce) {
        const std::size_t count =
            sieve(columns, gate, *day.lowKinds, first, std::min(first + rowsAtOnce, end), passed.data());
        if (count > 0) {
            take(std::span<const std::uint32_t>(passed).first(count));
        }
    }
}

} // namespace

std::vector<DayPart> dayParts(const HeatColumns &columns, std::optional<Instant> from, std::optional<Instant> until)
{
    const auto hourOf = [](Instant moment) {
        const LocalTime local = countyTime(moment);
        return static_cast<int>(
            std::chrono::floor<std::chrono::hours>(local - std::chrono::floor<std::chrono::days>(local)).count());
    };
    const auto &days = columns.days();
    auto each = from ? std::ranges::lower_bound(days, dayOf(*from), {}, &HeatColumns::OfDay::day) : days.begin();
    std::vector<DayPart> parts;
    for (; each != days.end() && (!until || each->day <= dayOf(*until)); ++each) {
        DayPart part { each->day, each->columns, 0, 24 };
        if (from && each->day == dayOf(*from)) {
            part.firstHour = hourOf(*from);
        }
        if (until && each->day == dayOf(*until)) {
            part.endHour = hourOf(*until);
        }
        if (part.firstHour < part.endHour && part.size() > 0) {
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

void sift(const DayPart &part, const Gate &gate, const TakeRows &take)
{
    const HeatColumns::Columns &columns = *part.columns.constData();
    const Gate::OfDay day = gate.of(part.firstHour, part.endHour);
    const auto takeRows = [&](std::span<const std::uint32_t> rows) { take(columns, rows); };
    siftBlocks<Tell::Rows>(columns, 0, columns.sorted, gate, day, takeRows);
    siftBlocks<Tell::Rows>(columns, gate.firstBehind(columns), part.size(), gate, day, takeRows);
}

void siftPlaces(const HeatColumns::Columns &columns, std::size_t first, std::size_t end, const Gate &gate,
    const Gate::OfDay &day, const TakePlaces &take)
{
    if (day.asked == 0 && first < columns.sorted) {
        take(std::span(columns.places).subspan(first, end - first));
    } else {
        siftBlocks<Tell::Places>(columns, first, end, gate, day, std::cref(take));
    }
}

bool sift(std::span<const DayPart> parts, const Gate &gate, const std::stop_token &stop, const TakeRows &take)
{
    for (const DayPart &part : parts) {
        if (stop.stop_requested()) {
            return false;
        }
        sift(part, gate, take);
    }
    return true;
}

std::size_t sizeOf(std::span<const DayPart> parts)
{
    return std::transform_reduce(
        parts.begin(), parts.end(), std::size_t { 0 }, std::plus<>(), [](const DayPart &part) { return part.size(); });
}

} // namespace huying
