#include <desk/Desk.h>
#include <ledger/LedgerReader.h>
#include <ledger/Verification.h>
#include <ports/SteadyPort.h>
#include <support/Sentences.h>
#include <support/TicketStory.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <map>
#include <random>

using namespace huying;

namespace
{

Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// So many kills; another number with HUYING_KILLS.
int kills()
{
    bool isSaid = false;
    const int said = qEnvironmentVariableIntValue("HUYING_KILLS", &isSaid);
    return isSaid ? said : HUYING_KILLS;
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
    void killBackend(bool mayBeStarting);
    void killDesk();
    void compareLog(const std::map<TicketId, RowPointer> &rows);

    QTemporaryDir _folder;
    quint16 _port = testing::steadyPort();
    std::unique_ptr<QProcess> _backend;
    std::unique_ptr<QProcess> _desk;
    std::map<TicketId, std::size_t> _kept; ///< with how many events, as the desk has confirmed them
    int _killedServing = 0;
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
    _desk->start(QStringLiteral(DESK_VICTIM), { place("desk"), QString::number(_port), QStringLiteral("and-accepts") });
}

void TestProcesses::listen()
{
    const QByteArray accepted = "accepted ";
    while (_desk->canReadLine()) {
        const QByteArray line = _desk->readLine().trimmed();
        const bool isAccepted = line.startsWith(accepted);
        if (const auto ticket = uuidFromText((isAccepted ? line.mid(accepted.size()) : line).toStdString())) {
            _kept[*ticket] = isAccepted ? 2 : 1;
        }
    }
}

void TestProcesses::kill(std::unique_ptr<QProcess> &process)
{
    process->kill();
    process->waitForFinished();
}

/// Mostly in the middle of its work, now and then in the middle of its beginning.
void TestProcesses::killBackend(bool mayBeStarting)
{
    if (!mayBeStarting) {
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(place("port")), 60'000);
    }
    _killedServing += QFile::exists(place("port")) ? 1 : 0;
    kill(_backend);
    startBackend();
}

void TestProcesses::killDesk()
{
    kill(_desk);
    listen();
    startDesk();
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
        random() % 2 == 0 ? killBackend(random() % 8 == 0) : killDesk();
    }
    kill(_desk);
    listen();

    DeskSettings settings;
    settings.folder = place("desk");
    settings.backend = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(_port));
    settings.author = dispatcher();
    DeskStatus status;
    std::map<TicketId, RowPointer> rows;
    Desk desk(settings, clockNow);
    connect(&desk, &Desk::statusChanged, this, [&status](const DeskStatus &told) { status = told; });
    connect(&desk, &Desk::rowsChanged, this, [&rows](const std::vector<RowPointer> &changed) {
        for (const RowPointer &row : changed) {
            rows[row->id] = row;
        }
    });
    desk.open();
    QTRY_VERIFY_WITH_TIMEOUT(status.line == DeskStatus::Line::Online && status.waiting == 0, 60'000);
    QCOMPARE(status.refused, 0);
    kill(_backend);
    compareLog(rows);
}

/// Each ticket that was kept is in the log, each event once, and the desk shows what the log says.
void TestProcesses::compareLog(const std::map<TicketId, RowPointer> &rows)
{
    auto reader = LedgerReader::open(place("county.ledger").toStdString());
    QVERIFY(reader.has_value());
    for (const auto &[ticket, events] : _kept) {
        const std::size_t there = reader->trailOf(ticket).value().size();
        QVERIFY(there == events || there == events + 1); // killed between keeping one and saying so
        QVERIFY(rows.contains(ticket));
        QCOMPARE(rows.at(ticket)->version, Version(there));
    }
    const auto verified = verify(
        place("county.ledger").toStdString(), LedgerSettings {}, clockNow(), [](Position, Position) { return true; });
    QVERIFY(verified.has_value());
    QVERIFY2(verified->isSound(), qPrintable(verified->examples.join(u'\n')));
    QCOMPARE(std::int64_t(rows.size()), std::int64_t(verified->tickets));
    qInfo("%zu tickets kept, %lld in the log, after %d kills, %d of them of a backend that served", _kept.size(),
        static_cast<long long>(verified->tickets), kills(), _killedServing);
}

QTEST_GUILESS_MAIN(TestProcesses)
#include "tst_processes.moc"
