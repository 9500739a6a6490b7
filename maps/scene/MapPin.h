#pragma once

#include <domain/GeoPoint.h>
#include <domain/Lamp.h>
#include <domain/Uuid.h>

namespace huying
{

/// An open ticket on the map.
struct MapPin {
    TicketId id;
    GeoPoint point;
    Lamp lamp = Lamp::InTime;

    bool operator==(const MapPin &) const = default;
};

} // namespace huying
