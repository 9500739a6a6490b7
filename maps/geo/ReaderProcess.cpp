#include "ReaderProcess.h"

#include "GeoProcess.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace huying
{

namespace
{

struct SayReaderProcess {
    Q_DECLARE_TR_FUNCTIONS(Geo)
};

std::unexpected<GeoRefusal> refusal(FailureKind kind, const QString &text)
{
    return std::unexpected(GeoRefusal { { kind, text }, GeoRefusal::Wants::Nothing, {} });
}

std::unexpected<GeoRefusal> endedEarly(const QProcess &process)
{
    const QString how = process.exitStatus() == QProcess::CrashExit
        ? SayReaderProcess::tr("The file made its reader crash; nothing was taken from it.")
        : SayReaderProcess::tr("The file's reader ended before it was done; nothing was taken from it.");
    return refusal(FailureKind::Damaged, how);
}

} // namespace

QByteArray textOf(const GeoRequest &request)
{
    const QJsonObject object { { QStringLiteral("file"), QString::fromStdString(request.file.string()) },
        { QStringLiteral("layer"), request.layer }, { QStringLiteral("system"), request.system },
        { QStringLiteral("encoding"), request.encoding },
        { QStringLiteral("toleranceMetres"), request.toleranceMetres },
        { QStringLiteral("areSiblings"), request.areSiblings }, { QStringLiteral("mostPlaces"), request.mostPlaces } };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<GeoRequest> requestFrom(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    if (!object[QStringLiteral("file")].isString()) {
        return std::nullopt;
    }
    GeoRequest request;
    request.file = object[QStringLiteral("file")].toString().toStdString();
    request.layer = object[QStringLiteral("layer")].toString();
    request.system = object[QStringLiteral("system")].toString();
    request.encoding = object[QStringLiteral("encoding")].toString();
    request.toleranceMetres = object[QStringLiteral("toleranceMetres")].toDouble();
    request.areSiblings = object[QStringLiteral("areSiblings")].toBool();
    request.mostPlaces = object[QStringLiteral("mostPlaces")].toInt(request.mostPlaces);
    return request;
}

std::expected<GeoReading, GeoRefusal> readGeography(
    const GeoRequest &request, const ReaderProcess &reader, const std::stop_token &stop)
{
    constexpr int glance = 50; // milliseconds
    const QDeadlineTimer deadline(reader.patience);
    QProcess process;
    if (!startGeoProgram(process, { reader.program, reader.language }, QStringLiteral("read"), textOf(request))) {
        return refusal(FailureKind::NotFound,
            SayReaderProcess::tr("The program that reads such files is not here: %1.").arg(process.program()));
    }
    FrameReader frames(reader.limits);
    while (true) {
        if (!frames.take(process.readAllStandardOutput())) {
            endGeoProgram(process);
            return refusal(FailureKind::Full,
                SayReaderProcess::tr(
                    "There is more in the file than a county's map needs, or the file confused its reader."));
        }
        if (frames.isWhole()) {
            endGeoProgram(process);
            return frames.result();
        }
        if (process.state() == QProcess::NotRunning && process.bytesAvailable() == 0) {
            return endedEarly(process);
        }
        if (stop.stop_requested() || deadline.hasExpired()) {
            endGeoProgram(process);
            return stop.stop_requested()
                ? refusal(FailureKind::Cancelled, SayReaderProcess::tr("Stopped."))
                : refusal(FailureKind::Full,
                      SayReaderProcess::tr("Reading the file took too long; nothing was taken from it."));
        }
        process.waitForReadyRead(glance);
    }
}

} // namespace huying
