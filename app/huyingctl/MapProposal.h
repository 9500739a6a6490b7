#pragma once

#include "ReadLog.h"

#include <geo/LayerMaking.h>
#include <geo/ShiftCheck.h>

namespace huying
{

/// What a map layer has to go with: the county as the log has it. A ledger that is not there yet knows nothing.
struct MapSurroundings {
    Directory directory;
    std::optional<ReadLog> log; ///< nothing where there is no ledger yet
};
std::expected<MapSurroundings, Failure> mapSurroundings(const LogAddress &address);

/// Of at most some ten thousands of the log's tickets; they are spread over all of it.
std::expected<ShiftShares, Failure> shiftSharesOf(MapSurroundings &surroundings, const GeoLayer &layer);

/// Brings the layer's regions into the log together: all of them are there afterwards, or none. Founds a ledger where
/// there is none. The place of the last one; Full when it is more than a backend takes at once.
std::expected<Position, Failure> proposeLayer(
    const LogAddress &address, const RegionCode &county, const GeoLayer &layer, const Directory &directory);

} // namespace huying
