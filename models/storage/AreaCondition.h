#pragma once

#include "RowConditions.h"

struct sqlite3;

namespace huying
{

/// Teaches a connection `lies_within(longitude, latitude, corners)`, the corners as bytes of `bytesOf`.
int addAreaFunction(sqlite3 *connection);

/// That a ticket lies in `area`, which is not empty.
void addArea(RowConditions &conditions, const GeoArea &area);

} // namespace huying
