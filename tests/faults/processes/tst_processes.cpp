#include <desk/Desk.h>
#include <ledger/LedgerReader.h>
#include <ledger/Verification.h>
#include <support/Sentences.h>
#include <support/TicketStory.h>

#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

#include <random>
#include <set>

using namespace huying;

namespace
{

Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// So many kills; 200 with HUYING_KILLS=200.
int kills()
{
    bool isSaid = false;
    const int said = qEnvironmentVariableIntValue("HUYING_KILLS", &isSaid);
    return isSaid ? said : 20;
}

} // namespace

/// A real backend and a real desk on loopback, each killed again and again in the middle of its work.
class TestProcesses : public Sentences
{
    Q_OBJECT
private slots:
    void whatADeskHasKeptIsInTheLogOnceWhoeverIsKilledWhenever();

private:
    QString place(const char *name) const { return _folder.filePath(QString::fromLatin1(name)); }
    void startBackend();
    void startDesk();
    void listen();
    static void kill(std::unique_ptr<QProcess> &process);

    QTemporaryDir _folder;
    quint16 _port = freePort();
    std::unique_ptr<QProcess> _backend;
    std::unique_ptr<QProcess> _desk;
    std::set<TicketId> _kept;
};

void TestProcesses::startBackend()
{
    QFile::remove(place("port"));
    _backend = std::make_unique<QProcess>();
    _backend->start(QStringLiteral(HUYING_BACKEND),
        { QStringLiteral("--open"), QStringLiteral("--ledger"), place("county.ledger"), QStringLiteral("--port"),
            QString::number(_port), QStringLiteral("--port-file"), place("port") });
}

void TestProcesses::startDesk()
{
    _desk = std::make_unique<QProcess>();
    _desk->start(QStringLiteral(DESK_VICTIM), { place("desk"), QString::number(_port) });
}

void TestProcesses::listen()
{
    while (_desk->canReadLine()) {
        const QByteArray line = _desk->readLine().trimmed();
        if (const auto ticket = uuidFromText(line.toStdString())) {
            _kept.insert(*ticket);
        }
    }
}

void TestProcesses::kill(std::unique_ptr<QProcess> &process)
{
    process->kill();
    process->waitForFinished();
}

void TestProcesses::whatADeskHasKeptIsInTheLogOnceWhoeverIsKilledWhenever()
{
    std::mt19937 random(20261122);
    startBackend();
    startDesk();
    for (int round = 0; round < kills(); ++round) {
        const std::size_t goal = _kept.size() + 1 + random() % 40;
        while (_kept.size() < goal) {
            QVERIFY2(_desk->canReadLine() || _desk->waitForReadyRead(60'000), "the desk says nothing more");
            listen();
        }
        if (random() % 2 == 0) {
            kill(_backend);
            startBackend();
        } else {
            kill(_desk);
            listen();
            startDesk();
        }
    }
    kill(_desk);
    listen();

    DeskSettings settings;
    settings.folder = place("desk");
    settings.backend = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(_port));
    settings.author = dispatcher();
    DeskStatus status;
    Desk desk(settings, clockNow);
    connect(&desk, &Desk::statusChanged, this, [&status](const DeskStatus &told) { status = told; });
    desk.open();
    QTRY_VERIFY_WITH_TIMEOUT(status.line == DeskStatus::Line::Online && status.waiting == 0, 60'000);
    QCOMPARE(status.refused, 0);
    kill(_backend);

    auto reader = LedgerReader::open(place("county.ledger").toStdString());
    QVERIFY(reader.has_value());
    for (const TicketId &ticket : _kept) {
        QCOMPARE(reader->trailOf(ticket).value().size(), std::size_t(1));
    }
    const auto verified = verify(
        place("county.ledger").toStdString(), LedgerSettings {}, clockNow(), [](Position, Position) { return true; });
    QVERIFY(verified.has_value());
    QVERIFY2(verified->isSound(), qPrintable(verified->examples.join(u'\n')));
    qInfo("%zu tickets kept, %lld in the log, after %d kills", _kept.size(), static_cast<long long>(verified->tickets),
        kills());
}

QTEST_GUILESS_MAIN(TestProcesses)
#include "tst_processes.moc"
