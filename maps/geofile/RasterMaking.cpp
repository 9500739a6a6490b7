#include "RasterMaking.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>

namespace huying
{

namespace
{

bool describeRaster(GDALDataset &file, const GeoOutput &output, const GeoRaster &raster)
{
    constexpr int webMercator = 3857;
    OGRSpatialReference reference;
    std::array<double, 6> transform { raster.west, raster.cell, 0, raster.north, 0, -raster.cell };
    bool isDone = reference.importFromEPSG(webMercator) == OGRERR_NONE && file.SetSpatialRef(&reference) == CE_None
        && file.SetGeoTransform(transform.data()) == CE_None
        && file.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", output.title.toUtf8().constData()) == CE_None;
    for (const auto &[key, text] : output.remarks) {
        isDone = isDone && file.SetMetadataItem(key.toUtf8().constData(), text.toUtf8().constData()) == CE_None;
    }
    return isDone;
}

bool fillBand(GDALRasterBand &band, const GeoOutput &output, const GeoRaster &raster)
{
    band.SetDescription(output.title.toUtf8().constData());
    return band.SetNoDataValue(double { GeoRaster::nothing }) == CE_None
        && band.SetUnitType(raster.unit.toUtf8().constData()) == CE_None
        && band.RasterIO(GF_Write, 0, 0, raster.columns, raster.rows, const_cast<float *>(raster.values.data()),
               raster.columns, raster.rows, GDT_Float32, 0, 0, nullptr)
        == CE_None;
}

} // namespace

bool makeRaster(const char *name, const GeoOutput &output, const GeoRaster &raster)
{
    GDALDriver *const driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    CPLStringList options;
    options.SetNameValue("COMPRESS", "DEFLATE");
    options.SetNameValue("PREDICTOR", "3"); // for floats
    options.SetNameValue("TILED", "YES");
    const std::unique_ptr<GDALDataset> file(
        driver->Create(name, raster.columns, raster.rows, 1, GDT_Float32, options.List()));
    return file && describeRaster(*file, output, raster) && fillBand(*file->GetRasterBand(1), output, raster)
        && file->Close() == CE_None;
}

} // namespace huying
