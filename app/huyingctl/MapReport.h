#pragma once

#include <geo/LayerMaking.h>
#include <geo/ShiftCheck.h>

#include <QJsonObject>

#include <optional>

namespace huying
{

/// What an import of geography found, and did.
struct MapReport {
    const GeoReading &reading;
    const Matching &matching;
    const Directory &directory;
    RegionLevel level;
    ShiftShares shares;
    std::optional<std::int64_t> position; ///< in the log; nothing where it was only looked at
};

/// For people: what matched and how, what did not, remarks, warnings.
QString wordsFor(const MapReport &report);
QJsonObject objectOf(const MapReport &report);

} // namespace huying
