#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace huying
{

/// Whether GDAL's programs (gdal-bin) are here.
bool hasGdalTools();

/// What `program` of GDAL says on standard output; nothing where it failed.
std::optional<QByteArray> gdalSays(const QString &program, const QStringList &arguments);

/// What gdalinfo says of a raster, with its statistics.
QJsonObject gdalInfo(const QString &file);
/// What ogrinfo says of a file's layer, its features with it.
QJsonObject ogrInfo(const QString &file);
/// The feature of that layer whose `field` is `value`.
QJsonObject featureOf(const QJsonObject &layer, const QString &field, const QString &value);
/// The layer's field of that name.
QJsonObject fieldOf(const QJsonObject &layer, const QString &name);
/// The value of the raster at a place of WGS-84; nothing outside, and where it has none.
std::optional<double> pixelAt(const QString &file, double longitude, double latitude);

} // namespace huying

/// Leaves the test function with a clear word when GDAL's programs are not here.
#define REQUIRE_GDAL_TOOLS()                                                                                           \
    if (!hasGdalTools())                                                                                               \
    QSKIP("gdalinfo, ogrinfo and gdallocationinfo (gdal-bin) are not here")
