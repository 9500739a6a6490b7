#include "GeoReading.h"

namespace huying
{

int GeoReading::placesLeft() const
{
    std::size_t places = 0;
    for (const GeoFeature &feature : features) {
        for (const Polygon &area : feature.areas) {
            for (const Ring &ring : area) {
                places += ring.size();
            }
        }
        for (const auto &line : feature.lines) {
            places += line.size();
        }
        places += feature.points.size();
    }
    return static_cast<int>(places);
}

} // namespace huying
