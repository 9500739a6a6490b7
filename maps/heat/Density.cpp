#include "Density.h"

#include "Bands.h"
#include "Parts.h"

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

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
    const double sigma = std::max(radiusMetres, leastRadiusMetres) / 2;
    Kernel kernel;
    while (grid.cellMetres * (2 << kernel.shift) <= sigma / 3 && kernel.shift < 11) {
        ++kernel.shift;
    }
    kernel.cellMetres = grid.cellMetres * (1 << kernel.shift);
    kernel.half = gaussianHalf(sigmaInCells(sigma, kernel.cellMetres, kernel.shift));
    return kernel;
}

float highestOf(std::span<const float> values)
{
    std::array<float, 16> highest {}; // side by side in registers
    const std::size_t whole = values.size() / highest.size() * highest.size();
    for (std::size_t i = 0; i < whole; i += highest.size()) {
        for (std::size_t lane = 0; lane < highest.size(); ++lane) {
            highest[lane] = values[i + lane] > highest[lane] ? values[i + lane] : highest[lane];
        }
    }
    return std::ranges::fold_left(values.subspan(whole), std::ranges::max(highest), std::ranges::max);
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
    const std::vector<DayPart> days = dayParts(columns, filter.from, filter.until);
    tally_ = huying::count(bins_, BinChange::Anew, days, Gate(columns, filter), stop);
    return !stop.stop_requested();
}

bool DensityCounter::countOn(const HeatColumns &columns, const DensityFilter &filter, const std::stop_token &stop)
{
    const std::vector<DayPart> now = dayParts(columns, filter.from, filter.until);
    const Changed moved = changed(dayParts(columns_, filter_.from, filter_.until), now);
    if (sizeOf(moved.gone) + sizeOf(moved.come) >= sizeOf(now)) {
        return countAll(columns, filter, stop);
    }
    const Gate gate(columns, filter);
    tally_ -= huying::count(bins_, BinChange::Less, moved.gone, gate, stop);
    tally_ += huying::count(bins_, BinChange::More, moved.come, gate, stop);
    return !stop.stop_requested();
}

std::optional<Density> DensityCounter::blurred(double radiusMetres, const std::stop_token &stop)
{
    const HeatGrid &grid = columns_.grid();
    const Kernel kernel = kernelFor(grid, radiusMetres);
    const auto perKm2 = static_cast<float>(1e6 / (kernel.cellMetres * kernel.cellMetres) / 256);
    const auto cells = static_cast<std::size_t>(bins_.columns()) * static_cast<std::size_t>(bins_.rows());
    auto values = blur_.of([&](int row, float *into) { bins_.read(row, perKm2, into); }, bins_.columns(), bins_.rows(),
        kernel.half, cells < cellsForThreads ? 1 : usefulParts(), stop);
    if (!values) {
        return std::nullopt;
    }
    const double worldPerCell = grid.worldPerCell * (1 << kernel.shift);
    const double lead = (kernel.margin() + 1) * worldPerCell;
    Density result;
    result.rect = { grid.origin.x - lead, grid.origin.y - lead, bins_.columns() * worldPerCell,
        bins_.rows() * worldPerCell };
    result.columns = bins_.columns();
    result.rows = bins_.rows();
    result.cellMetres = kernel.cellMetres;
    result.perKm2 = std::move(*values);
    result.highest = highestOf(result.perKm2);
    result.counted = tally_.placed;
    result.withoutPlace = tally_.placeless;
    return result;
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
        if (!isSameGrid) {
            bins_ = Bins(grid, shift_, margin_);
        }
    }
    isWhole_ = isKnown ? countOn(columns, filter, stop) : countAll(columns, filter, stop);
    columns_ = columns;
    filter_ = filter;
    return isWhole_ ? blurred(radiusMetres, stop) : std::nullopt;
}

std::optional<Density> density(
    const HeatColumns &columns, const DensityFilter &filter, double radiusMetres, const std::stop_token &stop)
{
    return DensityCounter().count(columns, filter, radiusMetres, stop);
}

} // namespace huying
