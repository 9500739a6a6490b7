#include "BackendProcess.h"
#include "Workplace.h"

#include <ledger/Verification.h>
#include <proxy/CuttingProxy.h>
#include <support/Sentences.h>

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace huying;
using namespace huying::testing;

/// A desk whose line goes through something that cuts and stalls, and one with a good line, on a real backend process.
class TestBadLine : public Sentences
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void cleanup()
    {
        _proxy->cutEvery({});
        _proxy->cutRequestsEvery({});
        _proxy->stall(false);
    }
    void whatIsDoneOverALineThatIsCutAgainAndAgainArrivesOnce();
    void whatIsSentOverALineThatIsCutArrivesOnce();
    void whatIsDoneWhileAnswersStallArrivesOnce();
    void anAnswerThatStallsTooLongIsGivenUp();
    void othersWorkComesThroughALineThatIsCut();
    void theLedgerIsSoundInTheEnd();

private:
    QString place(const char *name) const { return _folder.filePath(QString::fromLatin1(name)); }
    /// Enters tickets and accepts each at once.
    static std::vector<TicketId> enter(Workplace &at, int count);
    static bool knowsAll(const Workplace &at, const std::vector<TicketId> &tickets);

    QTemporaryDir _folder;
    BackendProcess _backend { _folder.path() };
    std::unique_ptr<CuttingProxy> _proxy;
    std::unique_ptr<Workplace> _bad;
    std::unique_ptr<Workplace> _good;
};

void TestBadLine::initTestCase()
{
    QVERIFY(_backend.start());
    _proxy = std::make_unique<CuttingProxy>(_backend.port());
    _bad = std::make_unique<Workplace>(place("bad"), _proxy->port(), "01");
    _good = std::make_unique<Workplace>(place("good"), _backend.port(), "02");
    const auto hasAll = [](const Workplace &at) { return at.isOnline() && !at.status.isFirstPart; };
    QTRY_VERIFY_WITH_TIMEOUT(hasAll(*_bad) && hasAll(*_good), 20'000);
}

void TestBadLine::cleanupTestCase()
{
    _bad.reset();
    _good.reset();
    _backend.kill();
}

std::vector<TicketId> TestBadLine::enter(Workplace &at, int count)
{
    std::vector<TicketId> tickets;
    for (int i = 0; i < count; ++i) {
        at.desk.report(report());
        tickets.push_back(at.last);
        at.desk.act(at.last, 1, acceptance());
    }
    return tickets;
}

bool TestBadLine::knowsAll(const Workplace &at, const std::vector<TicketId> &tickets)
{
    return std::ranges::all_of(tickets, [&](const TicketId &ticket) { return at.knows(ticket, Step::Accepted); });
}

void TestBadLine::whatIsDoneOverALineThatIsCutAgainAndAgainArrivesOnce()
{
    QRandomGenerator random(7);
    _proxy->cutEvery([&random] { return qint64(random.bounded(40, 1'500)); });
    _proxy->breakAll();
    const auto tickets = enter(*_bad, 20);
    QTRY_VERIFY_WITH_TIMEOUT(_proxy->cuts() >= 20, 30'000);
    _proxy->cutEvery({});
    QTRY_COMPARE_WITH_TIMEOUT(_bad->status.waiting, 0, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(knowsAll(*_good, tickets), 10'000);
    QCOMPARE(_bad->status.refused, 0);
}

/// Proposals break off in their heads and in the middle of their bodies.
void TestBadLine::whatIsSentOverALineThatIsCutArrivesOnce()
{
    QTRY_VERIFY_WITH_TIMEOUT(_bad->isOnline(), 20'000);
    QRandomGenerator random(9);
    const int before = _proxy->cuts();
    _proxy->cutRequestsEvery([&random] { return qint64(random.bounded(150, 2'500)); });
    _proxy->breakAll();
    const auto tickets = enter(*_bad, 20);
    QTRY_VERIFY_WITH_TIMEOUT(_proxy->cuts() >= before + 20, 30'000);
    _proxy->cutRequestsEvery({});
    _proxy->breakAll();
    QTRY_COMPARE_WITH_TIMEOUT(_bad->status.waiting, 0, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(knowsAll(*_good, tickets), 10'000);
    QCOMPARE(_bad->status.refused, 0);
}

void TestBadLine::anAnswerThatStallsTooLongIsGivenUp()
{
    DeskSettings settings = Workplace::settings(place("hasty"), _proxy->port(), "03");
    settings.line.answerTime = std::chrono::milliseconds { 700 };
    settings.line.silence = std::chrono::milliseconds { 3'000 };
    Workplace hasty(settings);
    QTRY_VERIFY_WITH_TIMEOUT(hasty.isOnline(), 20'000);
    _proxy->stall(true);
    hasty.desk.report(report());
    QTRY_COMPARE_WITH_TIMEOUT(hasty.status.line, DeskStatus::Line::Offline, 20'000);
    QVERIFY(!hasty.status.trouble.isEmpty());
    QCOMPARE(hasty.status.waiting, 1);
    _proxy->stall(false);
    QTRY_VERIFY_WITH_TIMEOUT(hasty.isOnline() && hasty.status.waiting == 0, 30'000);
    hasty.desk.act(hasty.last, 1, acceptance());
    QTRY_VERIFY_WITH_TIMEOUT(_good->knows(hasty.last, Step::Accepted), 10'000);
    // a line that says nothing any more is a cut cable, also when nothing is asked
    _proxy->stall(true);
    QTRY_COMPARE_WITH_TIMEOUT(hasty.status.line, DeskStatus::Line::Offline, 20'000);
    _proxy->stall(false);
    QTRY_VERIFY_WITH_TIMEOUT(hasty.isOnline(), 30'000);
}

void TestBadLine::whatIsDoneWhileAnswersStallArrivesOnce()
{
    QTRY_VERIFY_WITH_TIMEOUT(_bad->isOnline(), 20'000);
    _proxy->stall(true);
    const auto tickets = enter(*_bad, 5);
    // the backend has heard of them, the desk has heard nothing
    QTRY_VERIFY_WITH_TIMEOUT(_good->knows(tickets.front(), Step::Reported), 10'000);
    QVERIFY(_bad->status.waiting > 0);
    _proxy->stall(false);
    QTRY_COMPARE_WITH_TIMEOUT(_bad->status.waiting, 0, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(knowsAll(*_good, tickets), 10'000);
    QCOMPARE(_bad->status.refused, 0);
}

void TestBadLine::othersWorkComesThroughALineThatIsCut()
{
    QRandomGenerator random(8);
    _proxy->cutEvery([&random] { return qint64(random.bounded(300, 12'000)); });
    _proxy->breakAll();
    const auto tickets = enter(*_good, 20);
    QTRY_VERIFY_WITH_TIMEOUT(knowsAll(*_bad, tickets), 60'000);
    _proxy->cutEvery({});
    QTRY_VERIFY_WITH_TIMEOUT(_bad->isOnline(), 30'000);
}

void TestBadLine::theLedgerIsSoundInTheEnd()
{
    QTRY_VERIFY(_good->status.waiting == 0);
    _backend.kill();
    const auto verified = verify(
        place("county.ledger").toStdString(), LedgerSettings {}, clockNow(), [](Position, Position) { return true; });
    QVERIFY(verified.has_value());
    QVERIFY2(verified->isSound(), qPrintable(verified->examples.join(QLatin1Char('\n'))));
    QCOMPARE(verified->tickets, 66);
}

QTEST_GUILESS_MAIN(TestBadLine)
#include "tst_badline.moc"
