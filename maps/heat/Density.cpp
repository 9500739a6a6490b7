#include "Density.h"

#include "Blur.h"

#include <algorithm>
#include <array>

namespace huying
{

namespace
{

/// The filter as tables by number: a row passes when each of its numbers is let through.
struct Gate {
    std::uint32_t from = 0;
    std::uint32_t span = 0;
    std::array<std::uint8_t, 1024> categories {};
    std::array<std::uint8_t, 256> units {};
    std::array<std::uint8_t, 4096> regions {};
    std::array<std::uint8_t, 256> traits {};

    bool passes(std::uint32_t place, std::uint32_t moment, std::uint16_t region) const
    {
        return (moment >> 14) - from < span
            && (categories[moment >> 4 & 1023] & units[place & 255] & regions[region >> 4]
                   & traits[(moment & 15) << 4 | (region & 15)])
            != 0;
    }
};

template <class Codes, class Table, class Match>
void open(const CodeTable &known, const Codes &wanted, Table &table, Match match)
{
    for (std::size_t i = 0; i < known.codes().size(); ++i) {
        const auto isWanted = [&](const auto &code) { return match(known.codes()[i], code.text); };
        table[i] = wanted.empty() || std::ranges::any_of(wanted, isWanted);
    }
}

void openTraits(const DensityFilter &filter, Gate &gate)
{
    const auto wants = [](const auto &set, auto word) { return set.empty() || set.contains(word); };
    for (std::size_t step = 0; step < stepNames.size(); ++step) {
        const auto asStep = static_cast<Step>(step);
        const bool stepPasses = filter.steps.empty() ? asStep != Step::Void : filter.steps.contains(asStep);
        for (std::size_t channel = 0; channel < channelNames.size(); ++channel) {
            const auto asChannel = static_cast<Channel>(channel);
            for (std::size_t limit = 0; limit < deadlineClassNames.size(); ++limit) {
                const auto asClass = static_cast<DeadlineClass>(limit);
                gate.traits[HeatColumns::traitsOf(asStep, asChannel, asClass)] =
                    stepPasses && wants(filter.channels, asChannel) && wants(filter.classes, asClass);
            }
        }
    }
}

Gate gateFor(const HeatColumns &columns, const DensityFilter &filter)
{
    Gate gate;
    gate.from = filter.from ? columns.hourOf(*filter.from) : 0;
    const std::uint32_t until = filter.until ? columns.hourOf(*filter.until) : 1U << 18;
    gate.span = until > gate.from ? until - gate.from : 0;
    const auto begins = [](const std::string &code, const std::string &start) { return code.starts_with(start); };
    open(columns.codes().categories, filter.categories, gate.categories, begins);
    open(columns.codes().regions, filter.regions, gate.regions, begins);
    open(columns.codes().units, filter.units, gate.units, std::equal_to<>());
    openTraits(filter, gate);
    return gate;
}

/// Counts in 256ths on cells `1 << shift` grid cells wide, each ticket shared by the four cells whose centres are
/// around it, so that its centre of gravity stays where it is. The outer `margin` cells stay free for the blur.
struct Bins {
    int shift;
    int margin;
    int columns;
    int rows;
    std::vector<std::uint32_t> counts;

    Bins(const HeatGrid &grid, int cellShift, int freeMargin)
        : shift(cellShift)
        , margin(freeMargin)
        , columns((grid.columns >> shift) + 2 + 2 * margin)
        , rows((grid.rows >> shift) + 2 + 2 * margin)
        , counts(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows))
    {
    }

    struct Share {
        std::uint32_t cell;
        std::uint32_t next; ///< sixteenths that belong to the following cell
    };

    Share share(std::uint32_t fine) const
    {
        const std::uint32_t sixteenths = shift <= 3 ? (2 * fine + 1) << (3 - shift) : 2 * (fine >> (shift - 3)) + 1;
        const std::uint32_t fromFirstCentre = sixteenths + 8 + 16 * static_cast<std::uint32_t>(margin);
        return { fromFirstCentre >> 4, fromFirstCentre & 15 };
    }

    void add(std::uint32_t column, std::uint32_t row)
    {
        const auto [x, right] = share(column);
        const auto [y, below] = share(row);
        std::uint32_t *cell = counts.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + x;
        cell[0] += (16 - right) * (16 - below);
        cell[1] += right * (16 - below);
        cell[columns] += (16 - right) * below;
        cell[columns + 1] += right * below;
    }
};

struct Scanned {
    std::size_t counted = 0;
    std::size_t withoutPlace = 0;
};

Scanned scan(const HeatColumns &columns, const Gate &gate, Bins &bins, const std::stop_token &stop)
{
    Scanned scanned;
    for (const auto &chunk : columns.chunks()) {
        if (stop.stop_requested()) {
            break;
        }
        const std::uint32_t *places = chunk->places.data();
        const std::uint32_t *moments = chunk->moments.data();
        const std::uint16_t *regions = chunk->regions.data();
        for (std::size_t i = 0, count = chunk->places.size(); i < count; ++i) {
            if (!gate.passes(places[i], moments[i], regions[i])) {
                continue;
            }
            const std::uint32_t cell = places[i] >> 8;
            if (cell == HeatColumns::nowhere) {
                ++scanned.withoutPlace;
                continue;
            }
            bins.add(cell & 0xfff, cell >> 12);
            ++scanned.counted;
        }
    }
    return scanned;
}

/// The kernel's width in cells. Sharing a ticket among four cells has spread it already, by the mean of w (1 - w) over
/// the places that grid cells have within a cell; the kernel is that much narrower.
double sigmaInCells(double sigmaMetres, double cellMetres, int shift)
{
    const double spread = shift == 0 ? 0 : 1.0 / 6 + std::ldexp(1.0 / 12, -2 * shift);
    const double sigma = sigmaMetres / cellMetres;
    return std::sqrt(std::max(sigma * sigma - spread, 0.1));
}

} // namespace

DensityFilter densityFilter(const TicketFilter &filter)
{
    DensityFilter wanted;
    wanted.categories = filter.categories;
    if (!filter.region.isEmpty()) {
        wanted.regions = { filter.region };
    }
    if (!filter.unit.isEmpty()) {
        wanted.units = { filter.unit };
    }
    wanted.from = filter.from.transform(startOf);
    wanted.until = filter.until.transform(endOf);
    if (filter.channel) {
        wanted.channels = { *filter.channel };
    }
    return wanted;
}

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

std::optional<Density> density(
    const HeatColumns &columns, const DensityFilter &filter, double radiusMetres, const std::stop_token &stop)
{
    const HeatGrid &grid = columns.grid();
    if (grid.columns <= 0 || grid.rows <= 0) {
        return Density {};
    }
    const double sigma = std::max(radiusMetres, 75.0) / 2;
    int shift = 0;
    while (grid.cellMetres * (2 << shift) <= sigma / 3 && shift < 11) {
        ++shift;
    }
    const double cellMetres = grid.cellMetres * (1 << shift);
    const std::vector<float> half = gaussianHalf(sigmaInCells(sigma, cellMetres, shift));
    const int margin = static_cast<int>(half.size());
    Bins bins(grid, shift, margin);
    const Scanned scanned = scan(columns, gateFor(columns, filter), bins, stop);

    Density result;
    const double worldPerCell = grid.worldPerCell * (1 << shift);
    result.rect = { grid.origin.x - (margin + 1) * worldPerCell, grid.origin.y - (margin + 1) * worldPerCell,
        bins.columns * worldPerCell, bins.rows * worldPerCell };
    result.columns = bins.columns;
    result.rows = bins.rows;
    result.cellMetres = cellMetres;
    result.counted = scanned.counted;
    result.withoutPlace = scanned.withoutPlace;
    const auto perKm2 = static_cast<float>(1e6 / (cellMetres * cellMetres) / 256);
    result.perKm2.resize(bins.counts.size());
    std::ranges::transform(bins.counts, result.perKm2.begin(),
        [perKm2](std::uint32_t count) { return perKm2 * static_cast<float>(count); });
    blur(result.perKm2, result.columns, half, stop);
    if (stop.stop_requested()) {
        return std::nullopt;
    }
    result.highest = result.perKm2.empty() ? 0 : std::ranges::max(result.perKm2);
    return result;
}

} // namespace huying
