#include "Density.h"

#include "Blur.h"
#include "Parts.h"
#include "Sifting.h"

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

constexpr std::size_t ticketsForThreads = 100'000; ///< fewer are counted sooner than a thread is there
constexpr std::size_t cellsForThreads = 100'000;

/// The kernel's width in cells. Sharing a ticket among four cells has spread it already, by the mean of w (1 - w) over
/// the places that grid cells have within a cell; the kernel is that much narrower.
double sigmaInCells(double sigmaMetres, double cellMetres, int shift)
{
    const double spread = shift == 0 ? 0 : 1.0 / 6 + std::ldexp(1.0 / 12, -2 * shift);
    const double sigma = sigmaMetres / cellMetres;
    return std::sqrt(std::max(sigma * sigma - spread, 0.1));
}

struct Kernel {
    int shift = 0;
    double cellMetres = 0;
    std::vector<float> half;

    int margin() const { return static_cast<int>(half.size()); }
};

Kernel kernelFor(const HeatGrid &grid, double radiusMetres)
{
    const double sigma = std::max(radiusMetres, 75.0) / 2;
    Kernel kernel;
    while (grid.cellMetres * (2 << kernel.shift) <= sigma / 3 && kernel.shift < 11) {
        ++kernel.shift;
    }
    kernel.cellMetres = grid.cellMetres * (1 << kernel.shift);
    kernel.half = gaussianHalf(sigmaInCells(sigma, kernel.cellMetres, kernel.shift));
    return kernel;
}

/// Where each of `parts` threads begins so that all have as many tickets.
std::vector<std::size_t> evenStarts(std::span<const DayPart> days, std::size_t parts)
{
    const std::size_t all = sizeOf(days);
    std::vector<std::size_t> starts { 0 };
    std::size_t before = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (before >= starts.size() * all / parts && i > 0) {
            starts.push_back(i);
        }
        before += days[i].size();
    }
    starts.push_back(days.size());
    return starts;
}

std::optional<Density> blurred(
    const HeatGrid &grid, const Bins &bins, const Kernel &kernel, const std::stop_token &stop)
{
    Density result;
    const double worldPerCell = grid.worldPerCell * (1 << kernel.shift);
    const int margin = kernel.margin();
    result.rect = { grid.origin.x - (margin + 1) * worldPerCell, grid.origin.y - (margin + 1) * worldPerCell,
        bins.columns() * worldPerCell, bins.rows() * worldPerCell };
    result.columns = bins.columns();
    result.rows = bins.rows();
    result.cellMetres = kernel.cellMetres;
    result.counted = bins.counted();
    result.withoutPlace = bins.withoutPlace();
    const auto width = static_cast<std::size_t>(bins.columns());
    result.perKm2.resize(width * static_cast<std::size_t>(bins.rows()));
    const std::size_t parts = result.perKm2.size() < cellsForThreads ? 1 : usefulParts();
    const auto perKm2 = static_cast<float>(1e6 / (kernel.cellMetres * kernel.cellMetres) / 256);
    inParts(static_cast<std::size_t>(bins.rows()), parts, [&](std::size_t, std::size_t first, std::size_t end) {
        for (std::size_t y = first; y < end; ++y) {
            bins.read(static_cast<int>(y), perKm2, result.perKm2.data() + y * width);
        }
    });
    blur(result.perKm2, result.columns, kernel.half, parts, stop);
    if (stop.stop_requested()) {
        return std::nullopt;
    }
    result.highest = result.perKm2.empty() ? 0 : std::ranges::max(result.perKm2);
    return result;
}

DensityFilter withoutPeriod(DensityFilter filter)
{
    filter.from.reset();
    filter.until.reset();
    return filter;
}

/// What is in `before` and not in `now`, and the other way round.
struct Changed {
    std::vector<DayPart> gone;
    std::vector<DayPart> come;
};

Changed changed(const std::vector<DayPart> &before, const std::vector<DayPart> &now)
{
    Changed result;
    auto old = before.begin();
    for (const DayPart &part : now) {
        for (; old != before.end() && old->day < part.day; ++old) {
            result.gone.push_back(*old);
        }
        const bool isKnown = old != before.end() && old->day == part.day;
        if (isKnown && old->isSame(part)) {
            ++old;
            continue;
        }
        if (isKnown) {
            result.gone.push_back(*old++);
        }
        result.come.push_back(part);
    }
    result.gone.insert(result.gone.end(), old, before.end());
    return result;
}

} // namespace

float Density::at(WorldPoint place) const
{
    const double x = (place.x - rect.left) / rect.width * columns - 0.5;
    const double y = (place.y - rect.top) / rect.height * rows - 0.5;
    if (!(x >= 0 && y >= 0 && x < columns - 1 && y < rows - 1)) {
        return 0;
    }
    const auto column = static_cast<std::size_t>(x);
    const auto row = static_cast<std::size_t>(y);
    const double right = x - static_cast<double>(column);
    const double below = y - static_cast<double>(row);
    const auto width = static_cast<std::size_t>(columns);
    const float *cell = perKm2.data() + row * width + column;
    return static_cast<float>((cell[0] * (1 - right) + cell[1] * right) * (1 - below)
        + (cell[width] * (1 - right) + cell[width + 1] * right) * below);
}

bool DensityCounter::countAll(const HeatColumns &columns, const DensityFilter &filter, const std::stop_token &stop)
{
    const Gate gate(columns, filter);
    const std::vector<DayPart> days = dayParts(columns, filter.from, filter.until);
    const std::size_t parts = sizeOf(days) < ticketsForThreads ? 1 : usefulParts();
    const std::vector<std::size_t> starts = evenStarts(days, parts);
    std::vector<Bins> others(starts.size() - 2, Bins(columns.grid(), shift_, margin_));
    inParts(starts.size() - 1, parts, [&](std::size_t part, std::size_t, std::size_t) {
        Bins &bins = part == 0 ? bins_ : others[part - 1];
        sift(std::span(days).subspan(starts[part], starts[part + 1] - starts[part]), gate, stop,
            [&bins](
                const HeatColumns::Columns &tickets, std::span<const std::uint32_t> rows) { bins.add(tickets, rows); });
    });
    for (const Bins &other : others) {
        bins_.add(other);
    }
    return !stop.stop_requested();
}

bool DensityCounter::countOn(const HeatColumns &columns, const DensityFilter &filter, const std::stop_token &stop)
{
    const std::vector<DayPart> now = dayParts(columns, filter.from, filter.until);
    const Changed moved = changed(dayParts(columns_, filter_.from, filter_.until), now);
    if (sizeOf(moved.gone) + sizeOf(moved.come) >= sizeOf(now)) {
        bins_.clear();
        return countAll(columns, filter, stop);
    }
    const Gate gate(columns, filter);
    return sift(moved.gone, gate, stop,
               [this](const HeatColumns::Columns &tickets, std::span<const std::uint32_t> rows) {
                   bins_.takeOut(tickets, rows);
               })
        && sift(
            moved.come, gate, stop, [this](const HeatColumns::Columns &tickets, std::span<const std::uint32_t> rows) {
                bins_.add(tickets, rows);
            });
}

std::optional<Density> DensityCounter::count(
    const HeatColumns &columns, const DensityFilter &filter, double radiusMetres, const std::stop_token &stop)
{
    const HeatGrid &grid = columns.grid();
    if (grid.columns <= 0 || grid.rows <= 0) {
        return Density {};
    }
    const Kernel kernel = kernelFor(grid, radiusMetres);
    const bool isSameGrid = grid == columns_.grid() && kernel.shift == shift_ && kernel.margin() == margin_;
    const bool isSameSort = columns.lineage() == columns_.lineage() && withoutPeriod(filter) == withoutPeriod(filter_);
    const bool isKnown = std::exchange(isWhole_, false) && isSameGrid && isSameSort;
    if (!isKnown) {
        shift_ = kernel.shift;
        margin_ = kernel.margin();
        if (isSameGrid) {
            bins_.clear();
        } else {
            bins_ = Bins(grid, shift_, margin_);
        }
    }
    isWhole_ = isKnown ? countOn(columns, filter, stop) : countAll(columns, filter, stop);
    columns_ = columns;
    filter_ = filter;
    return isWhole_ ? blurred(grid, bins_, kernel, stop) : std::nullopt;
}

std::optional<Density> density(
    const HeatColumns &columns, const DensityFilter &filter, double radiusMetres, const std::stop_token &stop)
{
    return DensityCounter().count(columns, filter, radiusMetres, stop);
}

} // namespace huying
