#include "FilmMaking.h"

#include <mapprint/Film.h>

#include <QPainter>

namespace huying
{

namespace
{

QImage pictureOf(const MapSheet &sheet, QSize size)
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(sheet.colours.surface);
    QPainter painter(&picture);
    paint(painter, QRectF(QPointF(), size), sheet);
    return picture;
}

std::expected<void, Failure> makeFilm(
    const FilmPlan &plan, const QString &file, const std::stop_token &stop, const FileJob::Tell &tell)
{
    if (plan.frames.empty() || std::ssize(plan.frames) > Film::mostFrames) {
        return failure(FailureKind::Invalid,
            FileJob::tr("A film has from 1 to %L1 frames, this one has %L2: choose a longer step or a shorter period.")
                .arg(Film::mostFrames)
                .arg(plan.frames.size()));
    }
    auto film = Film::begin(file, plan.size, plan.milliseconds);
    if (!film) {
        return std::unexpected(film.error());
    }
    const int count = int(plan.frames.size());
    const int steps = plan.look ? 2 * count : count;
    int done = 0;
    for (const Frame &frame : plan.frames) {
        if (stop.stop_requested()) {
            return stopped();
        }
        if (plan.look) {
            plan.look(frame);
            tell(++done, steps);
        }
    }
    for (const Frame &frame : plan.frames) {
        const MapSheet sheet = plan.sheetOf(frame, stop);
        if (stop.stop_requested()) {
            return stopped();
        }
        if (const auto added = (*film)->add(pictureOf(sheet, plan.size)); !added) {
            return added;
        }
        tell(++done, steps);
    }
    return (*film)->finish();
}

} // namespace

FileJob::Work filmWork(FilmPlan plan, const QString &file)
{
    return [plan = std::move(plan), file](
               const std::stop_token &stop, const FileJob::Tell &tell) { return makeFilm(plan, file, stop, tell); };
}

} // namespace huying
