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

/// Brings what was made of a file into the log together: all of it is there afterwards, or nothing. `desk` tells by
/// what it came. Founds a ledger where there is none. The place of the last fact; Full when it is more than a backend
/// takes at once.
std::expected<Position, Failure> proposeFacts(
    const LogAddress &address, const RegionCode &county, std::vector<CountyFact> facts, const std::string &desk);

} // namespace huying
