#include "Log.h"

#include <rules/Notices.h>
#include <support/Sentences.h>

#include <QFile>

#include <algorithm>

using namespace huying;
using namespace huying::testing;

namespace
{

Page only(const Entry &entry)
{
    Page page;
    page.entries = { entry };
    page.head = entry.position;
    return page;
}

} // namespace

class TestCache : public Sentences
{
    Q_OBJECT
private slots:
    void aPageBecomesRowsAndTickets();
    void inPiecesItIsTheSameAsAtOnce();
    void aRememberedTicketIsTheOneOfItsTrail();
    void aPageThatIsTakenBackIsNotRemembered();
    void whatIsKnownIsPassedOver();
    void anotherLedgersPageIsDamaged();
    void aPageWithAGapIsRefused();
    void whatANewerBackendWritesIsSaidToBeNewerAndNothingIsThrownAway();
    void aTicketWhoseBeginningIsMissingIsAskedFor();
    void whatIsStoredIsThereAfterOpeningAgain();
    void aNoticeSetsAProvisionalDeadlineAnewAndTheHistoryKeepsBoth();
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
        QVERIFY(cache->missingFor(log.page(i, i + 1)).value().empty());
        QVERIFY(cache->store(log.page(i, i + 1), {}));
    }
    QVERIFY(cache->row(story.ticket().id).value() == rowOf(story.ticket(), book));
}

void TestCache::aRememberedTicketIsTheOneOfItsTrail()
{
    const RuleBook book = rules();
    TicketStory story(book);
    story.untilClosed();
    Log log;
    log.add(story);
    QTemporaryDir folder;
    const auto cache = cacheIn(folder);
    const TicketId id = story.ticket().id;
    for (std::size_t i = 0; i < log.entries.size(); ++i) {
        QVERIFY(cache->store(log.page(i, i + 1), {}));
        QVERIFY(cache->ticket(id).value() == cacheIn(folder)->ticket(id).value());
    }
    QVERIFY(cache->ticket(id).value()->trail == story.events());
}

/// The second page has a line in it that is no event, behind one that is.
void TestCache::aPageThatIsTakenBackIsNotRemembered()
{
    const RuleBook book = rules();
    TicketStory story(book);
    story.untilHandling();
    Log log;
    log.add(story);
    QTemporaryDir folder;
    const auto cache = cacheIn(folder);
    const TicketId id = story.ticket().id;
    QVERIFY(cache->store(log.page(0, 2), {}));
    const auto before = cache->ticket(id).value();
    Page bad = log.page(2, 4);
    QCOMPARE(bad.entries.size(), std::size_t(2));
    Entry &last = bad.entries.back();
    last.record.content = "{}x";
    last.chain = chainAfter(bad.entries.front().chain, last);
    QVERIFY(!cache->store(bad, {}));
    QVERIFY(cache->ticket(id).value() == before);
    QVERIFY(cache->store(log.page(2, 4), {}));
    QVERIFY(cache->ticket(id).value() == cacheIn(folder)->ticket(id).value());
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

void TestCache::whatANewerBackendWritesIsSaidToBeNewerAndNothingIsThrownAway()
{
    const RuleBook book = rules();
    TicketStory story(book);
    story.tell(acceptance());
    Log log;
    log.add(story);
    QTemporaryDir folder;
    const auto cache = cacheIn(folder);
    QVERIFY(cache->store(log.whole(), {}));
    for (const auto &[kind, subject] : { std::pair("weighed", log.entries[0].record.subject),
             std::pair("noted", log.entries[0].record.subject), std::pair("set", std::string("weather:1")) }) {
        Entry unknown = log.entries.back();
        unknown.position = 3;
        unknown.record.id = numbered(77);
        unknown.record.kind = kind;
        unknown.record.subject = subject;
        unknown.record.content = R"({"by":"a newer program"})";
        unknown.chain = chainAfter(log.entries.back().chain, unknown);
        Page page;
        page.entries = { unknown };
        page.head = 3;
        const auto stored = cache->store(page, {});
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, FailureKind::Newer);
        QVERIFY(!stored.error().text.isEmpty());
        QCOMPARE(cache->position().value(), 2);
        QCOMPARE(cache->ticket(story.ticket().id).value()->version, Version(2));
    }
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
    QVERIFY(cache->missingFor(rest).value().empty());
    TicketEvent elsewhere = story.events().back();
    elsewhere.ticket = numbered(4711);
    const Entry unknown { .position = 2, .received = elsewhere.at, .record = recordOf(elsewhere, {}), .chain = {} };
    QCOMPARE(cache->missingFor(only(unknown)).value(), std::vector<TicketId> { elsewhere.ticket });
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

void TestCache::aNoticeSetsAProvisionalDeadlineAnewAndTheHistoryKeepsBoth()
{
    const QTemporaryDir folder;
    Log log;
    const TicketStory story(rules(), DeadlineClass::Other, *instantFromIso("2023-01-18 09:00"));
    const auto notices = publishedNotices().value();
    const auto of2023 = std::ranges::find(notices, 2023, &HolidayNotice::year);
    QVERIFY(of2023 != notices.end());
    log.add(story);
    log.add(CountyEvent { numbered(77), 0, dispatcher(), *instantFromIso("2023-01-19 09:00"), *of2023 });
    {
        const auto cache = cacheIn(folder);
        QVERIFY(cache->store(log.page(0, 1), {}));
        QVERIFY(cache->ticket(story.ticket().id).value()->deadline->isProvisional);
        QVERIFY(cache->store(log.page(1, 2), {}));
        const CacheChange change = cache->takeChange();
        QVERIFY(change.isNoticed);
        QCOMPARE(change.facts.size(), std::size_t(1));
    }
    const auto cache = cacheIn(folder);
    const Ticket ticket = *cache->ticket(story.ticket().id).value();
    QCOMPARE(ticket.deadlines.size(), std::size_t(2));
    QVERIFY(ticket.deadlines.front().isProvisional);
    QCOMPARE(ticket.deadlines.back().cause, DeadlineCause::Noticed);
    QCOMPARE(ticket.deadlines.back().since, *instantFromIso("2023-01-19 09:00"));
    QVERIFY(!ticket.deadline->isProvisional);
    QCOMPARE(cache->row(ticket.id).value()->due, ticket.deadline->due);
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
