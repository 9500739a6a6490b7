#include "Log.h"

#include <support/Sentences.h>

#include <QFile>

using namespace huying;
using namespace huying::testing;

class TestCache : public Sentences
{
    Q_OBJECT
private slots:
    void aPageBecomesRowsAndTickets();
    void inPiecesItIsTheSameAsAtOnce();
    void whatIsKnownIsPassedOver();
    void anotherLedgersPageIsDamaged();
    void aPageWithAGapIsRefused();
    void aTicketWhoseBeginningIsMissingIsAskedFor();
    void whatIsStoredIsThereAfterOpeningAgain();
    void aFileThatIsNoDatabaseIsDamaged();
};

void TestCache::aPageBecomesRowsAndTickets()
{
    const RuleBook book = rules();
    TicketStory story(book);
    story.untilHandling();
    Log log;
    log.add(story);
    QTemporaryDir folder;
    const auto cache = cacheIn(folder);
    QVERIFY(cache->store(log.whole(), {}));
    QCOMPARE(cache->position().value(), Position(log.entries.size()));
    QVERIFY(cache->row(story.ticket().id).value() == rowOf(story.ticket(), book));
    QVERIFY(cache->ticket(story.ticket().id).value()->trail == story.events());
    QVERIFY(cache->takeChange().tickets.contains(story.ticket().id));
    QVERIFY(cache->takeChange().tickets.empty());
}

void TestCache::inPiecesItIsTheSameAsAtOnce()
{
    const RuleBook book = rules();
    TicketStory story(book);
    story.untilClosed();
    Log log;
    log.add(story);
    QTemporaryDir folder;
    const auto cache = cacheIn(folder);
    for (std::size_t i = 0; i < log.entries.size(); ++i) {
        QVERIFY(cache->missingFor(log.page(i, i + 1).entries).value().empty());
        QVERIFY(cache->store(log.page(i, i + 1), {}));
    }
    QVERIFY(cache->row(story.ticket().id).value() == rowOf(story.ticket(), book));
}

void TestCache::whatIsKnownIsPassedOver()
{
    const RuleBook book = rules();
    TicketStory story(book);
    story.untilAssigned();
    Log log;
    log.add(story);
    QTemporaryDir folder;
    const auto cache = cacheIn(folder);
    QVERIFY(cache->store(log.page(0, 2), {}));
    QVERIFY(cache->store(log.whole(), {}));
    QVERIFY(cache->store(log.page(0, 2), {}));
    QCOMPARE(cache->ticket(story.ticket().id).value()->trail.size(), log.entries.size());
}

void TestCache::anotherLedgersPageIsDamaged()
{
    const RuleBook book = rules();
    TicketStory story(book);
    story.untilAssigned();
    Log log;
    log.add(story);
    QTemporaryDir folder;
    const auto cache = cacheIn(folder);
    QVERIFY(cache->store(log.page(0, 1), {}));
    Page other = log.page(1, 3);
    other.entries.front().chain[7] ^= 1;
    const auto stored = cache->store(other, {});
    QCOMPARE(int(stored.error().kind), int(FailureKind::Damaged));
    QCOMPARE(cache->position().value(), Position(1));
}

void TestCache::aPageWithAGapIsRefused()
{
    const RuleBook book = rules();
    TicketStory story(book);
    story.untilAssigned();
    Log log;
    log.add(story);
    QTemporaryDir folder;
    const auto cache = cacheIn(folder);
    QVERIFY(!cache->store(log.page(1, 3), {}));
    QCOMPARE(cache->position().value(), Position(0));
}

void TestCache::aTicketWhoseBeginningIsMissingIsAskedFor()
{
    const RuleBook book = rules();
    TicketStory story(book);
    story.untilAssigned();
    Log log;
    log.add(story);
    QTemporaryDir folder;
    const auto cache = cacheIn(folder);
    QVERIFY(cache->store(log.page(0, 1), {}));
    const Page rest = log.page(1, 3);
    QVERIFY(cache->missingFor(rest.entries).value().empty());
    TicketEvent elsewhere = story.events().back();
    elsewhere.ticket = numbered(4711);
    const Entry unknown { .position = 2, .received = elsewhere.at, .record = recordOf(elsewhere, {}), .chain = {} };
    QCOMPARE(cache->missingFor(std::span(&unknown, 1)).value(), std::vector<TicketId> { elsewhere.ticket });
}

void TestCache::whatIsStoredIsThereAfterOpeningAgain()
{
    const RuleBook book = rules();
    TicketStory story(book);
    story.untilHandling();
    Log log;
    log.add(story);
    QTemporaryDir folder;
    QVERIFY(cacheIn(folder)->store(log.whole(), {}));
    const auto cache = cacheIn(folder);
    QCOMPARE(cache->position().value(), Position(log.entries.size()));
    QCOMPARE(cache->atWork({}).value().size(), std::size_t(1));
}

void TestCache::aFileThatIsNoDatabaseIsDamaged()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("cache.sqlite")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const auto opened = Cache::open(file.fileName().toStdString(), {});
    QCOMPARE(int(opened.error().kind), int(FailureKind::Damaged));
}

QTEST_GUILESS_MAIN(TestCache)
#include "tst_cache.moc"
