#include "ReaderProcess.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
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

/// Only what it needs: no proxy, no settings of GDAL that the caller has.
QProcessEnvironment bareEnvironment()
{
    QProcessEnvironment bare;
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const char *const name :
        { "PATH", "LD_LIBRARY_PATH", "HOME", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TZ" }) {
        const QString key = QLatin1StringView(name).toString();
        if (own.contains(key)) {
            bare.insert(key, own.value(key));
        }
    }
    bare.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return bare;
}

void kill(QProcess &process)
{
    process.kill();
    process.waitForFinished(5'000);
}

void start(QProcess &process, const GeoRequest &request, const ReaderProcess &reader)
{
    const QString program = reader.program.isEmpty()
        ? QCoreApplication::applicationDirPath() + QStringLiteral("/huying-geo")
        : reader.program;
    const QString language = reader.language.isEmpty() ? QLocale().name() : reader.language;
    process.setProcessEnvironment(bareEnvironment());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program,
        { QStringLiteral("read"), QStringLiteral("--language"),
            language.startsWith(u"zh") ? QStringLiteral("zh_CN") : QStringLiteral("en") });
    process.write(textOf(request));
    process.closeWriteChannel();
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
    start(process, request, reader);
    if (!process.waitForStarted(5'000)) {
        return refusal(FailureKind::NotFound,
            SayReaderProcess::tr("The program that reads such files is not here: %1.").arg(process.program()));
    }
    FrameReader frames(reader.limits);
    while (true) {
        if (!frames.take(process.readAllStandardOutput())) {
            kill(process);
            return refusal(FailureKind::Full,
                SayReaderProcess::tr(
                    "There is more in the file than a county's map needs, or the file confused its reader."));
        }
        if (frames.isWhole()) {
            kill(process);
            return frames.result();
        }
        if (process.state() == QProcess::NotRunning && process.bytesAvailable() == 0) {
            return endedEarly(process);
        }
        if (stop.stop_requested() || deadline.hasExpired()) {
            kill(process);
            return stop.stop_requested()
                ? refusal(FailureKind::Cancelled, SayReaderProcess::tr("Stopped."))
                : refusal(FailureKind::Full,
                      SayReaderProcess::tr("Reading the file took too long; nothing was taken from it."));
        }
        process.waitForReadyRead(glance);
    }
}

} // namespace huying
