#pragma once

#include <mapfiles/FilmMaking.h>
#include <scene/CountyScene.h>

namespace huying
{

/// What a sheet says of itself besides what is seen.
struct SheetWords {
    QString title; ///< county and what the filter names
    QString source; ///< whose figures
};

/// What is seen now, as it goes into a file.
struct MapSight {
    const CountyScene *scene = nullptr;
    WorldRect view;
    SheetWords words;
    QString period;
    Instant now;
};

/// The sheet of it, with copies of all that a thread of its own reads.
SheetStuff sheetOf(const MapSight &sight);

/// A film of the density: the wish's tickets frame by frame, all in one scale, which is that of the frame with the most
/// unless the wish has one. `names` say what each frame's period is.
FilmPlan filmOf(const MapSight &sight, const HeatWish &wish, std::vector<Frame> frames, const QStringList &names);

} // namespace huying
