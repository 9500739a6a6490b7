#pragma once

#include "GeoPoint.h"

namespace huying
{

/// `given`, in `datum`, as a place in WGS-84. CGCS2000 is equal at the accuracy of a ticket. GCJ-02 and BD-09 shift
/// only what lies in 73.66-135.05 E, 3.86-53.55 N; their inverse is iterated until it moves by less than a centimetre.
GeoPoint toWgs84(GeoPoint given, Datum datum);

/// The place `point` as it is written in `datum`.
GeoPoint fromWgs84(GeoPoint point, Datum datum);

} // namespace huying
