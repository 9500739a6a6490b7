#include "Drivers.h"

#include <ogrsf_frmts.h>

#include <array>

namespace huying
{

namespace
{

struct Ending {
    const char *ending;
    const char *driver;
};

constexpr std::array endings { Ending { ".gpkg", "GPKG" }, Ending { ".shp", "ESRI Shapefile" },
    Ending { ".geojson", "GeoJSON" }, Ending { ".json", "GeoJSON" }, Ending { ".kml", "LIBKML" },
    Ending { ".kmz", "LIBKML" }, Ending { ".csv", "CSV" }, Ending { ".fgb", "FlatGeobuf" } };

void CPL_STDCALL hear(CPLErr severity, CPLErrorNum, const char *text)
{
    if (severity == CE_Warning || severity == CE_Failure || severity == CE_Fatal) {
        static_cast<GdalWords *>(CPLGetErrorHandlerUserData())->take(severity != CE_Warning, text);
    }
}

} // namespace

void keepGdalToItself()
{
    CPLSetConfigOption("OGR_SQLITE_LOAD_EXTENSIONS", nullptr);
    CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_FILENAME", "none");
    CPLSetConfigOption("PROJ_NETWORK", "OFF");
    CPLSetConfigOption("GDAL_NUM_THREADS", "1");
    CPLSetConfigOption("OGR_GPKG_NUM_THREADS", "1");
}

void registerDrivers()
{
    RegisterOGRGeoPackage();
    RegisterOGRShape();
    RegisterOGRGeoJSON();
    RegisterOGRLIBKML();
    RegisterOGRCSV();
    RegisterOGRFlatGeobuf();
    keepGdalToItself();
}

std::optional<QStringList> driversFor(const std::filesystem::path &file)
{
    const QString name = QString::fromStdString(file.filename().string()).toLower();
    for (const Ending &known : endings) {
        if (name.endsWith(QLatin1StringView(known.ending))) {
            return QStringList { QLatin1StringView(known.driver).toString() };
        }
    }
    return std::nullopt;
}

QString readEndings()
{
    QStringList all;
    for (const Ending &known : endings) {
        all << QLatin1StringView(known.ending).toString();
    }
    return all.join(QStringLiteral(", "));
}

GdalWords::GdalWords()
{
    CPLPushErrorHandlerEx(hear, this);
}

GdalWords::~GdalWords()
{
    CPLPopErrorHandler();
}

int GdalWords::takeFailures()
{
    return std::exchange(_failures, 0);
}

void GdalWords::take(bool isFailure, const char *text)
{
    constexpr int mostWarnings = 10;
    constexpr int mostLetters = 300;
    const QString said = QString::fromUtf8(text).simplified().left(mostLetters);
    if (isFailure) {
        ++_failures;
        _firstFailure = _firstFailure.isEmpty() ? said : _firstFailure;
    } else if (!_warnings.contains(said) && _warnings.size() < mostWarnings) {
        _firstWarning = _firstWarning.isEmpty() ? said : _firstWarning;
        _warnings << said;
    }
}

} // namespace huying
