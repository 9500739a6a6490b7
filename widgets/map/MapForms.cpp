#include "MapForms.h"

#include <datafiles/MapDataFiles.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

struct SayForms {
    Q_DECLARE_TR_FUNCTIONS(MapForms)
};

/// All that is written, put together in the thread that writes.
MapData figuresData(const SheetWords &words, const RegionShapes &shapes, const FiguresShown &figures)
{
    MapData data;
    data.columns = figures.columns;
    data.filter = figures.filter;
    for (const RegionLevel level :
        { RegionLevel::County, RegionLevel::Township, RegionLevel::Village, RegionLevel::Grid }) {
        for (const RegionShape &shape : shapes.at(level)) {
            data.regions.push_back(shape.region);
        }
    }
    data.title = words.title;
    data.source = words.source;
    data.madeAt = words.madeAt;
    return data;
}

} // namespace

std::vector<DataForm> dataForms(const MapSight &sight, const SheetStuff &stuff, FiguresShown figures)
{
    const auto shown = std::make_shared<const FiguresShown>(std::move(figures));
    const auto data = [shown, words = sight.words, regions = stuff.regions] {
        return figuresData(words, *regions, *shown);
    };
    const auto writeDots = [shown, data](const QString &file, const DataChoice &, const std::stop_token &stop) {
        return writeDensity(data(), shown->radiusMetres, file, shown->writer, stop)
            .transform([](const DensityWritten &) {});
    };
    const auto writeAreas = [shown, data](const QString &file, const DataChoice &choice, const std::stop_token &stop) {
        return writeRegions(data(), { choice.level, choice.hasBorders }, file, shown->writer, stop)
            .transform([](const RegionsWritten &) {});
    };
    return { { SayForms::tr("Density (GeoTIFF)"), QStringLiteral("tif"), SayForms::tr("Rasters (*.tif)"), false, false,
                 writeDots },
        { SayForms::tr("Regions with figures (GeoPackage)"), QStringLiteral("gpkg"),
            SayForms::tr("GeoPackages (*.gpkg)"), true, false, writeAreas },
        { SayForms::tr("Regions with figures (GeoJSON)"), QStringLiteral("geojson"),
            SayForms::tr("GeoJSON (*.geojson)"), true, false, writeAreas },
        { SayForms::tr("Regions with figures (CSV, for spreadsheets)"), QStringLiteral("csv"),
            SayForms::tr("Tables (*.csv)"), true, true, writeAreas } };
}

} // namespace huying
