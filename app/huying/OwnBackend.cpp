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

std::expected<OwnBackend::Started, Failure> OwnBackend::start(const QString &ledger, const QString &name)
{
    const QString portFile = _folder.filePath(QStringLiteral("port"));
    const QString sessionFile = _folder.filePath(QStringLiteral("session"));
    _process.setProcessChannelMode(QProcess::MergedChannels);
    _process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/huying-backend"),
        { QStringLiteral("--ledger"), ledger, QStringLiteral("--port"), QStringLiteral("0"),
            QStringLiteral("--port-file"), portFile, QStringLiteral("--session-file"), sessionFile,
            QStringLiteral("--session-for"), name });
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        QFile file(portFile);
        if (file.open(QIODevice::ReadOnly)) {
            const QUrl url(QStringLiteral("http://127.0.0.1:") + QString::fromLatin1(file.readAll().trimmed()));
            QFile session(sessionFile);
            const QByteArray text = session.open(QIODevice::ReadOnly) ? session.readAll().trimmed() : QByteArray();
            return signedInFrom(text.toStdString()).transform([&](const SignedIn &signedIn) {
                return Started { url, signedIn };
            });
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
