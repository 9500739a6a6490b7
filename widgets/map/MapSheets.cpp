#include "MapSheets.h"

#include <views/Wording.h>

#include <QCoreApplication>

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
    // The top is 1, 2, 2.5 or 5 times a power of ten; its quarters are said exactly.
    const int decimals = top < 4 ? 4 : top < 400 ? 2 : 0;
    QString text = QLocale().toString(value, 'f', decimals);
    while (decimals > 0 && text.endsWith(u'0')) {
        text.chop(1);
    }
    return text.endsWith(QLocale().decimalPoint()) ? text.chopped(1) : text;
}

std::vector<std::pair<WorldRect, QImage>> tilesOf(const CountyScene &scene, const WorldRect &view)
{
    std::vector<std::pair<WorldRect, QImage>> tiles;
    const BaseMap &base = scene.base();
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

QString ticketsSaid(std::int64_t count)
{
    return Text::tr("%L1 tickets").arg(count);
}

PinKey pinKey()
{
    PinKey key { Text::tr("Open tickets"), {} };
    for (const Lamp lamp : { Lamp::Overdue, Lamp::Soon, Lamp::InTime, Lamp::Paused }) {
        key.lamps.emplace_back(lamp, wordFor(lamp));
    }
    return key;
}

} // namespace

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

QString tallyOf(const Density &density)
{
    const QString text = ticketsSaid(std::int64_t(density.counted));
    return density.withoutPlace == 0
        ? text
        : Text::tr("%1, and %L2 without a place in the county").arg(text).arg(density.withoutPlace);
}

QString tallyOf(const RegionPicture &picture)
{
    const QString text = ticketsSaid(std::int64_t(picture.counted) - picture.elsewhere);
    return picture.elsewhere == 0
        ? text
        : Text::tr("%1, and %L2 whose place is not known so closely").arg(text).arg(picture.elsewhere);
}

void shade(MapSheet &sheet, const RegionPicture &picture)
{
    sheet.tally = tallyOf(picture);
    for (const RegionFigure &figure : picture.figures) {
        sheet.shaded.push_back({ figure.code, colourOf(picture, figure, sheet.colours), figure.isSilent });
    }
    const RegionLegend legend = legendOf(picture, sheet.colours);
    sheet.legend = { legend.title, legend.colours, legend.marks, false, legend.silent };
}

SheetStuff sheetOf(const MapSight &sight)
{
    const CountyScene &scene = *sight.scene;
    SheetStuff stuff;
    stuff.regions = std::make_shared<const RegionShapes>(scene.regions());
    stuff.labels = std::make_shared<const MapLabels>(scene.labels());
    MapSheet &sheet = stuff.sheet;
    sheet.title = sight.words.title;
    sheet.period = sight.isFrame || sight.words.days.isEmpty() ? sight.period : sight.words.days;
    sheet.made = Text::tr("made on %1").arg(fullTime(sight.words.madeAt));
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
    sheet.reference = scene.reference().shapes();
    sheet.tiles = tilesOf(scene, sight.view);
    sheet.pins = scene.pins();
    sheet.pinKey = pinKey();
    if (scene.heat()) {
        sheet.heat = scene.heat();
        sheet.legend = rulerOf(scene.heatTop(), sight.period, scene.colours());
        sheet.tally = tallyOf(sheet.heat->density);
    } else if (const auto &picture = scene.regionPicture()) {
        shade(sheet, *picture);
    }
    return stuff;
}

} // namespace huying
