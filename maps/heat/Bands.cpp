#include "Bands.h"

#include "Parts.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace huying
{

namespace
{

constexpr std::size_t ticketsForThreads = 100'000; ///< fewer are counted sooner than another thread is awake
constexpr std::size_t bandBytes = 512 * 1024; ///< of bins; half of what a processor of today has for itself
constexpr std::size_t fewestInSlice = 100; ///< tickets of a day in a band, or looking for them takes longest
constexpr std::size_t samples = 4096;
constexpr std::uint32_t endOfRows = 4096;
constexpr int rowShift = 20; ///< of HeatColumns::Entry::place

/// The rows of the grid, cut into bands.
struct Bands {
    std::vector<std::uint32_t> borders { 0 }; ///< the first row of each band, and the end of the last
    std::vector<double> before { 0 }; ///< which share of the tickets lies before each border, about

    std::size_t size() const { return borders.size() - 1; }
};

std::vector<std::uint32_t> sampledRows(std::span<const DayPart> days)
{
    const std::size_t step = sizeOf(days) / samples + 1;
    std::vector<std::uint32_t> rows;
    std::size_t at = 0;
    for (const DayPart &day : days) {
        const HeatColumns::Columns &columns = *day.columns.constData();
        for (; at < columns.sorted; at += step) {
            rows.push_back(columns.places[at] >> rowShift);
        }
        at -= columns.sorted;
    }
    std::ranges::sort(rows);
    return rows;
}

std::size_t wantedBands(const Bins &bins, std::span<const DayPart> days)
{
    const std::size_t tickets = sizeOf(days);
    if (tickets < ticketsForThreads) {
        return 1;
    }
    const std::size_t threads = usefulParts();
    const std::size_t most = std::max(threads, tickets / days.size() / fewestInSlice);
    return std::min(std::max(bins.bytes() / bandBytes + 1, 2 * threads), most);
}

/// Bands with about as many tickets each; a row of bins belongs to one of them.
Bands bandsOf(const Bins &bins, std::span<const DayPart> days)
{
    Bands bands;
    const std::size_t wanted = wantedBands(bins, days);
    const std::vector<std::uint32_t> rows = wanted > 1 ? sampledRows(days) : std::vector<std::uint32_t> {};
    for (std::size_t band = 1; band < wanted && !rows.empty(); ++band) {
        std::uint32_t row = rows[band * rows.size() / wanted];
        while (row > 0 && bins.rowOf(row - 1) == bins.rowOf(row)) {
            --row;
        }
        if (row > bands.borders.back() && bins.rowOf(row) < bins.rows()) {
            bands.borders.push_back(row);
            bands.before.push_back(double(std::ranges::lower_bound(rows, row) - rows.begin()) / double(rows.size()));
        }
    }
    bands.borders.push_back(endOfRows);
    bands.before.push_back(1);
    return bands;
}

/// The first of `places`, sorted, from `first` on that lies in `row` or behind; looked for from `guess` outwards, so
/// that hardly more is touched than the place itself.
std::size_t firstFrom(std::span<const std::uint32_t> places, std::uint32_t row, std::size_t first, std::size_t guess)
{
    const auto isBefore = [&](std::size_t at) { return places[at] >> rowShift < row; };
    std::size_t low = std::clamp(guess, first, places.size());
    std::size_t high = low;
    for (std::size_t step = 16; high < places.size() && isBefore(high); step *= 2) {
        low = high + 1;
        high = std::min(high + step, places.size());
    }
    for (std::size_t step = 16; low > first && !isBefore(low - 1); step *= 2) {
        high = low - 1;
        low -= std::min(step, low - first);
    }
    const auto found = std::lower_bound(places.begin() + std::ptrdiff_t(low), places.begin() + std::ptrdiff_t(high),
        row, [](std::uint32_t place, std::uint32_t wanted) { return place >> rowShift < wanted; });
    return static_cast<std::size_t>(found - places.begin());
}

/// Which of each day's tickets lie in each band.
class Slices
{
public:
    Slices(std::span<const DayPart> days, const Bands &bands)
        : width_(bands.borders.size()), starts_(days.size() * width_)
    {
        inParts(
            days.size(), bands.size() > 1 ? usefulParts() : 1, [&](std::size_t, std::size_t first, std::size_t end) {
                for (std::size_t i = first; i < end; ++i) {
                    cut(*days[i].columns.constData(), bands, starts_.data() + i * width_);
                }
            });
    }
    std::pair<std::size_t, std::size_t> of(std::size_t day, std::size_t band) const
    {
        const std::uint32_t *start = starts_.data() + day * width_ + band;
        return { start[0], start[1] };
    }

private:
    static std::size_t guess(const HeatColumns::Columns &columns, const Bands &bands, std::size_t border)
    {
        return static_cast<std::size_t>(bands.before[border] * columns.sorted);
    }
    /// Asks the memory for what `cut` will look at.
    static void fetch(const HeatColumns::Columns &columns, const Bands &bands)
    {
        for (std::size_t i = 1; i < bands.size(); ++i) {
            __builtin_prefetch(columns.places.data() + guess(columns, bands, i));
        }
    }
    static void cut(const HeatColumns::Columns &columns, const Bands &bands, std::uint32_t *starts)
    {
        const std::span places = std::span(columns.places).first(columns.sorted);
        std::size_t start = 0;
        for (std::size_t i = 1; i < bands.size(); ++i) {
            start = firstFrom(places, bands.borders[i], start, guess(columns, bands, i));
            starts[i] = static_cast<std::uint32_t>(start);
        }
        starts[bands.size()] = columns.sorted;
    }

    std::size_t width_;
    std::vector<std::uint32_t> starts_;
};

constexpr std::size_t blockRows = 1024;

/// Some tickets of a day. Those of the next block are asked of the memory while the last are looked at: between the
/// slices of two days the processor does not foresee what comes.
struct Block {
    const HeatColumns::Columns *columns = nullptr;
    std::size_t first = 0;
    std::size_t end = 0;
    const Gate::OfDay *day = nullptr;

    void fetch() const
    {
        constexpr std::size_t perLine = 64 / sizeof(std::uint32_t);
        for (std::size_t at = first; at < end + perLine; at += perLine) {
            const std::size_t row = std::min(at, end - 1);
            __builtin_prefetch(columns->places.data() + row);
            if ((day->asked & (Gate::Traits | Gate::Categories)) != 0) {
                __builtin_prefetch(columns->kinds.data() + row);
            }
            if ((day->asked & Gate::Regions) != 0) {
                __builtin_prefetch(columns->regions.data() + row); // half of them twice: cheaper than a second loop
            }
        }
    }
    void sift(const Gate &gate, const TakePlaces &take) const
    {
        if (columns != nullptr) {
            siftPlaces(*columns, first, end, gate, *day, take);
        }
    }
};

/// Days and gate as they are asked, and what is done with the tickets that pass.
class Count
{
public:
    Count(Bins &bins, BinChange change, std::span<const DayPart> days, const Gate &gate, const std::stop_token &stop)
        : bins_(bins), change_(change), days_(days), gate_(gate), stop_(stop)
    {
        for (const DayPart &day : days) {
            gates_.push_back(gate.of(day.firstHour, day.endHour));
        }
    }

    BinTally band(const Bands &bands, const Slices &slices, std::size_t band) const
    {
        const std::uint32_t first = bands.borders[band];
        const std::uint32_t end = bands.borders[band + 1];
        if (change_ == BinChange::Anew) {
            bins_.clear(band == 0 ? 0 : bins_.rowOf(first), end == endOfRows ? bins_.rows() : bins_.rowOf(end));
        }
        BinTally tally;
        if ((gate_.asked & Gate::Area) != 0 && !gate_.area.meets(first, end)) {
            return tally;
        }
        const TakePlaces take = taking(tally);
        Block next;
        for (std::size_t i = 0; i < days_.size() && !stop_.stop_requested(); ++i) {
            const auto [from, until] = slices.of(i, band);
            for (std::size_t at = from; at < until; at += blockRows) {
                const Block now = std::exchange(
                    next, { days_[i].columns.constData(), at, std::min(at + blockRows, until), &gates_[i] });
                next.fetch();
                now.sift(gate_, take);
            }
        }
        next.sift(gate_, take);
        return tally;
    }

    /// The tickets that no band has because they do not lie by their places.
    BinTally latest() const
    {
        BinTally tally;
        const TakePlaces take = taking(tally);
        for (std::size_t i = 0; i < days_.size() && !stop_.stop_requested(); ++i) {
            const HeatColumns::Columns &columns = *days_[i].columns.constData();
            siftPlaces(columns, gate_.firstBehind(columns), columns.places.size(), gate_, gates_[i], take);
        }
        return tally;
    }

private:
    TakePlaces taking(BinTally &tally) const
    {
        return [this, &tally](std::span<const std::uint32_t> places) {
            tally += change_ == BinChange::Less ? bins_.takeOut(places) : bins_.add(places);
        };
    }

    Bins &bins_;
    BinChange change_;
    std::span<const DayPart> days_;
    const Gate &gate_;
    const std::stop_token &stop_;
    std::vector<Gate::OfDay> gates_;
};

} // namespace

BinTally count(
    Bins &bins, BinChange change, std::span<const DayPart> days, const Gate &gate, const std::stop_token &stop)
{
    const Bands bands = bandsOf(bins, days);
    const Slices slices(days, bands);
    const Count count(bins, change, days, gate, stop);
    std::vector<BinTally> tallies(bands.size());
    inParts(bands.size(), bands.size(),
        [&](std::size_t band, std::size_t, std::size_t) { tallies[band] = count.band(bands, slices, band); });
    return std::accumulate(tallies.begin(), tallies.end(), count.latest(),
        [](BinTally sum, const BinTally &tally) { return sum += tally; });
}

} // namespace huying
