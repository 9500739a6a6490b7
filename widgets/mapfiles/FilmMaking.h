#pragma once

#include "FileJob.h"
#include "SheetDialog.h"

#include <timebar/Frames.h>

#include <QSize>

#include <vector>

namespace huying
{

/// A film of the map: a sheet for each frame.
struct FilmPlan {
    std::vector<Frame> frames;
    /// Goes through the frames once before any is painted, so that all get one scale; may be empty.
    std::function<void(const Frame &)> look;
    /// Called in the film's thread.
    std::function<MapSheet(const Frame &, const std::stop_token &)> sheetOf;
    QString title;
    QSize size { 1600, 1131 }; ///< pixels; even numbers, as films want them
    int milliseconds = 500; ///< of each frame
};

/// Writes the film (.webp) or its pictures (.png); all of it or nothing.
FileJob::Work filmWork(FilmPlan plan, const QString &file);

} // namespace huying
