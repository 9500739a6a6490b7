#pragma once

#include <ports/SteadyPort.h>

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

    /// Always on the same port, so that desks find it again. False when it does not serve.
    bool start()
    {
        const QString portFile = _folder + QStringLiteral("/port");
        QFile::remove(portFile);
        _process.start(QStringLiteral(HUYING_BACKEND),
            { QStringLiteral("--ledger"), _folder + QStringLiteral("/county.ledger"), QStringLiteral("--port"),
                QString::number(_port), QStringLiteral("--port-file"), portFile, QStringLiteral("--open"),
                QStringLiteral("--language"), QStringLiteral("en") });
        const auto isOver = [&] { return QFile::exists(portFile) || _process.state() == QProcess::NotRunning; };
        return QTest::qWaitFor(isOver, 60'000) && isRunning();
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
    quint16 _port = testing::steadyPort();
};

} // namespace huying
