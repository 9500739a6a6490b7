#include "ZoneCities.h"

#include <cmath>
#include <fstream>
#include <limits>
#include <numbers>
#include <sstream>

namespace huying
{

namespace
{

/// ISO 6709 degrees: `+4042` or `+404251` (latitude), `-07400` or `-0740023` (longitude).
double degreesOf(const std::string &text)
{
    const bool isLongitude = text.size() == 6 || text.size() == 8;
    const std::size_t wide = isLongitude ? 3 : 2;
    const auto part = [&](std::size_t from, std::size_t length) {
        return from + length <= text.size() ? std::stod(text.substr(from, length)) : 0.0;
    };
    const double value = part(1, wide) + part(1 + wide, 2) / 60 + part(3 + wide, 2) / 3600;
    return text.front() == '-' ? -value : value;
}

} // namespace

std::optional<std::string> zoneOfNearestCity(double longitude, double latitude)
{
    std::ifstream table("/usr/share/zoneinfo/zone1970.tab");
    std::optional<std::string> nearest;
    double least = std::numeric_limits<double>::max();
    for (std::string line; std::getline(table, line);) {
        std::istringstream fields(line);
        std::string countries;
        std::string place;
        std::string zone;
        if (line.starts_with('#') || !(fields >> countries >> place >> zone)) {
            continue;
        }
        const auto split = place.find_first_of("+-", 1);
        if (split == std::string::npos) {
            continue;
        }
        const double north = degreesOf(place.substr(0, split)) - latitude;
        double east = std::abs(degreesOf(place.substr(split)) - longitude);
        east = std::min(east, 360 - east) * std::cos(latitude * std::numbers::pi / 180);
        const double distance = north * north + east * east;
        if (distance < least) {
            least = distance;
            nearest = zone;
        }
    }
    return nearest;
}

} // namespace huying
