#include "Served.h"

#include <rules/Notices.h>

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

namespace huying
{

void simulateInto(const QString &file, int tickets)
{
    const Day today = dayOf(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
    const SimulationPlan plan { tickets, today - std::chrono::days { std::max(tickets / 450, 1) }, today, 1 };
    need(writeSimulatedLedger(
        file.toStdString(), plan, need(publishedNotices()), [](LedgerStage, int) { return true; }));
}

Served::Served(const QString &ledger)
{
    const QString portFile = ledger + QStringLiteral(".port");
    _process.start(QStringLiteral(HUYING_BACKEND),
        { QStringLiteral("--ledger"), ledger, QStringLiteral("--port"), QStringLiteral("0"),
            QStringLiteral("--port-file"), portFile, QStringLiteral("--open") });
    QFile file(portFile);
    while (!file.open(QIODevice::ReadOnly)) {
        if (_process.state() == QProcess::NotRunning || _process.waitForFinished(20)) {
            std::fprintf(stderr, "%s\n", _process.readAllStandardError().constData());
            std::exit(1);
        }
    }
    _url = QUrl(QStringLiteral("http://127.0.0.1:") + QString::fromLatin1(file.readAll().trimmed()));
}

Served::~Served()
{
    _process.terminate();
    _process.waitForFinished();
}

int lastNumber(const QStringList &arguments, int usual)
{
    bool isNumber = false;
    const int number = arguments.last().toInt(&isNumber);
    return isNumber && number > 0 ? number : usual;
}

double secondsOf(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e9;
}

} // namespace huying
