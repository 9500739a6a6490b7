#include "OwnBackend.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>

namespace huying
{

namespace
{
constexpr std::chrono::seconds patience { 30 };
}

OwnBackend::~OwnBackend()
{
    if (_process.state() != QProcess::NotRunning) {
        _process.terminate();
        _process.waitForFinished(5000);
    }
}

std::expected<QUrl, Failure> OwnBackend::start(const QString &ledger)
{
    const QString portFile = _folder.filePath(QStringLiteral("port"));
    _process.setProcessChannelMode(QProcess::MergedChannels);
    _process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/huying-backend"),
        { QStringLiteral("--ledger"), ledger, QStringLiteral("--port"), QStringLiteral("0"),
            QStringLiteral("--port-file"), portFile });
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        QFile file(portFile);
        if (file.open(QIODevice::ReadOnly)) {
            return QUrl(QStringLiteral("http://127.0.0.1:") + QString::fromLatin1(file.readAll().trimmed()));
        }
        if (_process.state() == QProcess::NotRunning || _process.waitForFinished(50)) {
            break;
        }
    }
    const QString last = QString::fromUtf8(_process.readAll()).trimmed();
    return failure(FailureKind::Unreachable,
        last.isEmpty() ? QCoreApplication::translate("Hall", "The backend for %1 did not start.").arg(ledger) : last);
}

} // namespace huying
