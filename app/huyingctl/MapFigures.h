#pragma once

#include "ReadLog.h"

#include <datafiles/MapData.h>

#include <functional>

namespace huying
{

/// Of which tickets figures are wanted; days are whole.
struct FiguresWish {
    std::vector<CategoryCode> categories; ///< any of these or below
    std::vector<RegionCode> regions; ///< any of these or within
    std::vector<UnitCode> units;
    std::set<Channel> channels;
    std::set<Step> steps; ///< none named: all but void ones
    std::set<DeadlineClass> classes;
    std::optional<Day> from;
    std::optional<Day> to; ///< counts too
};

/// The tickets, regions and words for the map's files. NotFound where the wish names what the log does not know;
/// Cancelled where `progress`, which is told the percent read, says false.
std::expected<MapData, Failure> mapData(
    ReadLog &log, const FiguresWish &wish, const std::function<bool(int percent)> &progress);

} // namespace huying
