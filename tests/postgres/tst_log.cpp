#include "ClusterSentences.h"

#include <ledger/Verification.h>
#include <ledger_builders/Builders.h>
#include <postgres/Listening.h>
#include <postgres/SharedLedger.h>

using namespace huying;

namespace
{

const Founding founding { { "130529" }, at(-60) };

bool always(int)
{
    return true;
}

} // namespace

/// The log in PostgreSQL and the copies of several backends.
class TestLog : public ClusterSentences
{
    Q_OBJECT

    using Shared = std::unique_ptr<SharedLedger>;

    std::unique_ptr<QTemporaryDir> _folder;

    std::filesystem::path folder(const char *name) const
    {
        return _folder->filePath(QLatin1StringView(name)).toStdString();
    }
    std::expected<Shared, Failure> tryOpen(const char *name, const Founding &wanted = founding) const
    {
        return SharedLedger::open(cluster().address(), wanted, folder(name), {}, always);
    }
    Shared open(const char *name) const
    {
        auto opened = tryOpen(name);
        return opened ? std::move(*opened) : throw std::runtime_error(opened.error().text.toStdString());
    }
    std::vector<Outcome> append(SharedLedger &ledger, const std::vector<Proposal> &proposals) const
    {
        return ledger.append(proposals, at(1)).value();
    }
    std::vector<Entry> log() const
    {
        return SharedLog::open(cluster().address(), founding.county).value().after(0, 10'000).value();
    }
    static std::vector<Entry> entriesOf(SharedLedger &ledger)
    {
        return ledger.copy().reader().entriesAfter(0, 10'000).value().entries;
    }
    static std::vector<TicketRow> rowsOf(SharedLedger &ledger)
    {
        std::vector<TicketRow> rows;
        (void)ledger.copy().reader().rows().walk([&](const TicketRow &row) {
            rows.push_back(row);
            return std::expected<void, Failure>();
        });
        std::ranges::sort(rows, {}, &TicketRow::id);
        return rows;
    }
    static bool isSound(SharedLedger &ledger)
    {
        return verify(ledger.copy().file(), {}, at(1), [](Position, Position) { return true; }).value().isSound();
    }

private slots:
    void init()
    {
        Sentences::init();
        _folder = std::make_unique<QTemporaryDir>();
        empty();
    }

    void whatIsAcceptedIsInTheLogAsItWasProposed()
    {
        const auto one = open("one");
        const auto story = wholeStory(1);
        for (const Outcome &outcome : append(*one, story)) {
            QVERIFY(outcome.isAccepted());
        }
        const auto entries = log();
        QCOMPARE(entries.size(), story.size());
        QCOMPARE(entries, entriesOf(*one));
        for (std::size_t i = 0; i < story.size(); ++i) {
            QCOMPARE(entries[i].record, story[i].records.front());
        }
    }

    void oneBackendGoesOnWithWhatTheOtherBegan()
    {
        const auto one = open("one");
        const auto other = open("other");
        const auto story = wholeStory(1);
        for (std::size_t i = 0; i < story.size(); ++i) {
            SharedLedger &writer = i % 2 == 0 ? *one : *other;
            const auto outcome = append(writer, { story[i] }).front();
            QCOMPARE(outcome.positions, std::vector<Position> { Position(i) + 1 });
        }
        QVERIFY(one->follow());
        QCOMPARE(entriesOf(*one), log());
        QCOMPARE(rowsOf(*one), rowsOf(*other));
        QVERIFY(isSound(*one) && isSound(*other));
    }

    void aProposalThatComesAgainElsewhereKeepsItsPlace()
    {
        const auto one = open("one");
        const auto other = open("other");
        const auto first = append(*one, wholeStory(1));
        QCOMPARE(append(*other, wholeStory(1)), first);
        QCOMPARE(log().size(), std::size_t { 6 });
    }

    void whatIsRefusedTakesNoPlace()
    {
        const auto one = open("one");
        const auto story = wholeStory(1);
        Proposal again = story[1];
        again.records.front().id = idOf(99);
        const auto outcomes = append(*one, { story[1], story[0], story[2], story[1], again });
        QVERIFY(outcomes[0].refused && outcomes[2].refused);
        QCOMPARE(outcomes[1].positions, std::vector<Position> { 1 });
        QCOMPARE(outcomes[3], outcomes[0]);
        QCOMPARE(outcomes[4].positions, std::vector<Position> { 2 });
        QCOMPARE(log(), entriesOf(*one));
    }

    void whatOneBackendRefusedStaysSoAtEveryOther()
    {
        auto one = open("one");
        const auto other = open("other");
        const auto story = wholeStory(1);
        const Outcome refused = append(*one, { story[1] }).front();
        QVERIFY(refused.refused);
        QVERIFY(append(*other, { story[0] }).front().isAccepted());

        QCOMPARE(append(*other, { story[1] }).front(), refused);
        one.reset();
        std::filesystem::remove_all(folder("one"));
        one = open("one");
        QCOMPARE(append(*one, { story[1] }).front(), refused);
        Proposal again = story[1];
        again.records.front().id = idOf(99);
        QVERIFY(append(*one, { again }).front().isAccepted());
        QCOMPARE(log().size(), std::size_t { 2 });
    }

    void whatWasRefusedLongAgoIsForgotten()
    {
        const auto one = open("one");
        const auto story = wholeStory(1);
        append(*one, { story[1] });
        const Instant later = at(1) + refusalsKept + std::chrono::milliseconds { 1 };
        QVERIFY(one->append(std::span(&story[2], 1), later)->front().refused);
        QCOMPARE(cluster().ask(QStringLiteral("SELECT count(*) FROM huying.refusal")), QStringLiteral("1"));
    }

    void aDatabaseOfTheFirstSchemaIsBroughtToThisOne()
    {
        auto one = open("one");
        append(*one, wholeStory(1));
        one.reset();
        cluster().ask(QStringLiteral("DROP TABLE huying.refusal"));
        cluster().ask(QStringLiteral("UPDATE huying.version SET number = 1"));
        QCOMPARE(SharedLog::open(cluster().address(), founding.county).error().kind, FailureKind::Refused);
        one = open("one");
        QVERIFY(append(*one, { wholeStory(101)[1] }).front().refused);
        QCOMPARE(cluster().ask(QStringLiteral("SELECT count(*) FROM huying.refusal")), QStringLiteral("1"));
        QCOMPARE(log().size(), std::size_t { 6 });
    }

    void aCopyThatWasThrownAwayIsFetchedAgain()
    {
        auto one = open("one");
        append(*one, { proposalOf(settingOf(900, noticeOf(2023))) });
        append(*one, wholeStory(1));
        const auto rows = rowsOf(*one);
        one.reset();
        std::filesystem::remove_all(folder("one"));
        one = open("one");
        QCOMPARE(entriesOf(*one), log());
        QCOMPARE(rowsOf(*one), rows);
        QVERIFY(isSound(*one));
        QVERIFY(append(*one, wholeStory(101)).back().isAccepted());
    }

    void aCopyThatIsThereIsFollowedFromWhereItEnded()
    {
        auto one = open("one");
        const auto other = open("other");
        append(*one, wholeStory(1));
        one.reset();
        append(*other, wholeStory(101));
        one = open("one");
        QCOMPARE(entriesOf(*one), log());
        QVERIFY(isSound(*one));
    }

    void aDamagedCopyIsFetchedAgain()
    {
        auto one = open("one");
        append(*one, wholeStory(1));
        one.reset();
        QFile file(QString::fromStdString((folder("one") / "copy.ledger").string()));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("no database at all, but a good many bytes of something else");
        file.close();
        one = open("one");
        QCOMPARE(entriesOf(*one), log());
    }

    void aFolderIsOneBackendsAlone()
    {
        const auto one = open("one");
        QCOMPARE(tryOpen("one").error().kind, FailureKind::Busy);
    }

    void aNoticeSetsDeadlinesAnewInEveryCopy()
    {
        const auto one = open("one");
        const auto other = open("other");
        append(*one, { proposalOf(settingOf(900, noticeOf(2023))) });
        const auto story = wholeStory(1, at(60 * 24 * 170)); // its deadline lies in a year without a notice
        append(*one, { story[0], story[1], story[2] });
        QVERIFY(other->follow());
        QVERIFY(rowsOf(*other).front().isProvisional);
        append(*one, { proposalOf(settingOf(901, noticeOf(2024))) });
        append(*one, { story[3] });
        QVERIFY(other->follow());
        QVERIFY(!rowsOf(*other).front().isProvisional);
        QCOMPARE(rowsOf(*other), rowsOf(*one));
        QVERIFY(isSound(*other));
    }

    void theFirstEntriesAreWrittenOnce()
    {
        const auto one = open("one");
        const auto other = open("other");
        QVERIFY(one->begin(proposalOf(settingOf(900, noticeOf(2023))), at(0)));
        QVERIFY(other->begin(proposalOf(settingOf(901, noticeOf(2023))), at(0)));
        QCOMPARE(log().size(), std::size_t { 1 });
    }

    void everyCountyHasALogOfItsOwn()
    {
        const auto one = open("one");
        const auto neighbour = tryOpen("neighbour", { { "130530" }, at(-30) }).value();
        append(*one, wholeStory(1));
        QCOMPARE(append(*neighbour, wholeStory(1)).front().positions, std::vector<Position> { 1 });
        QCOMPARE(neighbour->founding().created, at(-30));
        QCOMPARE(log().size(), std::size_t { 6 });
    }

    void othersAreHeardAtOnce()
    {
        const auto one = open("one");
        const auto other = open("other");
        std::atomic<Position> heard = 0;
        one->onCommit([&](std::span<const Entry> entries) { heard = entries.back().position; });
        const Listening listening(*one, cluster().address());
        for (const Proposal &proposal : wholeStory(1)) {
            append(*other, { proposal });
        }
        QTRY_COMPARE_WITH_TIMEOUT(heard.load(), Position { 6 }, 30'000);
        QTRY_COMPARE(one->position(), Position { 6 });
    }

    void aLogThatWasPutBackIsAnotherOne()
    {
        auto one = open("one");
        append(*one, wholeStory(1));
        bool isOther = false;
        one->onOtherLog([&] { isOther = true; });
        cluster().ask(QStringLiteral("DELETE FROM huying.event WHERE position > 3"));
        cluster().ask(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                     "WHERE application_name = 'huying'"));
        QCOMPARE(one->append(wholeStory(101), at(1)).error().kind, FailureKind::Damaged);
        QVERIFY(isOther);
        one.reset();
        one = open("one");
        QCOMPARE(entriesOf(*one).size(), std::size_t { 3 });
        QVERIFY(append(*one, wholeStory(101)).back().isAccepted());
    }

    void aConnectionThatWasCutIsMadeAgain()
    {
        const auto one = open("one");
        const auto story = wholeStory(1);
        append(*one, { story[0] });
        cluster().ask(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                     "WHERE application_name = 'huying'"));
        QVERIFY(append(*one, { story[1] }).front().isAccepted());
    }

    void whoHoldsTheTurnForLongIsNotWaitedForWithoutEnd()
    {
        const auto hasty = PostgresAddress::from(cluster().url() + QStringLiteral("?options=-clock_timeout%3D100ms"));
        const auto one = SharedLedger::open(hasty.value(), founding, folder("one"), {}, always).value();
        auto log = SharedLog::open(cluster().address(), founding.county).value();
        QVERIFY(log.connection().runScript("BEGIN"));
        QVERIFY(
            log.connection().runScript("SELECT pg_advisory_xact_lock(x'48594c47'::integer, id) FROM huying.county"));
        QCOMPARE(one->append(wholeStory(1), at(1)).error().kind, FailureKind::Busy);
        QVERIFY(log.connection().runScript("ROLLBACK"));
        QVERIFY(one->append(wholeStory(1), at(1)));
    }

    void aNewerDatabaseIsLeftAlone()
    {
        auto one = open("one");
        one.reset();
        cluster().ask(QStringLiteral("UPDATE huying.version SET number = 99"));
        QCOMPARE(tryOpen("one").error().kind, FailureKind::Newer);
        QCOMPARE(SharedLog::open(cluster().address(), founding.county).error().kind, FailureKind::Newer);
    }

    void whereNothingWasFoundedNothingIsRead()
    {
        QCOMPARE(SharedLog::open(cluster().address(), founding.county).error().kind, FailureKind::NotFound);
        QCOMPARE(cluster().ask(QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = 'huying'")),
            QStringLiteral("0"));
    }

    void aDatabaseOfAnotherEncodingIsRefused()
    {
        QVERIFY(cluster().createDatabase(QStringLiteral("latin"), QStringLiteral("LATIN1")));
        const auto address = PostgresAddress::from(cluster().url(QStringLiteral("latin"))).value();
        QCOMPARE(SharedLog::openOrFound(address, founding).error().kind, FailureKind::Refused);
    }

    void aPasswordIsInNoMessage_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("nobody there") << QStringLiteral("postgresql://u:geheim@127.0.0.1:1/huying");
        QTest::newRow("at sign") << QStringLiteral("postgresql://u:x@geheim@127.0.0.1/huying");
        QTest::newRow("slash") << QStringLiteral("postgresql://u:1/geheim@127.0.0.1/huying");
        QTest::newRow("colon") << QStringLiteral("postgresql://u@h:geheim/huying");
        QTest::newRow("nonsense") << QStringLiteral("postgresql://[geheim");
        QTest::newRow("unknown option") << QStringLiteral("postgresql://h/d?geheim=1");
        QTest::newRow("wrong user") << cluster().url().replace(QStringLiteral("huying@"), QStringLiteral("u:geheim@"));
    }
    void aPasswordIsInNoMessage()
    {
        QFETCH(const QString, url);
        const auto address = PostgresAddress::from(url);
        const auto log = address.and_then([](const PostgresAddress &found) {
            return SharedLog::open(found, founding.county).transform([](const SharedLog &) {});
        });
        QVERIFY(!log);
        QVERIFY2(!log.error().text.contains(u"geheim"), qPrintable(log.error().text));
        QVERIFY(!address || !address->shown().contains(u"geheim"));
    }

    void anAddressIsShownWithHostAndDatabase()
    {
        const auto address =
            PostgresAddress::from(QStringLiteral("postgresql://u:geheim@db1:5432,db2:5433/huying?connect_timeout=3"));
        QCOMPARE(address->shown(), QStringLiteral("postgresql://db1:5432,db2:5433/huying"));
    }
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
