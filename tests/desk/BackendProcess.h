#pragma once

#include <QFile>
#include <QProcess>
#include <QTest>

namespace huying
{

/// A real backend that serves everybody, on the ledger `county.ledger` in a folder; killed at the end.
class BackendProcess
{
public:
    explicit BackendProcess(QString folder) : _folder(std::move(folder)) {}
    ~BackendProcess() { kill(); }
    BackendProcess(const BackendProcess &) = delete;
    BackendProcess &operator=(const BackendProcess &) = delete;

    /// On any free port the first time, later where it was, so that desks find it again. False when it does not serve.
    bool start()
    {
        const QString portFile = _folder + QStringLiteral("/port");
        QFile::remove(portFile);
        _process.start(QStringLiteral(HUYING_BACKEND),
            { QStringLiteral("--ledger"), _folder + QStringLiteral("/county.ledger"), QStringLiteral("--port"),
                QString::number(_port), QStringLiteral("--port-file"), portFile, QStringLiteral("--open"),
                QStringLiteral("--language"), QStringLiteral("en") });
        const bool serves = QTest::qWaitFor([&] { return QFile::exists(portFile); }, 20'000);
        QFile file(portFile);
        _port = serves && file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toUShort() : 0;
        return _port > 0;
    }
    void kill()
    {
        _process.kill();
        _process.waitForFinished();
    }
    bool isRunning() const { return _process.state() == QProcess::Running; }
    quint16 port() const { return _port; }

private:
    QString _folder;
    QProcess _process;
    quint16 _port = 0;
};

} // namespace huying
