#pragma once

#include "GeoPoint.h"

namespace huying
{

/// A place in degrees, finer than a GeoPoint: what is converted on its way from one system to another.
struct Degrees {
    double longitude = 0;
    double latitude = 0;

    bool operator==(const Degrees &) const = default;
};

/// `given`, in `datum`, in WGS-84. CGCS2000 is equal at the accuracy of a ticket. GCJ-02 and BD-09 are shifted by
/// formula within 73.66-135.05 E, 3.86-53.55 N and nowhere else; their inverse is iterated until it moves by less than
/// a millimetre. What is no number stays so.
Degrees toWgs84(Degrees given, Datum datum);
/// `place`, in WGS-84, as it is written in `datum`.
Degrees fromWgs84(Degrees place, Datum datum);

/// The same to the centimetre of a GeoPoint.
GeoPoint toWgs84(GeoPoint given, Datum datum);
GeoPoint fromWgs84(GeoPoint point, Datum datum);

} // namespace huying
