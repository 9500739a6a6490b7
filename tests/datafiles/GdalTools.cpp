#include "GdalTools.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>

namespace huying
{

namespace
{

QJsonObject objectIn(const std::optional<QByteArray> &text)
{
    return QJsonDocument::fromJson(text.value_or(QByteArray())).object();
}

} // namespace

bool hasGdalTools()
{
    for (const char *const name : { "gdalinfo", "ogrinfo", "gdallocationinfo" }) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(name)).isEmpty()) {
            return false;
        }
    }
    return true;
}

std::optional<QByteArray> gdalSays(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    const bool isDone =
        process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return isDone ? std::optional(process.readAllStandardOutput()) : std::nullopt;
}

QJsonObject gdalInfo(const QString &file)
{
    // Without the file of statistics that it would put beside.
    return objectIn(gdalSays(QStringLiteral("gdalinfo"),
        { QStringLiteral("--config"), QStringLiteral("GDAL_PAM_ENABLED"), QStringLiteral("NO"), QStringLiteral("-json"),
            QStringLiteral("-stats"), file }));
}

QJsonObject ogrInfo(const QString &file)
{
    return objectIn(gdalSays(QStringLiteral("ogrinfo"),
                        { QStringLiteral("-json"), QStringLiteral("-features"), QStringLiteral("-al"), file }))
        .value(QStringLiteral("layers"))
        .toArray()
        .first()
        .toObject();
}

QJsonObject featureOf(const QJsonObject &layer, const QString &field, const QString &value)
{
    for (const auto all = layer[QStringLiteral("features")].toArray(); const auto each : all) {
        if (each[QStringLiteral("properties")][field].toString() == value) {
            return each.toObject();
        }
    }
    return {};
}

QJsonObject fieldOf(const QJsonObject &layer, const QString &name)
{
    for (const auto all = layer[QStringLiteral("fields")].toArray(); const auto each : all) {
        if (each[QStringLiteral("name")].toString() == name) {
            return each.toObject();
        }
    }
    return {};
}

std::optional<double> pixelAt(const QString &file, double longitude, double latitude)
{
    const auto text = gdalSays(QStringLiteral("gdallocationinfo"),
        { QStringLiteral("-valonly"), QStringLiteral("-wgs84"), file, QString::number(longitude, 'f', 7),
            QString::number(latitude, 'f', 7) });
    bool isNumber = false;
    const double value = text.value_or(QByteArray()).trimmed().toDouble(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

} // namespace huying
