#include "WriterProcess.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>
#include <QSaveFile>

namespace huying
{

namespace
{

struct SayWriting {
    Q_DECLARE_TR_FUNCTIONS(Geo)
};

constexpr qint64 largestAnswer = 512LL * 1024 * 1024;

std::unexpected<Failure> endedBefore(QProcess &process, FailureKind kind, const QString &why)
{
    endGeoProgram(process);
    return failure(kind, why);
}

/// The process's answer as it is.
std::expected<QByteArray, Failure> writerAnswer(
    const GeoOutput &output, const WriterProcess &writer, const std::stop_token &stop)
{
    constexpr int glance = 50; // milliseconds
    const QDeadlineTimer deadline(writer.patience);
    QProcess process;
    if (!startGeoProgram(process, writer.program, QStringLiteral("write"), streamOf(output))) {
        return failure(FailureKind::NotFound,
            SayWriting::tr("The program that makes such files is not here: %1.").arg(process.program()));
    }
    QByteArray answer;
    while (process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(glance);
        answer += process.readAllStandardOutput();
        if (stop.stop_requested()) {
            return endedBefore(process, FailureKind::Cancelled, SayWriting::tr("Stopped; nothing was written."));
        }
        if (deadline.hasExpired() || answer.size() > largestAnswer) {
            return endedBefore(
                process, FailureKind::Full, SayWriting::tr("Making the file took too long; nothing was written."));
        }
    }
    return answer + process.readAllStandardOutput();
}

std::unexpected<Failure> unwritten(const QSaveFile &file)
{
    // Qt reports no error at all when the disk takes only a part.
    const auto error = file.error();
    const bool isFull =
        error == QFileDevice::NoError || error == QFileDevice::ResourceError || error == QFileDevice::WriteError;
    return isFull ? failure(FailureKind::Full,
                        SayWriting::tr("%1 cannot be written: there is no room left.").arg(file.fileName()))
                  : failure(FailureKind::Refused,
                        SayWriting::tr("%1 cannot be written: %2.").arg(file.fileName(), file.errorString()));
}

std::expected<void, Failure> putFile(const QByteArray &bytes, const QString &name)
{
    const QFileInfo there(name);
    if (there.exists() && !there.isFile()) {
        return failure(FailureKind::Invalid, SayWriting::tr("%1 is no file.").arg(name));
    }
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly)) {
        return failure(FailureKind::Refused, SayWriting::tr("%1 cannot be written: %2.").arg(name, file.errorString()));
    }
    if (file.write(bytes) != bytes.size() || !file.commit()) {
        return unwritten(file);
    }
    return {};
}

} // namespace

std::expected<void, Failure> writeGeography(
    const GeoOutput &output, const QString &file, const WriterProcess &writer, const std::stop_token &stop)
{
    return writerAnswer(output, writer, stop).and_then(madeFrom).and_then([&](const QByteArray &bytes) {
        return stop.stop_requested() ? failure(FailureKind::Cancelled, SayWriting::tr("Stopped; nothing was written."))
                                     : putFile(bytes, file);
    });
}

} // namespace huying
