#include "Log.h"

#include <cache/OutboxFile.h>
#include <desk/OnTop.h>
#include <support/Sentences.h>

using namespace huying;
using namespace huying::testing;

class TestOutbox : public Sentences
{
    Q_OBJECT
private slots:
    void whatWasPutIsThereAfterOpeningAgain();
    void acceptedGoesOnlyWhenTheCacheHasIt();
    void refusedStaysWithItsReasonUntilItIsDropped();
    void whatAnEarlierVersionLeftWaitsOn();
    void aFileOfANewerVersionIsRefusedAndLeftAlone();
    void aSerialNumberIsNeverGivenTwice();
    void anOwnActionShowsAtOnceAndIsNotDoubledWhenItComesBack();
    void anOwnActionIsAppliedAgainOnWhatOthersDid();

private:
    static std::unique_ptr<OutboxFile> outboxIn(const QTemporaryDir &folder)
    {
        return OutboxFile::open(folder.filePath(QStringLiteral("outbox.sqlite")).toStdString()).value();
    }
    static std::unique_ptr<Database> fileIn(const QTemporaryDir &folder)
    {
        const auto file = folder.filePath(QStringLiteral("outbox.sqlite")).toStdString();
        return std::make_unique<Database>(Database::open(file, Opening::Write).value());
    }
    /// What `content` would be as the story's next event, without being told.
    static TicketEvent next(TicketStory story, TicketContent content)
    {
        return story.tell(std::move(content)).events().back();
    }
    static Proposal proposed(const TicketEvent &event) { return { { recordOf(event, {}) } }; }
};

void TestOutbox::whatWasPutIsThereAfterOpeningAgain()
{
    const RuleBook book = rules();
    TicketStory story(book);
    QTemporaryDir folder;
    QVERIFY(outboxIn(folder)->put(proposed(next(story, acceptance()))));
    const auto outbox = outboxIn(folder);
    QCOMPARE(outbox->unanswered(10).value().size(), std::size_t(1));
    QCOMPARE(outbox->onTop().value().size(), std::size_t(1));
}

void TestOutbox::acceptedGoesOnlyWhenTheCacheHasIt()
{
    const RuleBook book = rules();
    TicketStory story(book);
    QTemporaryDir folder;
    const auto outbox = outboxIn(folder);
    const Proposal proposal = proposed(next(story, acceptance()));
    QVERIFY(outbox->put(proposal));
    const Outcome accepted { .positions = { 12 }, .refused = {} };
    QVERIFY(outbox->answered(std::span(&proposal, 1), std::span(&accepted, 1)));
    QVERIFY(outbox->unanswered(10).value().empty());
    QVERIFY(outbox->settle(11));
    QCOMPARE(outbox->onTop().value().size(), std::size_t(1));
    QVERIFY(outbox->settle(12));
    QVERIFY(outbox->onTop().value().empty());
}

void TestOutbox::refusedStaysWithItsReasonUntilItIsDropped()
{
    const RuleBook book = rules();
    TicketStory story(book);
    QTemporaryDir folder;
    const Proposal proposal = proposed(next(story, acceptance()));
    {
        const auto outbox = outboxIn(folder);
        QVERIFY(outbox->put(proposal));
        const Outcome refused { .positions = {},
            .refused = Failure { FailureKind::Refused, QStringLiteral("已办结") } };
        QVERIFY(outbox->answered(std::span(&proposal, 1), std::span(&refused, 1)));
    }
    const auto outbox = outboxIn(folder);
    QVERIFY(outbox->onTop().value().empty());
    QCOMPARE(outbox->refused().value().front().why.text, QStringLiteral("已办结"));
    QVERIFY(outbox->drop(proposal.records.front().id));
    QVERIFY(outbox->refused().value().empty());
}

void TestOutbox::whatAnEarlierVersionLeftWaitsOn()
{
    const RuleBook book = rules();
    TicketStory story(book);
    QTemporaryDir folder;
    const Proposal proposal = proposed(next(story, acceptance()));
    QVERIFY(outboxIn(folder)->put(proposal));
    {
        const auto file = fileIn(folder);
        QVERIFY(file->execute("ALTER TABLE proposal DROP COLUMN number; PRAGMA user_version = 1"));
    }
    const auto outbox = outboxIn(folder);
    QCOMPARE(outbox->unanswered(10).value(), std::vector { proposal });
    const Outcome refused { .positions = {}, .refused = Failure { FailureKind::Refused, QStringLiteral("已办结") } };
    QVERIFY(outbox->answered(std::span(&proposal, 1), std::span(&refused, 1)));
    QCOMPARE(outbox->refused().value().front().number, std::string());
    story.tell(acceptance());
    QVERIFY(outbox->put(proposed(next(story, Noted { "已回电" })), "20261129-01-0007"));
    QCOMPARE(outbox->counts().value().waiting, 1);
    QCOMPARE(outbox->counts().value().refused, 1);
}

void TestOutbox::aFileOfANewerVersionIsRefusedAndLeftAlone()
{
    QTemporaryDir folder;
    outboxIn(folder);
    QVERIFY(fileIn(folder)->execute("PRAGMA user_version = 999"));
    const auto newer = OutboxFile::open(folder.filePath(QStringLiteral("outbox.sqlite")).toStdString());
    QVERIFY(!newer);
    QCOMPARE(newer.error().kind, FailureKind::Newer);
    QCOMPARE(fileIn(folder)->number("PRAGMA user_version").value(), 999);
}

void TestOutbox::aSerialNumberIsNeverGivenTwice()
{
    QTemporaryDir folder;
    const Day today { std::chrono::year { 2023 } / 7 / 12 };
    QCOMPARE(outboxIn(folder)->nextSerial(today).value(), 1);
    QCOMPARE(outboxIn(folder)->nextSerial(today).value(), 2);
    QCOMPARE(outboxIn(folder)->nextSerial(today + std::chrono::days { 1 }).value(), 1);
}

void TestOutbox::anOwnActionShowsAtOnceAndIsNotDoubledWhenItComesBack()
{
    const RuleBook book = rules();
    TicketStory story(book);
    Log log;
    log.add(story);
    QTemporaryDir folder;
    const auto cache = cacheIn(folder);
    const auto outbox = outboxIn(folder);
    QVERIFY(cache->store(log.whole(), {}));
    const TicketEvent own = next(story, acceptance());
    QVERIFY(outbox->put(proposed(own)));
    OnTop onTop(*cache, *outbox);
    QVERIFY(onTop.read().value().contains(story.ticket().id));
    QCOMPARE(int(onTop.row(story.ticket().id).value()->step), int(Step::Accepted));
    QCOMPARE(onTop.waitingOn(story.ticket().id), std::vector<EventId> { own.id });
    log.add(own);
    QVERIFY(cache->store(log.page(1, 2), {}));
    QCOMPARE(onTop.ticket(story.ticket().id).value()->version, Version(2));
}

void TestOutbox::anOwnActionIsAppliedAgainOnWhatOthersDid()
{
    const RuleBook book = rules();
    TicketStory story(book);
    story.untilAccepted();
    Log log;
    log.add(story);
    QTemporaryDir folder;
    const auto cache = cacheIn(folder);
    const auto outbox = outboxIn(folder);
    QVERIFY(cache->store(log.whole(), {}));
    const TicketEvent own = next(story, Noted { "已电话联系" });
    QVERIFY(outbox->put(proposed(own)));
    OnTop onTop(*cache, *outbox);
    QVERIFY(onTop.read());
    const std::size_t known = log.entries.size();
    story.by(colleague()).tell(assignment());
    log.add(story, known);
    QVERIFY(cache->store(log.page(known, known + 1), {}));
    const auto ticket = onTop.ticket(story.ticket().id).value();
    QCOMPARE(int(ticket->step), int(Step::Assigned));
    QCOMPARE(ticket->trail.back().id, own.id);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
