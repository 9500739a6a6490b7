#include "MapSheets.h"

#include <views/Wording.h>

#include <QCoreApplication>
#include <QHash>

#include <set>

namespace huying
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MapSheet)
};

QString number(double value, double top)
{
    return QLocale().toString(value, 'f', top < 4 ? 2 : top < 20 ? 1 : 0);
}

SheetLegend rulerOf(double top, const QString &period, const MapColours &colours)
{
    SheetLegend legend;
    legend.title = Text::tr("Tickets per square kilometre, %1").arg(period);
    const HeatRamp ramp(colours.heat);
    for (int i = 0; i <= 8; ++i) {
        legend.colours.append(ramp.colourAt(i / 8.0));
    }
    for (int i = 0; i <= 4; ++i) {
        legend.marks.append(number(top * i / 4, top) + (i == 4 ? QStringLiteral("+") : QString()));
    }
    return legend;
}

std::vector<std::pair<WorldRect, QImage>> tilesOf(const CountyScene &scene, const WorldRect &view)
{
    std::vector<std::pair<WorldRect, QImage>> tiles;
    BaseMap &base = const_cast<CountyScene &>(scene).base();
    if (base.isEmpty()) {
        return tiles;
    }
    const int level = tileLevel(sheetSize.width() / view.width, base.deepest());
    for (std::size_t layer = 0; layer < base.layerCount(); ++layer) {
        std::set<TileAddress> shown;
        for (const TileAddress &tile : tilesIn(view, level)) {
            const auto best = base.best(layer, tile);
            if (best && shown.insert(*best).second) {
                tiles.emplace_back(best->rect(), *base.tile(layer, *best));
            }
        }
    }
    return tiles;
}

void shade(MapSheet &sheet, const RegionPicture &picture, const CountyScene &scene)
{
    for (const RegionFigure &figure : picture.figures) {
        sheet.shaded.push_back({ figure.code, colourOf(picture, figure, scene.colours()), figure.isSilent });
    }
    const RegionLegend &legend = scene.regionLegend();
    sheet.legend = { legend.title, legend.colours, legend.marks, false, legend.silent };
}

} // namespace

SheetStuff sheetOf(const MapSight &sight)
{
    const CountyScene &scene = *sight.scene;
    SheetStuff stuff;
    stuff.regions = std::make_shared<const RegionShapes>(scene.regions());
    stuff.labels = std::make_shared<const MapLabels>(scene.labels());
    MapSheet &sheet = stuff.sheet;
    sheet.title = sight.words.title;
    sheet.period = sight.period;
    sheet.made = Text::tr("made on %1").arg(fullTime(sight.now));
    QStringList sources { sight.words.source };
    if (scene.isSchematic()) {
        sources.append(Text::tr("Schematic map"));
    }
    if (!scene.attribution().isEmpty()) {
        sources.append(scene.attribution());
    }
    sheet.source = sources.join(QStringLiteral(" · "));
    sheet.view = sight.view;
    sheet.colours = scene.colours();
    sheet.regions = stuff.regions.get();
    sheet.labels = stuff.labels.get();
    sheet.outlines = scene.outlines();
    sheet.tiles = tilesOf(scene, sight.view);
    sheet.pins = scene.pins();
    if (scene.heat()) {
        sheet.heat = scene.heat();
        sheet.legend = rulerOf(scene.heatTop(), sight.period, scene.colours());
    } else if (const auto &picture = scene.regionPicture()) {
        shade(sheet, *picture, scene);
    }
    return stuff;
}

FilmPlan filmOf(const MapSight &sight, const HeatWish &wish, std::vector<Frame> frames, const QStringList &names)
{
    struct Scale {
        double top = 0;
    };
    const auto wishFor = [wish](const Frame &frame) {
        HeatWish narrowed = wish;
        narrowed.filter.from = frame.from;
        narrowed.filter.until = frame.until;
        return narrowed;
    };
    QHash<Instant::rep, QString> periods;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        periods.insert(frames[i].from.time_since_epoch().count(), names.value(qsizetype(i)));
    }
    auto scale = std::make_shared<Scale>();
    FilmPlan plan;
    plan.frames = std::move(frames);
    plan.title = sight.words.title;
    if (wish.lockedTop) {
        scale->top = *wish.lockedTop;
    } else {
        plan.look = [scale, wishFor](const Frame &frame) {
            if (const auto made = density(wishFor(frame).columns, wishFor(frame).filter, wishFor(frame).radiusMetres)) {
                scale->top = std::max(scale->top, topOf(*made));
            }
        };
    }
    SheetStuff stuff = sheetOf(sight);
    stuff.sheet.pins.clear(); // they are those of now
    plan.sheetOf = [stuff = std::move(stuff), scale, wishFor, periods](
                       const Frame &frame, const std::stop_token &stop) {
        HeatWish narrowed = wishFor(frame);
        narrowed.lockedTop = scale->top;
        MapSheet sheet = stuff.sheet;
        sheet.period = periods.value(frame.from.time_since_epoch().count());
        auto picture = heatPicture(narrowed, stop);
        sheet.heat = picture ? std::make_shared<const HeatPicture>(std::move(*picture)) : nullptr;
        sheet.legend = rulerOf(scale->top, sheet.period, sheet.colours);
        return sheet;
    };
    return plan;
}

} // namespace huying
