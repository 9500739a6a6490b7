#pragma once

#include "GeoReading.h"

#include <domain/Directory.h>

#include <vector>

namespace huying
{

/// How a feature of a file came to its region.
enum class MatchedBy : std::uint8_t {
    Code,
    Name, ///< to the letter
    BareName, ///< without 镇, 村, 村委会
    NewCode, ///< a code of the level in this county that nobody has set: the region is new
    Hand, ///< somebody said so
    Nothing,
    SeveralNames, ///< more than one region is called so
};

struct Match {
    int feature = 0;
    MatchedBy by = MatchedBy::Nothing;
    RegionCode region; ///< empty for the last two
    QString name; ///< in the file
    QString code; ///< in the file
    std::vector<RegionCode> suggestions; ///< that sound alike or are called so; never taken by itself
};

struct Matching {
    std::vector<Match> matches; ///< one for each feature, in their order
    QString nameField; ///< empty where no field is one of names
    QString codeField;
    std::vector<RegionCode> withoutFeature; ///< regions of the level, known and valid, that the file has not

    int matched() const;
};

struct MatchWish {
    RegionLevel level = RegionLevel::County;
    RegionCode county;
    QString nameField; ///< empty: the field that fits best
    QString codeField;
};

/// Which region each feature of `reading` is. Invalid when a field of the wish is not in the file.
std::expected<Matching, Failure> matched(const GeoReading &reading, const Directory &directory, const MatchWish &wish);

/// The field of `reading` in which its features are called something: `wanted`, where that is not empty, else one with
/// a usual name; -1 where there is none. Invalid when `wanted` is not in the file.
std::expected<int, Failure> nameFieldOf(const GeoReading &reading, const QString &wanted);

} // namespace huying
