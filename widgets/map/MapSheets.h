#pragma once

#include <heat/HeatWorker.h>
#include <mapfiles/FilmMaking.h>
#include <scene/CountyScene.h>

namespace huying
{

/// What a sheet says of itself besides what is seen.
struct SheetWords {
    QString title; ///< county and what the filter names
    QString days; ///< "2026-10-30 to 2026-11-28", all that the filter lets pass
    QString source; ///< whose figures
    Instant madeAt; ///< by the corrected clock
};

/// What is seen now, as it goes into a file.
struct MapSight {
    const CountyScene *scene = nullptr;
    WorldRect view;
    SheetWords words;
    QString period; ///< as the legend says it
    bool isFrame = false; ///< of the time bar: the period says its day
};

/// The sheet of it, with copies of all that a thread of its own reads.
SheetStuff sheetOf(const MapSight &sight);

/// What the colours of a density mean, up to `top` tickets per square kilometre.
SheetLegend rulerOf(double top, const QString &period, const MapColours &colours);

/// How many tickets a density or a level is made of, and how many are in no place of it.
QString tallyOf(const Density &density);
QString tallyOf(const RegionPicture &picture);

/// Puts the shades of regions and what they mean on a sheet.
void shade(MapSheet &sheet, const RegionPicture &picture);

/// What a film shows: the density that is wished for, or the regions of a level by a figure.
struct FilmShow {
    HeatWish wish; ///< its period is that of each frame
    RegionLevel level = RegionLevel::Township;
    RegionMeasure measure = RegionMeasure::Tickets;
    std::optional<RegionClasses> classes; ///< of a scale that stays
    bool isByRegion = false;
};

/// A film of it, frame by frame, all in one scale: the one that stays, or one that fits all frames. `names` say what
/// each frame's period is.
FilmPlan filmOf(const MapSight &sight, const FilmShow &show, std::vector<Frame> frames, const QStringList &names);

} // namespace huying
