#include <client/BackendCalls.h>
#include <desk/Desk.h>
#include <ledger/LedgerReader.h>
#include <ledger/Verification.h>
#include <ports/SteadyPort.h>
#include <smalldisk/SmallDisk.h>
#include <support/Sentences.h>
#include <support/TicketStory.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <set>
#include <utility>

using namespace huying;

namespace
{

constexpr qint64 megabyte = 1024 * 1024;
constexpr int patience = 60'000; // milliseconds

Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// A desk in this process and what it has told.
struct Workplace {
    Workplace(const QString &folder, quint16 port) : desk(settings(folder, port), clockNow)
    {
        QObject::connect(&desk, &Desk::statusChanged, &desk, [this](const DeskStatus &told) { status = told; });
        QObject::connect(&desk, &Desk::reported, &desk,
            [this](const TicketId &ticket, const QString &) { reported.insert(ticket); });
        QObject::connect(&desk, &Desk::forbidden, &desk, [this](const Failure &why) { forbidden = why; });
        desk.open();
    }
    static DeskSettings settings(const QString &folder, quint16 port)
    {
        DeskSettings made;
        made.folder = folder;
        made.backend = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port));
        made.author = dispatcher();
        made.line.session.firstRetry = std::chrono::milliseconds { 50 };
        made.line.session.longestRetry = std::chrono::milliseconds { 500 };
        return made;
    }
    bool isOnline() const { return status.line == DeskStatus::Line::Online; }

    Desk desk;
    DeskStatus status;
    std::set<TicketId> reported;
    std::optional<Failure> forbidden;
};

} // namespace

/// A real backend and a real desk whose disks become full in the middle of their work.
class TestFullDisk : public Sentences
{
    Q_OBJECT
private slots:
    void init()
    {
        Sentences::init();
        _folder = std::make_unique<QTemporaryDir>();
        _port = testing::steadyPort();
    }
    void cleanup()
    {
        end(_victim);
        end(_backend);
        _small.reset();
    }

    void aBackendWithoutRoomSaysSoAndGoesOnWhenThereIsSome();
    void aBackendThatIsStartedWithoutRoomLosesNothing();
    void aDeskWithoutRoomSaysSoAndGoesOnWhenThereIsSome();
    void aDeskThatIsStartedWithoutRoomOpensWhenThereIsSome();

private:
    QString place(const char *name) const { return _folder->filePath(QString::fromLatin1(name)); }
    bool mountAt(const char *name, qint64 bytes)
    {
        _small = SmallDisk::at(place(name), bytes);
        return _small != nullptr;
    }
    void startBackend(const QString &ledger);
    void startVictim();
    void listen();
    bool hears(const std::function<bool()> &enough);
    static void end(std::unique_ptr<QProcess> &process)
    {
        if (process) {
            process->kill();
            process->waitForFinished();
            process.reset();
        }
    }
    /// What it said last counts too.
    void endVictim()
    {
        _victim->kill();
        _victim->waitForFinished();
        listen();
        _victim.reset();
    }
    void compareLog(const QString &ledger, const std::set<TicketId> &kept) const;

    std::unique_ptr<QTemporaryDir> _folder;
    std::unique_ptr<SmallDisk> _small;
    std::unique_ptr<QProcess> _backend;
    std::unique_ptr<QProcess> _victim;
    quint16 _port = 0;
    std::set<TicketId> _kept; ///< what the desk process has confirmed
    QByteArray _trouble; ///< what it says in its status line
    QByteArray _forbidden; ///< why it last did not do something
};

#define REQUIRE_SMALL_DISK(name, bytes)                                                                                \
    if (!mountAt(name, bytes))                                                                                         \
    QSKIP("this system does not let this process mount a small file system (it has to be root)")

void TestFullDisk::startBackend(const QString &ledger)
{
    QFile::remove(place("port"));
    _backend = std::make_unique<QProcess>();
    _backend->start(QStringLiteral(HUYING_BACKEND),
        { QStringLiteral("--open"), QStringLiteral("--language"), QStringLiteral("en"), QStringLiteral("--ledger"),
            ledger, QStringLiteral("--port"), QString::number(_port), QStringLiteral("--port-file"), place("port") });
}

void TestFullDisk::startVictim()
{
    _victim = std::make_unique<QProcess>();
    _victim->start(QStringLiteral(DESK_VICTIM), { _small->path(QStringLiteral("desk")), QString::number(_port) });
}

void TestFullDisk::listen()
{
    while (_victim->canReadLine()) {
        const QByteArray line = _victim->readLine().trimmed();
        if (const auto ticket = uuidFromText(line.toStdString())) {
            _kept.insert(*ticket);
        } else if (line.startsWith("trouble")) {
            _trouble = line.mid(qstrlen("trouble ")).trimmed();
        } else if (line.startsWith("forbidden ")) {
            _forbidden = line.mid(qstrlen("forbidden "));
        }
    }
}

bool TestFullDisk::hears(const std::function<bool()> &enough)
{
    return QTest::qWaitFor(
        [&] {
            listen();
            return enough();
        },
        patience);
}

/// Each of `kept` is in the log, once, and the log is sound.
void TestFullDisk::compareLog(const QString &ledger, const std::set<TicketId> &kept) const
{
    auto reader = LedgerReader::open(ledger.toStdString());
    QVERIFY2(reader.has_value(), reader ? "" : qPrintable(reader.error().text));
    for (const TicketId &ticket : kept) {
        QCOMPARE(reader->trailOf(ticket).value().size(), std::size_t(1));
    }
    const auto verified =
        verify(ledger.toStdString(), LedgerSettings {}, clockNow(), [](Position, Position) { return true; });
    QVERIFY(verified.has_value());
    QVERIFY2(verified->isSound(), qPrintable(verified->examples.join(u'\n')));
    QCOMPARE(std::size_t(verified->tickets), kept.size());
}

void TestFullDisk::aBackendWithoutRoomSaysSoAndGoesOnWhenThereIsSome()
{
    REQUIRE_SMALL_DISK("backend", 216 * megabyte);
    const QString ledger = _small->path(QStringLiteral("county.ledger"));
    startBackend(ledger);
    Workplace workplace(place("desk"), _port);
    QTRY_VERIFY_WITH_TIMEOUT(workplace.isOnline() && !workplace.status.isFirstPart, patience);
    workplace.desk.report(report());
    QTRY_COMPARE_WITH_TIMEOUT(workplace.status.waiting, 0, patience);

    for (int round = 0; round < 3; ++round) {
        QVERIFY(_small->fill());
        // the log's own file has room that was taken before; at some point it has none
        QTRY_VERIFY_WITH_TIMEOUT(
            (workplace.desk.report(report()), _small->fill(), !workplace.status.trouble.isEmpty()), patience);
        const int waiting = workplace.status.waiting;
        QVERIFY(waiting > 0);
        QVERIFY2(workplace.status.trouble.contains(u"room"), qPrintable(workplace.status.trouble));
        QCOMPARE(_backend->state(), QProcess::Running);
        BackendCalls other({ QUrl(QStringLiteral("http://127.0.0.1:%1").arg(_port)), {} });
        const auto greeting = other.greeting();
        QVERIFY2(greeting.has_value(), greeting ? "" : qPrintable(greeting.error().text));
        QVERIFY(other.entriesAfter(0, 10).has_value());

        QVERIFY(_small->makeRoom());
        QTRY_VERIFY_WITH_TIMEOUT(workplace.isOnline() && workplace.status.waiting == 0, patience);
        QTRY_VERIFY2_WITH_TIMEOUT(workplace.status.trouble.isEmpty(), qPrintable(workplace.status.trouble), patience);
        QCOMPARE(workplace.status.refused, 0);
    }
    QCOMPARE(_backend->state(), QProcess::Running);
    end(_backend);
    compareLog(ledger, workplace.reported);
}

void TestFullDisk::aBackendThatIsStartedWithoutRoomLosesNothing()
{
    REQUIRE_SMALL_DISK("backend", 216 * megabyte);
    const QString ledger = _small->path(QStringLiteral("county.ledger"));
    startBackend(ledger);
    Workplace workplace(place("desk"), _port);
    QTRY_VERIFY_WITH_TIMEOUT(workplace.isOnline() && !workplace.status.isFirstPart, patience);
    QVERIFY(_small->fill());
    QTRY_VERIFY_WITH_TIMEOUT(
        (workplace.desk.report(report()), _small->fill(), !workplace.status.trouble.isEmpty()), patience);
    end(_backend);
    startBackend(ledger);
    workplace.desk.report(report());
    // it may say that there is no room and end, or wait; whoever looks after it makes room and starts it
    QTest::qWait(500);
    QVERIFY(_small->makeRoom());
    bool isStartedAgain = false;
    const auto isServedAgain = [&] {
        if (_backend->state() == QProcess::NotRunning && _backend->exitStatus() == QProcess::NormalExit
            && !std::exchange(isStartedAgain, true)) {
            startBackend(ledger);
        }
        return workplace.isOnline() && workplace.status.waiting == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isServedAgain(), patience);
    QCOMPARE(workplace.status.refused, 0);
    end(_backend);
    compareLog(ledger, workplace.reported);
}

void TestFullDisk::aDeskWithoutRoomSaysSoAndGoesOnWhenThereIsSome()
{
    REQUIRE_SMALL_DISK("small", 256 * megabyte);
    startBackend(place("county.ledger"));
    startVictim();
    QVERIFY2(hears([&] { return _kept.size() > 20; }), "the desk does not begin");
    for (int round = 0; round < 3; ++round) {
        _forbidden.clear();
        QVERIFY(_small->fill());
        QVERIFY2(hears([&] { return (_small->fill(), _forbidden == "full" && !_trouble.isEmpty()); }), _trouble);
        QVERIFY2(_trouble.contains("room"), _trouble);
        QCOMPARE(_victim->state(), QProcess::Running);
        if (round == 1) {
            endVictim();
            _trouble.clear(); // the new one has said nothing yet
            startVictim();
            QVERIFY2(hears([&] { return (_small->fill(), _trouble.contains("room")); }), _trouble);
            QCOMPARE(_victim->state(), QProcess::Running);
        }
        QVERIFY(_small->makeRoom());
        const std::size_t before = _kept.size();
        QVERIFY2(hears([&] { return _kept.size() > before + 20 && _trouble.isEmpty(); }), _trouble);
    }
    endVictim();
    Workplace afterwards(_small->path(QStringLiteral("desk")), _port);
    QTRY_VERIFY_WITH_TIMEOUT(afterwards.isOnline() && afterwards.status.waiting == 0, patience);
    QCOMPARE(afterwards.status.refused, 0);
    end(_backend);
    auto reader = LedgerReader::open(place("county.ledger").toStdString());
    QVERIFY(reader.has_value());
    for (const TicketId &ticket : _kept) {
        QCOMPARE(reader->trailOf(ticket).value().size(), std::size_t(1));
    }
}

void TestFullDisk::aDeskThatIsStartedWithoutRoomOpensWhenThereIsSome()
{
    REQUIRE_SMALL_DISK("small", 16 * megabyte);
    startBackend(place("county.ledger"));
    QVERIFY(_small->fill());
    Workplace workplace(_small->path(QStringLiteral("desk")), _port);
    QTRY_VERIFY_WITH_TIMEOUT(!workplace.status.trouble.isEmpty(), patience);
    QVERIFY(_small->makeRoom());
    QTRY_VERIFY_WITH_TIMEOUT(workplace.isOnline(), patience);
    QTRY_VERIFY2_WITH_TIMEOUT(workplace.status.trouble.isEmpty(), qPrintable(workplace.status.trouble), patience);
    workplace.desk.report(report());
    QTRY_COMPARE_WITH_TIMEOUT(workplace.status.waiting, 0, patience);
    QCOMPARE(workplace.reported.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_full.moc"
