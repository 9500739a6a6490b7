#pragma once

#include "Matching.h"
#include "ShiftCheck.h"

#include <QStringList>

namespace huying
{

/// `by its code`, `by its name` …; what is to be done about it where there is no region.
QString wordFor(MatchedBy by);

/// `1,240 m²`, `0.35 km²`.
QString areaText(double squareMetres);

/// What a feature is called: its name, its code, or its number in the file.
QString nameOf(const Match &match);

/// What was found out about the file, a sentence each: what was mended, left out, simplified, where siblings overlap
/// and where there are gaps, the largest first and at most `most` of each kind, with how many there are in all.
QStringList remarkSentences(const GeoReading &reading, const Matching &matching, std::size_t most);

/// The share of tickets within their borders as given and otherwise, and what is suspected; empty where nothing is.
QString shiftWarning(const ShiftShares &shares);

} // namespace huying
