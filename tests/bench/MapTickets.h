#pragma once

#include <heat/HeatColumns.h>

#include <cstdint>
#include <vector>

namespace huying
{

/// Tickets as a county has them, the same in every run: towns and fields, 140 categories, 2,800 grids in 290 villages,
/// 40 months.
struct MapTickets {
    static constexpr int categories = 140;
    static constexpr int grids = 2800;
    static constexpr int days = 1217;
    static constexpr Day firstDay { std::chrono::days { 18262 } };

    HeatColumns columns;
    std::vector<float> xs; ///< for the plain way: places as shares of the screen
    std::vector<float> ys;
    std::vector<std::uint8_t> categoryNumbers;
    std::vector<std::uint16_t> gridNumbers;
};

std::string gridCode(int number);
MapTickets mapTickets(std::size_t count);

/// Milliseconds.
struct Times {
    double median = 0;
    double worst = 0;
};

template <class Work>
Times timed(int rounds, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto before = std::chrono::steady_clock::now();
        work(i);
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before).count());
    }
    std::ranges::sort(times);
    return { times[times.size() / 2], times.back() };
}

/// `--small` leaves out ten million tickets.
std::vector<std::size_t> sizesToMeasure(int argc, char **argv);

} // namespace huying
