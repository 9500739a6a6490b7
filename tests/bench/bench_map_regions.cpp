#include "MapTickets.h"

#include <heat/RegionClasses.h>

#include <sqlite3.h>

#include <algorithm>
#include <cstdlib>
#include <format>
#include <print>
#include <set>

/// Another level or measure of the regions, beside SQLite's GROUP BY; and another filter, which counts anew.

namespace
{

using namespace huying;

std::vector<RegionSize> sizesOf(std::size_t codeLength)
{
    std::set<std::string> codes;
    for (int grid = 0; grid < MapTickets::grids; ++grid) {
        codes.insert(gridCode(grid).substr(0, codeLength));
    }
    std::vector<RegionSize> sizes;
    sizes.reserve(codes.size());
    for (const std::string &code : codes) {
        sizes.push_back({ { code }, 300, 100 });
    }
    return sizes;
}

/// Milliseconds of GROUP BY over a table of what the columns have.
double grouped(const MapTickets &input)
{
    sqlite3 *database = nullptr;
    sqlite3_open(":memory:", &database);
    sqlite3_exec(database, "CREATE TABLE ticket (grid INTEGER, category INTEGER); BEGIN", nullptr, nullptr, nullptr);
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO ticket VALUES (?1, ?2)", -1, &insert, nullptr);
    for (std::size_t i = 0; i < input.gridNumbers.size(); ++i) {
        sqlite3_bind_int(insert, 1, input.gridNumbers[i]);
        sqlite3_bind_int(insert, 2, input.categoryNumbers[i]);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
    const Times times = timed(3, [database](int) {
        sqlite3_exec(database, "SELECT grid, count(*) FROM ticket GROUP BY grid", nullptr, nullptr, nullptr);
    });
    sqlite3_close(database);
    return times.median;
}

void measure(std::size_t count)
{
    const MapTickets input = mapTickets(count);
    const double base = grouped(input);
    std::println("{} tickets, {} grids; baseline SQLite GROUP BY grid: {:.0f} ms", count, MapTickets::grids, base);
    DensityFilter month;
    month.from = startOf(MapTickets::firstDay + std::chrono::days { MapTickets::days - 30 });
    const Times all = timed(9, [&](int) { static_cast<void>(regionCounts(input.columns, {})); });
    const Times recent = timed(9, [&](int) { static_cast<void>(regionCounts(input.columns, month)); });
    std::println("  another filter: all time {:.2f} ms, 30 days with their past {:.2f} ms", all.median, recent.median);
    const RegionCounts counts = regionCounts(input.columns, month).value();
    const std::array levels { std::pair("townships", 9), std::pair("villages", 12), std::pair("grids", 15) };
    for (const auto &[name, length] : levels) {
        const std::vector<RegionSize> sizes = sizesOf(static_cast<std::size_t>(length));
        double worst = 0;
        for (std::size_t measure = 0; measure < regionMeasures; ++measure) {
            const auto as = static_cast<RegionMeasure>(measure);
            std::size_t used = 0;
            const Times times = timed(50, [&](int) {
                const std::vector<RegionFigure> figures = regionFigures(counts, sizes, as);
                const RegionClasses classes = classesOf(figures, as);
                for (const RegionFigure &figure : figures) {
                    used += figure.value ? classes.of(*figure.value) : 0;
                }
            });
            worst = std::max(worst, times.median + (used == 1 ? 1e-9 : 0));
        }
        std::println("  {:9} {:4}: slowest measure {:.3f} ms (to reach 2), ratio {:.5f}", name, sizes.size(), worst,
            worst / base);
    }
}

} // namespace

int main(int argc, char **argv) // NOLINT(bugprone-exception-escape)
{
    for (const std::size_t count : sizesToMeasure(argc, argv)) {
        measure(count);
    }
    return EXIT_SUCCESS;
}
