#include "HeatTickets.h"

#include <random>

namespace huying
{

HeatGrid countyGrid()
{
    return gridAround(GeoPoint::fromDegrees(114.85, 37.05), GeoPoint::fromDegrees(115.25, 37.40));
}

HeatPoint ticketAt(double longitude, double latitude)
{
    HeatPoint point;
    point.point = GeoPoint::fromDegrees(longitude, latitude);
    point.reportedAt = start;
    return point;
}

std::vector<HeatPoint> manyTickets(int count)
{
    std::mt19937 random(7);
    std::normal_distribution<double> near(0, 0.01);
    std::uniform_real_distribution<double> anywhere(0.05, 0.95);
    std::vector<HeatPoint> points;
    for (int i = 0; i < count; ++i) {
        const double x = i % 3 == 0 ? anywhere(random) : 0.2 + 0.15 * (i % 5) + near(random);
        const double y = i % 3 == 0 ? anywhere(random) : 0.3 + 0.1 * (i % 4) + near(random);
        HeatPoint point = ticketAt(114.85 + 0.4 * x, 37.05 + 0.35 * y);
        point.category.text = std::string("0") + static_cast<char>('1' + i % 9) + (i % 2 == 0 ? "01" : "02");
        point.region.text = "1305291" + std::to_string(10 + i % 12) + std::to_string(100 + i % 30);
        point.unit.text = "u" + std::to_string(i % 40);
        point.reportedAt = start + std::chrono::minutes { 37 * i };
        point.step = static_cast<Step>(i % 6);
        point.channel = static_cast<Channel>(i % 7);
        point.deadlineClass = static_cast<DeadlineClass>(i % 4);
        points.push_back(point);
    }
    return points;
}

HeatColumns columnsOf(const std::vector<HeatPoint> &points)
{
    HeatColumns columns(countyGrid());
    for (const HeatPoint &point : points) {
        columns.append(point);
    }
    return columns;
}

} // namespace huying
