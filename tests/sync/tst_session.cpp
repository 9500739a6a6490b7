#include "World.h"

#include <support/Sentences.h>

using namespace huying;
using namespace huying::testing;

class TestSession : public Sentences
{
    Q_OBJECT
private slots:
    void itCatchesUpFromItsPositionAndGoesLive();
    void aGapInTheLiveFeedIsAskedFor();
    void whatIsOnItsWayIsNotSentTwice();
    void waitsGrowAndNeverPassTheLongest();
    void aLedgerThatLostEntriesIsNotBelieved();
    void aJournalThatCannotBeWrittenHangsUpAndComesBack();
    void theErrorOfTheClockIsMeasured();
    void answersForOthersAreNotStored();
    void aLiveLineForOthersEnds();
    void aPageOfStubsMovesOn();

private:
    static Greeting greeting(Position head)
    {
        return { .protocol = 1, .county = "130529", .name = {}, .head = head, .now = now };
    }
    static constexpr Instant now { std::chrono::hours { 450'000 } };
};

void TestSession::itCatchesUpFromItsPositionAndGoesLive()
{
    FakeLedger ledger;
    ledger.append({ proposal(1), proposal(2) });
    FakeJournal journal;
    FakeOutbox outbox;
    Session session(journal, outbox, 1);
    QCOMPARE(session.start(now), std::vector<Wish> { AskGreeting {} });
    QCOMPARE(session.greeted(greeting(2), now, now), std::vector<Wish> { AskPage { 0 } });
    QCOMPARE(session.pageArrived(ledger.after(0, 1), now), std::vector<Wish> { AskPage { 1 } });
    QCOMPARE(session.pageArrived(ledger.after(1, 1), now), std::vector<Wish> { OpenLive { 2 } });
    QCOMPARE(int(session.state().line), int(Line::Live));
    QCOMPARE(journal.entries.size(), std::size_t(2));
}

void TestSession::aGapInTheLiveFeedIsAskedFor()
{
    FakeLedger ledger;
    ledger.append({ proposal(1), proposal(2), proposal(3) });
    FakeJournal journal;
    FakeOutbox outbox;
    Session session(journal, outbox, 1);
    session.start(now);
    session.greeted(greeting(0), now, now);
    QCOMPARE(session.liveArrived(ledger.after(1, 5), now, now), std::vector<Wish> { AskPage { 0 } });
    QVERIFY(journal.entries.empty());
}

void TestSession::whatIsOnItsWayIsNotSentTwice()
{
    FakeJournal journal;
    FakeOutbox outbox;
    outbox.waiting.push_back(proposal(1));
    Session session(journal, outbox, 1);
    session.start(now);
    const auto wishes = session.greeted(greeting(0), now, now);
    QVERIFY(std::holds_alternative<Propose>(wishes.front()));
    QVERIFY(session.outboxGrew(now).empty());
}

void TestSession::waitsGrowAndNeverPassTheLongest()
{
    FakeJournal journal;
    FakeOutbox outbox;
    Session session(journal, outbox, 7);
    session.start(now);
    std::chrono::milliseconds longest {};
    for (int i = 0; i < 40; ++i) {
        const auto wishes = session.lost({ FailureKind::Unreachable, {} }, now);
        const auto wait = std::get<RetryAt>(wishes.front()).at - now;
        QVERIFY(wait >= std::chrono::milliseconds { 250 } && wait <= std::chrono::seconds { 30 });
        longest = std::max(longest, wait);
        session.retryDue(now);
    }
    QVERIFY(longest > std::chrono::seconds { 15 });
}

void TestSession::aLedgerThatLostEntriesIsNotBelieved()
{
    FakeLedger ledger;
    ledger.append({ proposal(1), proposal(2) });
    FakeJournal journal;
    journal.entries = ledger.entries();
    FakeOutbox outbox;
    Session session(journal, outbox, 1);
    session.start(now);
    session.greeted(greeting(1), now, now);
    QCOMPARE(int(session.state().line), int(Line::Away));
    QCOMPARE(int(session.state().trouble->kind), int(FailureKind::Damaged));
}

void TestSession::aJournalThatCannotBeWrittenHangsUpAndComesBack()
{
    FakeLedger ledger;
    ledger.append({ proposal(1) });
    FakeJournal journal;
    journal.isFull = true;
    FakeOutbox outbox;
    Session session(journal, outbox, 1);
    session.start(now);
    session.greeted(greeting(1), now, now);
    const auto wishes = session.pageArrived(ledger.after(0, 5), now);
    QVERIFY(std::holds_alternative<Hangup>(wishes.front()));
    QCOMPARE(int(session.state().trouble->kind), int(FailureKind::Full));
    journal.isFull = false;
    session.retryDue(now);
    session.greeted(greeting(1), now, now);
    session.pageArrived(ledger.after(0, 5), now);
    QCOMPARE(session.state().position, Position(1));
}

void TestSession::theErrorOfTheClockIsMeasured()
{
    FakeJournal journal;
    FakeOutbox outbox;
    Session session(journal, outbox, 1);
    session.start(now);
    const Instant here = now + std::chrono::minutes { 5 };
    session.greeted(greeting(0), here - std::chrono::milliseconds { 100 }, here);
    QCOMPARE(session.state().clockError, std::chrono::minutes { 5 } - std::chrono::milliseconds { 50 });
}

void TestSession::answersForOthersAreNotStored()
{
    FakeJournal journal;
    FakeOutbox outbox;
    Session session(journal, outbox, 1, { .audience = "unit U01", .asOf = {} });
    session.start(now);
    Greeting other = greeting(2);
    other.audience = "unit U02";
    const auto wishes = session.greeted(other, now, now);
    QVERIFY(std::holds_alternative<Hangup>(wishes.front()));
    QCOMPARE(int(session.state().trouble->kind), int(FailureKind::Damaged));
    session.retryDue(now);
    other.audience = "unit U01";
    QCOMPARE(session.greeted(other, now, now), std::vector<Wish> { AskPage { 0 } });

    // the role became another one since
    Page page;
    page.head = 2;
    page.stubs = { { .position = 1, .envelope = {}, .ticket = {} } };
    page.audience = "unit U02";
    QVERIFY(std::holds_alternative<Hangup>(session.pageArrived(page, now).front()));
    QCOMPARE(int(session.state().trouble->kind), int(FailureKind::Damaged));
    QCOMPARE(journal.position().value(), Position { 0 });
}

void TestSession::aLiveLineForOthersEnds()
{
    FakeJournal journal;
    FakeOutbox outbox;
    Session session(journal, outbox, 1, { .audience = "unit U01", .asOf = {} });
    session.start(now);
    Greeting mine = greeting(0);
    mine.audience = "unit U01";
    QCOMPARE(session.greeted(mine, now, now), std::vector<Wish> { OpenLive { 0 } });
    Page pulse;
    pulse.audience = "unit U01";
    QVERIFY(session.liveArrived(pulse, now, now).empty());
    pulse.audience = "unit U02";
    QVERIFY(std::holds_alternative<Hangup>(session.liveArrived(pulse, now, now).front()));
    QCOMPARE(int(session.state().trouble->kind), int(FailureKind::Damaged));
}

void TestSession::aPageOfStubsMovesOn()
{
    FakeJournal journal;
    FakeOutbox outbox;
    Session session(journal, outbox, 1);
    session.start(now);
    session.greeted(greeting(3), now, now);
    Page page;
    page.head = 3;
    page.stubs = { { .position = 1, .envelope = {}, .ticket = {} }, { .position = 2, .envelope = {}, .ticket = {} } };
    QCOMPARE(session.pageArrived(page, now), std::vector<Wish> { AskPage { 2 } });
    page.stubs = { { .position = 3, .envelope = {}, .ticket = {} } };
    QCOMPARE(session.pageArrived(page, now), std::vector<Wish> { OpenLive { 3 } });
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
