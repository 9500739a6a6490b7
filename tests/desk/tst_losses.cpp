#include "BackendProcess.h"
#include "Workplace.h"

#include <ledger/LedgerReader.h>
#include <support/Sentences.h>

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace huying;

/// A real desk that loses what it may lose: its cache, a page of it, the backend, the right time.
class TestLosses : public Sentences
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init()
    {
        Sentences::init();
        QVERIFY(_backend.isRunning() || _backend.start());
    }
    void cleanup() { _desk.reset(); }
    void cleanupTestCase() { _backend.kill(); }
    void aPageThatIsDamagedBetweenTwoDaysIsFetchedAgain();
    void aPageThatIsDamagedWhileTheDeskWorksIsFetchedAgain();
    void whatANewerProgramLeftIsFetchedAgain();
    void whatWaitsStaysInSightWithoutCacheAndLine();
    void aDeskThatIsStartedWithoutALineSaysOfWhenItIs();
    void aClockThatWasTurnedBackMeanwhileIsNotBelieved();
    void theLockOfADeskThatWasKilledKeepsNobodyOut();

private:
    QString place(const char *name) const { return _folder.filePath(QString::fromLatin1(name)); }
    void startDesk(BackendLine::Clock clock = clockNow)
    {
        _desk = std::make_unique<Workplace>(place("desk"), _backend.port(), "01", std::move(clock));
    }
    bool isWhole() const { return _desk->isOnline() && !_desk->status.isFirstPart && _desk->rows.size() == _tickets; }
    void reportWhileTheBackendIsAway();
    void damageCache() const;
    bool isInTheLedger(const TicketId &ticket) const;

    QTemporaryDir _folder;
    BackendProcess _backend { _folder.path() };
    std::unique_ptr<Workplace> _desk;
    std::size_t _tickets = 0;
};

void TestLosses::initTestCase()
{
    QVERIFY(_backend.start());
    startDesk();
    QTRY_VERIFY_WITH_TIMEOUT(_desk->isOnline(), 20'000);
    for (; _tickets < 300; ++_tickets) {
        _desk->desk.report(report());
    }
    QTRY_COMPARE_WITH_TIMEOUT(_desk->status.waiting, 0, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), 20'000);
}

/// A bit in each page of the second half, as a failing disk turns one: SQLite by itself reads on.
void TestLosses::damageCache() const
{
    constexpr qint64 page = 4096;
    QFile file(place("desk/cache.sqlite"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qint64 at = file.size() / page / 2 * page; at + page <= file.size(); at += page) {
        char byte = 0;
        QVERIFY(file.seek(at + page / 2) && file.getChar(&byte) && file.seek(at + page / 2));
        QVERIFY(file.putChar(char(byte ^ 1)));
    }
}

void TestLosses::reportWhileTheBackendIsAway()
{
    _backend.kill();
    QTRY_VERIFY_WITH_TIMEOUT(_desk->status.line == DeskStatus::Line::Offline, 20'000);
    _desk->desk.report(report());
    QVERIFY2(_desk->forbidden.isEmpty(), qPrintable(_desk->forbidden));
    ++_tickets;
}

bool TestLosses::isInTheLedger(const TicketId &ticket) const
{
    auto reader = LedgerReader::open(place("county.ledger").toStdString());
    return reader && reader->trailOf(ticket).value().size() == 1;
}

void TestLosses::aPageThatIsDamagedBetweenTwoDaysIsFetchedAgain()
{
    reportWhileTheBackendIsAway();
    const TicketId ticket = _desk->last;
    _desk.reset();
    damageCache();
    const QDateTime damaged = QFileInfo(place("desk/cache.sqlite")).birthTime();
    QVERIFY(damaged.isValid());
    QVERIFY(_backend.start());
    startDesk();
    const auto isFetchedAgain = [&] {
        const QFileInfo file(place("desk/cache.sqlite"));
        return file.exists() && file.birthTime() > damaged;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isFetchedAgain() && isWhole() && _desk->status.waiting == 0, 60'000);
    QCOMPARE(_desk->status.refused, 0);
    QVERIFY(isInTheLedger(ticket));
}

void TestLosses::aPageThatIsDamagedWhileTheDeskWorksIsFetchedAgain()
{
    startDesk();
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), 20'000);
    int emptied = 0;
    connect(&_desk->desk, &Desk::emptied, this, [&] {
        ++emptied;
        _desk->rows.clear();
    });
    damageCache();
    QTRY_VERIFY_WITH_TIMEOUT(emptied == 1, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), 60'000);
    _desk->desk.report(report());
    ++_tickets;
    QTRY_VERIFY_WITH_TIMEOUT(isWhole() && _desk->status.waiting == 0, 20'000);
    QVERIFY(isInTheLedger(_desk->last));
    QCOMPARE(emptied, 1);
}

void TestLosses::whatANewerProgramLeftIsFetchedAgain()
{
    const auto cache = place("desk/cache.sqlite").toStdString();
    QVERIFY(Database::open(cache, Opening::Write)->execute("PRAGMA user_version = 999"));
    startDesk();
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), 20'000);
    QVERIFY(Database::open(cache, Opening::Read)->number("PRAGMA user_version").value() < 999);
}

void TestLosses::whatWaitsStaysInSightWithoutCacheAndLine()
{
    startDesk();
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), 20'000);
    reportWhileTheBackendIsAway();
    const TicketId ticket = _desk->last;
    _desk.reset();
    QVERIFY(QFile::remove(place("desk/cache.sqlite")));
    startDesk();
    QTRY_VERIFY_WITH_TIMEOUT(!_desk->status.trouble.isEmpty(), 20'000);
    QCOMPARE(_desk->status.line, DeskStatus::Line::Opening);
    QCOMPARE(_desk->status.waiting, 1);
    QVERIFY(_backend.start());
    QTRY_VERIFY_WITH_TIMEOUT(isWhole() && _desk->status.waiting == 0, 60'000);
    QVERIFY(isInTheLedger(ticket));
}

void TestLosses::aDeskThatIsStartedWithoutALineSaysOfWhenItIs()
{
    startDesk();
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), 20'000);
    const Instant online = *_desk->status.asOf;
    _desk.reset();
    _backend.kill();
    startDesk();
    QTRY_COMPARE_WITH_TIMEOUT(_desk->status.line, DeskStatus::Line::Offline, 20'000);
    QVERIFY(_desk->status.asOf.has_value());
    // the backend's clock is known but for half of the way there and back
    QVERIFY(*_desk->status.asOf >= online && *_desk->status.asOf <= clockNow() + std::chrono::seconds { 2 });
    QVERIFY(_backend.start());
}

void TestLosses::aClockThatWasTurnedBackMeanwhileIsNotBelieved()
{
    _backend.kill();
    const auto wrong = [] { return clockNow() - std::chrono::hours { 5 }; };
    startDesk(wrong);
    QTRY_COMPARE_WITH_TIMEOUT(_desk->status.line, DeskStatus::Line::Offline, 20'000);
    QVERIFY(_desk->status.clockError < std::chrono::hours { -4 });
    _desk->desk.report(report());
    const TicketId ticket = _desk->last;
    ++_tickets;
    QVERIFY(_desk->rows.at(ticket)->reportedAt >= *_desk->status.asOf);

    QVERIFY(_backend.start());
    QTRY_VERIFY_WITH_TIMEOUT(isWhole() && _desk->status.waiting == 0, 20'000);
    QVERIFY(std::chrono::abs(_desk->status.clockError + std::chrono::hours { 5 }) < std::chrono::seconds { 2 });
    _desk->desk.report(report());
    ++_tickets;
    QVERIFY(std::chrono::abs(_desk->rows.at(_desk->last)->reportedAt - clockNow()) < std::chrono::seconds { 2 });
    QTRY_COMPARE_WITH_TIMEOUT(_desk->status.waiting, 0, 20'000);
    QVERIFY(isInTheLedger(ticket));
}

/// In a container a program has the same number each time: what a killed one left looks like a lock of its own.
void TestLosses::theLockOfADeskThatWasKilledKeepsNobodyOut()
{
    QFile left(place("desk/desk.lock"));
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.write(QByteArray::number(QCoreApplication::applicationPid()) + '\n'
        + QCoreApplication::applicationName().toUtf8() + '\n' + QSysInfo::machineHostName().toUtf8() + "\n\n"
        + QSysInfo::bootUniqueId() + '\n');
    left.close();
    startDesk();
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), 20'000);
    Workplace second(place("desk"), _backend.port(), "02");
    QCOMPARE(second.status.line, DeskStatus::Line::Opening);
    QVERIFY2(second.status.trouble.contains(u"Another desk"), qPrintable(second.status.trouble));
    _desk.reset();
    QTRY_COMPARE_WITH_TIMEOUT(second.status.line, DeskStatus::Line::Online, 20'000);
}

QTEST_GUILESS_MAIN(TestLosses)
#include "tst_losses.moc"
