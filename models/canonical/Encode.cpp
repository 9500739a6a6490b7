#include "Encode.h"

namespace huying
{

void encode(std::string &json, Day day)
{
    appendText(json, isoDay(day));
}

void encode(std::string &json, const GeoPoint &point)
{
    json += '[';
    appendNumber(json, point.longitudeE7);
    json += ',';
    appendNumber(json, point.latitudeE7);
    json += ']';
}

} // namespace huying
