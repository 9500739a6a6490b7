#include <ledger/Ledger.h>
#include <ledger/Verification.h>
#include <ledger_builders/Builders.h>
#include <recount/Recount.h>
#include <support/Sentences.h>

#include <QTemporaryDir>

using namespace huying;
using namespace huying::testing;

class Verifying : public Sentences
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> _folder;

    std::filesystem::path file() const { return _folder->filePath(QStringLiteral("l")).toStdString(); }
    Verification verified() const
    {
        return verify(file(), {}, at(20'000), [](Position, Position) { return true; }).value();
    }
    void alter(std::string_view sql) const
    {
        const auto database = Database::open(file(), Opening::Write);
        const auto altered = database->execute(sql);
        QVERIFY2(altered, altered ? "" : qPrintable(altered.error().text));
    }

private slots:
    void init()
    {
        Sentences::init();
        _folder = std::make_unique<QTemporaryDir>();
        auto ledger = Ledger::open(file(), { { "130529" }, at(-60) }, {});
        std::vector<Proposal> proposals { proposalOf({ reportOf(5'000) }) };
        for (int ticket = 0; ticket < 30; ++ticket) {
            std::ranges::copy(wholeStory(1 + 10 * ticket, at(ticket)), std::back_inserter(proposals));
        }
        proposals.push_back(proposalOf(settingOf(9'000, noticeOf(2023), at(500))));
        proposals.push_back(proposalOf({ reportOf(5'001, at(600)) }));
        const auto outcomes = ledger->append(proposals, at(0)).value();
        QVERIFY(std::ranges::all_of(outcomes, &Outcome::isAccepted));
    }

    void aLedgerAsItWasWrittenIsSound()
    {
        const Verification found = verified();
        QVERIFY2(found.isSound(), qPrintable(found.examples.join(u'\n')));
        QCOMPARE(found.entries, Position { 183 });
        QCOMPARE(found.tickets, 32);
        QCOMPARE(found.bySteps[std::size_t(Step::Closed)], 30);
        QCOMPARE(found.byLamps[std::size_t(Lamp::Overdue)], 2);
        QCOMPARE(found.openOverdueOrAsking, 2);
    }

    void aCopyThatFollowsHasTheSameFiguresAndSearch()
    {
        const std::filesystem::path copy = _folder->filePath(QStringLiteral("copy")).toStdString();
        auto reader = LedgerReader::open(file());
        auto follower = Ledger::open(copy, { { "130529" }, at(-60) }, {});
        for (Position position = 0; position < 183;) {
            const Page page = reader->entriesAfter(position, 17).value();
            QVERIFY(follower->follow(page.entries));
            position = page.last();
        }
        const Verification found = verify(copy, {}, at(20'000), [](Position, Position) { return true; }).value();
        QVERIFY2(found.isSound(), qPrintable(found.examples.join(u'\n')));
        for (const auto &each : { file(), copy }) {
            QCOMPARE(wrongInFiguresAndSearch(*Database::open(each, Opening::Read)), std::string());
        }
    }

    void aChangedContentBreaksTheChain()
    {
        alter("UPDATE event SET content = '{\"text\":\"已修好\"}' WHERE position = 6");
        QVERIFY(!verified().isSound());
    }

    void aMissingEntryIsSeen()
    {
        alter("DELETE FROM event WHERE position = 100");
        QVERIFY(!verified().isSound());
    }

    void aMissingRowIsSeen()
    {
        alter("DELETE FROM ticket WHERE number = 'T-5001'");
        QVERIFY(!verified().isSound());
    }

    void aChangedRowIsSeen()
    {
        alter("UPDATE ticket SET bounces = 3 WHERE number = 'T-11'");
        const Verification found = verified();
        QCOMPARE(found.faults, 1);
        QVERIFY(found.examples.front().contains(u"T-11"));
    }

    void aChangedFigureIsSeen_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("one that is gone")
            << QByteArray("DELETE FROM figure WHERE block = (SELECT max(block) FROM figure)");
        QTest::newRow("one more day") << QByteArray(
            "INSERT INTO figure SELECT block + (1 << 24), cells FROM figure ORDER BY block LIMIT 1");
        QTest::newRow("one count more") << QByteArray(
            "UPDATE figure SET cells = CAST(substr(cells, 1, length(cells) - 1) || x'7e' AS BLOB) "
            "WHERE block = (SELECT min(block) FROM figure)");
        QTest::newRow("another's") << QByteArray("UPDATE figure_word SET text = 'u99' WHERE text = (SELECT lead FROM "
                                                 "ticket WHERE lead <> '' LIMIT 1)");
    }
    void aChangedFigureIsSeen()
    {
        QFETCH(const QByteArray, sql);
        alter(sql.toStdString());
        const Verification found = verified();
        QVERIFY(!found.isSound());
        QVERIFY2(found.examples.front().contains(u"figures"), qPrintable(found.examples.join(u'\n')));
    }

    void aChangedVersionIsSeen_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("too low") << 5;
        QTest::newRow("too high") << 7;
    }
    void aChangedVersionIsSeen()
    {
        QFETCH(const int, version);
        alter("UPDATE ticket SET version = " + std::to_string(version) + " WHERE number = 'T-11'");
        QVERIFY(!verified().isSound());
    }

    void aPersonalPartThatWasTakenAwayLeavesTheLogSound()
    {
        alter("UPDATE event SET personal = NULL, salt = NULL WHERE position = 2");
        QVERIFY(verified().isSound());
    }

    void aPersonalPartThatWasChangedIsSeen()
    {
        alter("UPDATE event SET personal = '{\"name\":\"李某\"}' WHERE position = 2");
        QVERIFY(!verified().isSound());
    }

    void theCheckCanBeStopped()
    {
        const auto found = verify(file(), {}, at(0), [](Position, Position) { return false; });
        QVERIFY(!found);
        QCOMPARE(found.error().kind, FailureKind::Cancelled);
    }
};

QTEST_APPLESS_MAIN(Verifying)
#include "tst_verification.moc"
