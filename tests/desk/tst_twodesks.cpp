#include "BackendProcess.h"
#include "Workplace.h"

#include <ledger/Verification.h>
#include <support/Sentences.h>

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace huying;

/// Two desks and a real backend process on loopback.
class TestTwoDesks : public Sentences
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void whatIsEnteredAtOneDeskIsAtTheOther();
    void aTicketThatIsNotHereIsSaidToBeSo();
    void whatWasJustDoneIsOfferedToBeTakenBack();
    void aDuplicateIsJoinedAtOneDeskAndSeparatedAtTheOther();
    void whatIsDoneWhileTheBackendIsKilledArrivesAfterwards();
    void aDeskThatComesBackFindsItsWaitingActions();
    void whatIsChangedStandsInPlaceOfTheRefusedAction();
    void theLedgerIsSoundInTheEnd();

private:
    QString place(const char *name) const { return _folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir _folder;
    BackendProcess _backend { _folder.path() };
    std::unique_ptr<Workplace> _one;
    std::unique_ptr<Workplace> _other;
};

void TestTwoDesks::initTestCase()
{
    QVERIFY(_backend.start());
    _one = std::make_unique<Workplace>(place("one"), _backend.port(), "01");
    _other = std::make_unique<Workplace>(place("other"), _backend.port(), "02");
    QTRY_VERIFY_WITH_TIMEOUT(_one->isOnline() && _other->isOnline(), 20'000);
}

void TestTwoDesks::cleanupTestCase()
{
    _one.reset();
    _other.reset();
    _backend.kill();
}

void TestTwoDesks::whatIsEnteredAtOneDeskIsAtTheOther()
{
    _one->desk.report(report());
    QVERIFY2(_one->forbidden.isEmpty(), qPrintable(_one->forbidden));
    const TicketId ticket = _one->last;
    QVERIFY(_one->knows(ticket, Step::Reported));
    QTRY_VERIFY_WITH_TIMEOUT(_other->knows(ticket, Step::Reported), 10'000);
    _other->desk.act(ticket, 1, acceptance());
    QTRY_VERIFY_WITH_TIMEOUT(_one->knows(ticket, Step::Accepted), 10'000);
    QTRY_COMPARE(_one->status.waiting, 0);
}

/// Such as a main ticket that is out of this account's sight.
void TestTwoDesks::aTicketThatIsNotHereIsSaidToBeSo()
{
    TicketId nowhere;
    nowhere.bytes.fill(0x77);
    _one->desk.look(nowhere);
    QCOMPARE(_one->sight->ticket.id, nowhere);
    QVERIFY(!_one->sight->isHere);
    QVERIFY(_one->sight->possible.empty());
    _one->desk.look(_one->last);
    QCOMPARE(_one->sight->ticket.id, _one->last);
    QVERIFY(_one->sight->isHere);
}

void TestTwoDesks::whatWasJustDoneIsOfferedToBeTakenBack()
{
    _one->desk.report(report());
    const TicketId ticket = _one->last;
    _one->desk.look(ticket);
    QVERIFY(!_one->sight->undoable); // a report is made void instead
    _one->desk.act(ticket, 1, acceptance());
    QTRY_VERIFY_WITH_TIMEOUT(_other->knows(ticket, Step::Accepted), 10'000);
    QVERIFY(_one->sight->undoable);
    _other->desk.look(ticket);
    QVERIFY(!_other->sight->undoable); // somebody else did it
    _one->desk.undo(ticket, *_one->sight->undoable);
    QVERIFY2(_one->forbidden.isEmpty(), qPrintable(_one->forbidden));
    QTRY_VERIFY_WITH_TIMEOUT(_other->knows(ticket, Step::Reported), 10'000);
    QVERIFY(!_one->sight->undoable);
    QTRY_COMPARE(_one->status.waiting, 0);
}

void TestTwoDesks::aDuplicateIsJoinedAtOneDeskAndSeparatedAtTheOther()
{
    _one->desk.report(report());
    const TicketId main = _one->last;
    _one->desk.report(report());
    const TicketId second = _one->last;
    QTRY_VERIFY_WITH_TIMEOUT(_other->knows(second, Step::Reported), 10'000);

    _one->desk.act(second, 1, Joined { main });
    QVERIFY2(_one->forbidden.isEmpty(), qPrintable(_one->forbidden));
    QTRY_VERIFY_WITH_TIMEOUT(_other->rows[second]->isJoined && _other->rows[main]->repeats == 1, 10'000);
    _other->desk.look(main);
    QCOMPARE(_other->sight->children.size(), std::size_t(1));
    QCOMPARE(_other->sight->children.front().id, second);
    QVERIFY(_other->sight->maySeparate);

    _other->desk.act(second, _other->rows[second]->version, Separated { main, "两处路灯" });
    QVERIFY2(_other->forbidden.isEmpty(), qPrintable(_other->forbidden));
    QVERIFY(_other->sight->children.empty());
    QTRY_VERIFY_WITH_TIMEOUT(!_one->rows[second]->isJoined && _one->rows[main]->repeats == 0, 10'000);
    QTRY_COMPARE(_other->status.waiting, 0);
    QCOMPARE(_one->status.refused + _other->status.refused, 0);
}

void TestTwoDesks::whatIsDoneWhileTheBackendIsKilledArrivesAfterwards()
{
    _backend.kill();
    QTRY_VERIFY_WITH_TIMEOUT(_one->status.line == DeskStatus::Line::Offline, 10'000);
    std::vector<TicketId> entered;
    for (int i = 0; i < 20; ++i) {
        _one->desk.report(report());
        entered.push_back(_one->last);
        _one->desk.act(_one->last, 1, acceptance());
    }
    QCOMPARE(_one->status.waiting, 40);
    QVERIFY(_one->knows(entered.back(), Step::Accepted));
    QVERIFY(_backend.start());
    QTRY_COMPARE_WITH_TIMEOUT(_one->status.waiting, 0, 20'000);
    for (const TicketId &ticket : entered) {
        QTRY_VERIFY_WITH_TIMEOUT(_other->knows(ticket, Step::Accepted), 10'000);
    }
    QCOMPARE(_one->status.refused, 0);
}

void TestTwoDesks::aDeskThatComesBackFindsItsWaitingActions()
{
    _backend.kill();
    QTRY_VERIFY_WITH_TIMEOUT(_one->status.line == DeskStatus::Line::Offline, 10'000);
    _one->desk.report(report());
    const TicketId ticket = _one->last;
    _one.reset();
    _one = std::make_unique<Workplace>(place("one"), _backend.port(), "01");
    QVERIFY(_one->knows(ticket, Step::Reported));
    QVERIFY(_backend.start());
    QTRY_VERIFY_WITH_TIMEOUT(_other->knows(ticket, Step::Reported), 20'000);
}

void TestTwoDesks::whatIsChangedStandsInPlaceOfTheRefusedAction()
{
    QTRY_VERIFY_WITH_TIMEOUT(_one->isOnline() && _other->isOnline(), 20'000);
    _one->desk.report(report());
    const TicketId ticket = _one->last;
    _one->desk.act(ticket, 1, acceptance());
    QTRY_VERIFY_WITH_TIMEOUT(_other->knows(ticket, Step::Accepted), 10'000);
    _backend.kill();
    QTRY_VERIFY_WITH_TIMEOUT(!_one->isOnline() && !_other->isOnline(), 10'000);
    _one->desk.act(ticket, 2, assignment("U01"));
    _other->desk.act(ticket, 2, assignment("U02"));
    QVERIFY(_backend.start());
    QTRY_COMPARE_WITH_TIMEOUT(_one->status.refused + _other->status.refused, 1, 20'000);
    Workplace &loser = _one->status.refused == 1 ? *_one : *_other;

    loser.desk.look(ticket);
    QTRY_COMPARE_WITH_TIMEOUT(loser.sight->refused.size(), std::size_t(1), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(!loser.sight->refused.front().meanwhile.empty(), 10'000);
    const EventId refused = loser.sight->refused.front().event;
    loser.desk.actInstead(refused, ticket, loser.sight->ticket.version, Noted { "按对方的交办" });
    QVERIFY2(loser.forbidden.isEmpty(), qPrintable(loser.forbidden));
    QVERIFY(loser.sight->refused.empty());
    QTRY_COMPARE_WITH_TIMEOUT(loser.status.waiting, 0, 10'000);
    QCOMPARE(loser.status.refused, 0);
    QVERIFY(std::holds_alternative<Noted>(loser.sight->ticket.trail.back().content));

    loser.desk.actInstead(refused, ticket, loser.sight->ticket.version, Noted { "再次" });
    QVERIFY(!loser.forbidden.isEmpty());
    QCOMPARE(loser.status.waiting, 0);
}

void TestTwoDesks::theLedgerIsSoundInTheEnd()
{
    QTRY_VERIFY(_one->isOnline() && _one->status.waiting == 0);
    _backend.kill();
    const auto verified = verify(
        place("county.ledger").toStdString(), LedgerSettings {}, clockNow(), [](Position, Position) { return true; });
    QVERIFY(verified.has_value());
    QVERIFY2(verified->isSound(), qPrintable(verified->examples.join(QLatin1Char('\n'))));
    QCOMPARE(verified->tickets, 26);
}

QTEST_GUILESS_MAIN(TestTwoDesks)
#include "tst_twodesks.moc"
