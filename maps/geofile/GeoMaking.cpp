#include "GeoMaking.h"

#include "Drivers.h"
#include "RasterMaking.h"
#include "TableMaking.h"

#include <cpl_vsi.h>
#include <ogrsf_frmts.h>

#include <gdal_frmts.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

constexpr const char *inMemory = "/vsimem/huying/map";

/// What GDAL has made in memory; nothing of it stays there.
QByteArray takenFromMemory()
{
    vsi_l_offset size = 0;
    GByte *const bytes = VSIGetMemFileBuffer(inMemory, &size, FALSE);
    QByteArray file = bytes != nullptr ? QByteArray(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size))
                                       : QByteArray();
    VSIUnlink(inMemory);
    return file;
}

} // namespace

void registerMakers()
{
    keepGdalToItself();
    GDALRegister_GTiff();
    RegisterOGRGeoPackage();
    RegisterOGRGeoJSON();
    // One file and nothing beside it.
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
}

std::expected<QByteArray, Failure> geoFile(const GeoOutput &output)
{
    GdalWords words;
    const auto *const raster = std::get_if<GeoRaster>(&output.content);
    const bool isMade = raster != nullptr ? makeRaster(inMemory, output, *raster)
                                          : makeTable(inMemory, output, std::get<GeoTable>(output.content));
    QByteArray file = takenFromMemory();
    if (!isMade || words.takeFailures() > 0 || file.isEmpty()) {
        return failure(FailureKind::Damaged,
            QCoreApplication::translate("Geo", "The file could not be made (GDAL: %1).").arg(words.first()));
    }
    return file;
}

} // namespace huying
