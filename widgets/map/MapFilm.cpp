#include "MapSheets.h"

#include <scene/RegionWords.h>

#include <QHash>

namespace huying
{

namespace
{

/// What all frames of a film share. Filled while the frames are looked at, read while they are painted, by one thread.
struct FilmScale {
    double top = 0;
    std::vector<RegionFigure> figures;
    std::optional<RegionClasses> classes;
};

class FilmFrames
{
public:
    FilmFrames(const MapSight &sight, const FilmShow &show, std::span<const Frame> frames, const QStringList &names)
        : _stuff(sheetOf(sight)), _show(show)
    {
        _stuff.sheet.pins.clear(); // they are those of now
        _scale.top = show.wish.lockedTop.value_or(0);
        _scale.classes = show.classes;
        const std::size_t figures = frames.size() * std::max<std::size_t>(_stuff.regions->at(show.level).size(), 1);
        _lookEvery = std::max<std::size_t>(figures / mostFigures, 1);
        for (std::size_t i = 0; i < frames.size(); ++i) {
            _periods.insert(frames[i].from.time_since_epoch().count(), names.value(qsizetype(i)));
        }
    }

    void look(const Frame &frame)
    {
        if (_show.isByRegion && !_show.classes) {
            if (_looked++ % _lookEvery != 0) {
                return;
            }
            const auto picture = regionsAt(frame, {});
            _scale.figures.insert(_scale.figures.end(), picture.figures.begin(), picture.figures.end());
        } else if (!_show.isByRegion && !_show.wish.lockedTop) {
            const HeatWish wish = wishFor(frame);
            if (const auto made = density(wish.columns, wish.filter, wish.radiusMetres)) {
                _scale.top = std::max(_scale.top, topOf(*made));
            }
        }
    }

    MapSheet sheetAt(const Frame &frame, const std::stop_token &stop)
    {
        MapSheet sheet = _stuff.sheet;
        sheet.period = _periods.value(frame.from.time_since_epoch().count());
        sheet.heat.reset();
        sheet.shaded.clear();
        if (_show.isByRegion) {
            if (!_scale.classes) {
                _scale.classes = classesOf(_scale.figures, _show.measure);
            }
            RegionPicture picture = regionsAt(frame, _scale.classes);
            picture.period = sheet.period;
            shade(sheet, picture);
        } else {
            HeatWish wish = wishFor(frame);
            wish.lockedTop = _scale.top;
            if (auto picture = heatPicture(wish, stop)) {
                sheet.heat = std::make_shared<const HeatPicture>(std::move(*picture));
            }
            sheet.legend = rulerOf(_scale.top, sheet.period, sheet.colours);
            sheet.tally = sheet.heat ? tallyOf(sheet.heat->density) : QString();
        }
        return sheet;
    }

private:
    HeatWish wishFor(const Frame &frame) const
    {
        HeatWish wish = _show.wish;
        wish.filter.from = frame.from;
        wish.filter.until = frame.until;
        return wish;
    }

    RegionPicture regionsAt(const Frame &frame, const std::optional<RegionClasses> &classes) const
    {
        const HeatWish wish = wishFor(frame);
        const auto counts = regionCounts(wish.columns, wish.filter);
        return regionPicture(counts.value_or(RegionCounts()), *_stuff.regions, _show.level, _show.measure, classes);
    }

    /// Enough for classes that fit all frames; more would only take memory.
    static constexpr std::size_t mostFigures = 300'000;

    SheetStuff _stuff;
    FilmShow _show;
    FilmScale _scale;
    std::size_t _looked = 0;
    std::size_t _lookEvery = 1; ///< frames, so that those looked at lie evenly
    QHash<Instant::rep, QString> _periods;
};

} // namespace

FilmPlan filmOf(const MapSight &sight, const FilmShow &show, std::vector<Frame> frames, const QStringList &names)
{
    FilmPlan plan;
    const auto all = std::make_shared<FilmFrames>(sight, show, frames, names);
    plan.frames = std::move(frames);
    plan.title = sight.words.title;
    plan.look = [all](const Frame &frame) { all->look(frame); };
    plan.sheetOf = [all](const Frame &frame, const std::stop_token &stop) { return all->sheetAt(frame, stop); };
    return plan;
}

} // namespace huying
