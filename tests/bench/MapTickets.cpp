#include "MapTickets.h"

#include <algorithm>
#include <format>
#include <random>
#include <string_view>

namespace huying
{

std::string gridCode(int number)
{
    return std::format("130529{:03}{:03}{:03}", 100 + number / 280, 1 + number % 280 / 10, 1 + number % 10);
}

MapTickets mapTickets(std::size_t count)
{
    MapTickets made;
    made.columns = HeatColumns(gridAround(GeoPoint::fromDegrees(114.85, 37.05), GeoPoint::fromDegrees(115.25, 37.40)));
    std::mt19937 random(11);
    std::normal_distribution<double> near(0, 0.03);
    std::uniform_real_distribution<double> anywhere(0, 1);
    for (std::size_t i = 0; i < count; ++i) {
        const bool isField = i % 4 == 0;
        const double x = std::clamp(isField ? anywhere(random) : 0.05 + 0.09 * double(i % 11) + near(random), 0., 1.);
        const double y = std::clamp(isField ? anywhere(random) : 0.1 + 0.2 * double(i % 5) + near(random), 0., 1.);
        const int category = static_cast<int>(random() % MapTickets::categories);
        const int grid = static_cast<int>(random() % MapTickets::grids);
        HeatPoint point;
        point.point = GeoPoint::fromDegrees(114.85 + 0.4 * x, 37.40 - 0.35 * y);
        point.category.text = std::to_string(1000 + category);
        point.region.text = gridCode(grid);
        point.unit.text = std::to_string(random() % 60);
        point.channel = static_cast<Channel>(random() % channelNames.size());
        point.step = static_cast<Step>(random() % stepNames.size());
        point.deadlineClass = static_cast<DeadlineClass>(random() % deadlineClassNames.size());
        point.timeliness = static_cast<Timeliness>(random() % 3);
        point.reportedAt =
            startOf(MapTickets::firstDay) + std::chrono::minutes { random() % (MapTickets::days * 1440) };
        made.columns.append(point);
        made.xs.push_back(static_cast<float>(x));
        made.ys.push_back(static_cast<float>(y));
        made.categoryNumbers.push_back(static_cast<std::uint8_t>(category));
        made.gridNumbers.push_back(static_cast<std::uint16_t>(grid));
    }
    made.columns.shrink();
    return made;
}

std::vector<std::size_t> sizesToMeasure(int argc, char **argv)
{
    return argc > 1 && std::string_view(argv[1]) == "--small" ? std::vector<std::size_t> { 550'000 }
                                                              : std::vector<std::size_t> { 550'000, 10'000'000 };
}

} // namespace huying
