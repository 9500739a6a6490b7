#include "MapDataFiles.h"

#include "DensityRaster.h"
#include "RegionCsv.h"
#include "RegionTable.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace huying
{

namespace
{

struct SayDataFiles {
    Q_DECLARE_TR_FUNCTIONS(DataFiles)
};

enum class RegionForm : std::uint8_t { GeoPackage, GeoJson, Csv };

std::optional<RegionForm> regionFormOf(const QString &file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    return ending == u"gpkg"                        ? std::optional(RegionForm::GeoPackage)
        : ending == u"geojson" || ending == u"json" ? std::optional(RegionForm::GeoJson)
        : ending == u"csv"                          ? std::optional(RegionForm::Csv)
                                                    : std::nullopt;
}

std::unexpected<Failure> stoppedCounting()
{
    return failure(FailureKind::Cancelled, QCoreApplication::translate("Geo", "Stopped; nothing was written."));
}

GeoOutput regionOutput(const MapData &data, RegionForm form, const RegionTable &made)
{
    GeoRemarks remarks = remarksOf(data);
    remarks.emplace_back(QStringLiteral("TICKETS"), QString::number(made.tickets));
    remarks.emplace_back(QStringLiteral("TICKETS_ELSEWHERE"), QString::number(made.elsewhere));
    return { form == RegionForm::GeoJson ? GeoOutput::Format::GeoJson : GeoOutput::Format::GeoPackage, data.title,
        std::move(remarks), made.table };
}

std::expected<void, Failure> writeTable(const MapData &data, const RegionTable &made, const RegionsWish &wish,
    const QString &file, const WriterProcess &process, const std::stop_token &stop)
{
    const auto form = regionFormOf(file);
    if (form == RegionForm::Csv) {
        return writeRegionCsv(made.table, file, wish.hasBorders, stop);
    }
    return writeGeography(regionOutput(data, *form, made), file, process, stop);
}

} // namespace

std::expected<void, Failure> densityEnding(const QString &file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    return ending == u"tif" || ending == u"tiff"
        ? std::expected<void, Failure>()
        : failure(FailureKind::Invalid, SayDataFiles::tr("The density is written as GeoTIFF: .tif."));
}

std::expected<void, Failure> regionsEnding(const QString &file)
{
    return regionFormOf(file)
        ? std::expected<void, Failure>()
        : failure(FailureKind::Invalid,
              SayDataFiles::tr("Regions are written as GeoPackage, GeoJSON or CSV: .gpkg, .geojson or .csv."));
}

std::expected<DensityWritten, Failure> writeDensity(const MapData &data, double radiusMetres, const QString &file,
    const WriterProcess &process, const std::stop_token &stop)
{
    if (const auto named = densityEnding(file); !named) {
        return std::unexpected(named.error());
    }
    const auto made = density(data.columns, data.filter, radiusMetres, stop);
    if (!made) {
        return stoppedCounting();
    }
    return densityOutput(data, *made, radiusMetres)
        .and_then([&](const GeoOutput &output) { return writeGeography(output, file, process, stop); })
        .transform([&] {
            return DensityWritten { made->columns, made->rows, made->cellMetres, made->highest, made->counted,
                made->withoutPlace };
        });
}

std::expected<RegionsWritten, Failure> writeRegions(const MapData &data, const RegionsWish &wish, const QString &file,
    const WriterProcess &process, const std::stop_token &stop)
{
    if (const auto named = regionsEnding(file); !named) {
        return std::unexpected(named.error());
    }
    const auto counts = regionCounts(data.columns, data.filter, stop);
    if (!counts) {
        return stoppedCounting();
    }
    const RegionTable made = regionTable(data, wish.level, *counts);
    if (made.table.rows.empty()) {
        return failure(FailureKind::NotFound, SayDataFiles::tr("There are no regions of this level here."));
    }
    return writeTable(data, made, wish, file, process, stop).transform([&] {
        return RegionsWritten { made.table.rows.size(),
            std::size_t(std::ranges::count_if(made.table.rows, [](const GeoRow &row) { return row.areas.empty(); })),
            made.tickets, made.elsewhere };
    });
}

} // namespace huying
