#pragma once

#include <geo/GeoReading.h>

#include <QJsonObject>

#include <optional>

namespace huying
{

/// What an import of another layer found, and did.
struct ReferenceReport {
    const GeoReading &reading;
    const ReferenceLayer &layer;
    std::optional<std::int64_t> position; ///< in the log; nothing where it was only looked at
};

/// For people: what is in the layer and how many of it have a name.
QString wordsFor(const ReferenceReport &report);
QJsonObject objectOf(const ReferenceReport &report);

/// How many features of a layer are areas, lines and points, and have a name; one that is several of them counts as
/// the first.
struct ReferenceCounts {
    int areas = 0;
    int lines = 0;
    int points = 0;
    int named = 0;
};
ReferenceCounts countsOf(const ReferenceLayer &layer);

} // namespace huying
