#pragma once

#include "Console.h"
#include "ReadLog.h"

namespace huying
{

/// A simulated county that goes on.
struct LiveWish {
    LogAddress log; ///< is there already
    std::uint64_t seed = 1;
    double ticketsPerMinute = 6;
    std::vector<GeoPoint> border = {}; ///< of the county, where it was not made up
};

/// What it has come to when it was stopped.
struct LiveTally {
    qint64 tickets = 0;
    qint64 events = 0;
    qint64 refused = 0;
};

/// Goes on until it is asked to stop; progress is how much has happened.
std::expected<LiveTally, Failure> runLive(const LiveWish &wish, Console &console);

} // namespace huying
