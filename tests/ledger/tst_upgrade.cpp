#include <ledger/Ledger.h>
#include <ledger/Upgrade.h>
#include <ledger/Verification.h>
#include <ledger_builders/Builders.h>
#include <support/OldSchema.h>
#include <support/Sentences.h>

#include <QTemporaryDir>

using namespace huying;
using namespace huying::testing;

class Upgrading : public Sentences
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> _folder;

    std::filesystem::path path(const char *name) const
    {
        return _folder->filePath(QString::fromLatin1(name)).toStdString();
    }
    static std::int64_t versionOf(const Database &database)
    {
        return database.number("PRAGMA user_version").value_or(-1);
    }
    std::vector<std::string> found(const char *name, const char *words) const
    {
        auto reader = LedgerReader::open(path(name));
        TicketFilter filter;
        filter.words = words;
        std::vector<std::string> numbers;
        const auto rows = reader->rows().page(filter, {}, 100).value();
        numbers.reserve(rows.size());
        for (const TicketRow &row : rows) {
            numbers.push_back(row.number);
        }
        return numbers;
    }
    void verifyLikeNew(const char *name) const
    {
        const auto sound = verify(path(name), {}, at(10'000), [](Position, Position) { return true; });
        QVERIFY2(sound && sound->isSound(), sound ? qPrintable(sound->examples.join(u'\n')) : "");
        QCOMPARE(differenceBetween(path(name), path("now")), std::string());
        for (const char *const words : { "路灯", "王某", "0000", "T-1", "没有" }) {
            QCOMPARE(found(name, words), found("now", words));
        }
        QCOMPARE(found(name, "王某").size(), std::size_t { 31 });
    }

private slots:
    void init()
    {
        Sentences::init();
        _folder = std::make_unique<QTemporaryDir>();
        auto ledger = Ledger::open(path("now"), { { "130529" }, at(-60) }, {});
        std::vector<Proposal> proposals;
        for (int ticket = 0; ticket < 30; ++ticket) {
            std::ranges::copy(wholeStory(1 + 10 * ticket, at(ticket)), std::back_inserter(proposals));
        }
        proposals.push_back(proposalOf({ reportOf(5'000, at(400)) }));
        proposals.push_back(
            proposalOf({ eventOn(idOf(5'000), 5'002, 1, at(402), Accepted { { "0903" }, DeadlineClass::Other, 1 }) }));
        proposals.push_back(
            proposalOf({ eventOn(idOf(5'000), 5'003, 2, at(403), Assigned { { "u01" }, { { "u02" } }, {}, {} }) }));
        proposals.push_back(proposalOf(settingOf(9'000, noticeOf(2023), at(500))));
        const auto outcomes = ledger->append(proposals, at(0)).value();
        QVERIFY(std::ranges::all_of(outcomes, &Outcome::isAccepted));
    }

    void aLedgerOfAnOlderSchemaBecomesWhatANewOneIs_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("schema 1") << 1;
        QTest::newRow("schema 2") << 2;
        QTest::newRow("schema 3") << 3;
        QTest::newRow("schema 4") << 4;
    }
    void aLedgerOfAnOlderSchemaBecomesWhatANewOneIs()
    {
        QFETCH(const int, version);
        const auto made = makeOld(path("now"), path("old"), FileKind::Ledger, version);
        QVERIFY2(made, made ? "" : qPrintable(made.error().text));
        QCOMPARE(LedgerReader::open(path("old")).error().kind, FailureKind::Refused);
        {
            const auto opened = Ledger::open(path("old"), {});
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        }
        verifyLikeNew("old");
    }

    void whatWasBroughtUpGoesOn()
    {
        QVERIFY(makeOld(path("now"), path("old"), FileKind::Ledger, 2));
        auto ledger = Ledger::open(path("old"), {});
        const std::vector<Proposal> next { proposalOf({ reportOf(6'000, at(600)) }) };
        QVERIFY(ledger->append(next, at(600)).value().front().isAccepted());
        const auto sound = verify(path("old"), {}, at(10'000), [](Position, Position) { return true; });
        QVERIFY2(sound->isSound(), qPrintable(sound->examples.join(u'\n')));
        QCOMPARE(found("old", "T-6000"), std::vector<std::string> { "T-6000" });
    }

    void aStepThatFailsIsAsIfItHadNotBegun()
    {
        QVERIFY(makeOld(path("now"), path("old"), FileKind::Ledger, 2));
        std::filesystem::copy_file(path("old"), path("copy"));
        {
            const auto database = Database::open(path("old"), Opening::Write);
            const auto failed = prepareSchema(*database, FileKind::Ledger, [](const Database &within) {
                return foldingAnew({})(within).and_then(
                    []() -> std::expected<void, Failure> { return failure(FailureKind::Cancelled, {}); });
            });
            QCOMPARE(failed.error().kind, FailureKind::Cancelled);
            QCOMPARE(versionOf(*database), 2);
        }
        QCOMPARE(differenceBetween(path("old"), path("copy")), std::string());
        QVERIFY(Ledger::open(path("old"), {}));
        verifyLikeNew("old");
    }

    void aStepThatIsKilledIsAsIfItHadNotBegun()
    {
        QVERIFY(makeOld(path("now"), path("old"), FileKind::Ledger, 1));
        std::filesystem::copy_file(path("old"), path("copy"));
        QVERIFY(isKilledInUpgrade(path("old"), FileKind::Ledger, foldingAnew({})));
        QCOMPARE(versionOf(*Database::open(path("old"), Opening::Read)), 1);
        QCOMPARE(differenceBetween(path("old"), path("copy")), std::string());
        QVERIFY(Ledger::open(path("old"), {}));
        verifyLikeNew("old");
    }

    void aFullDiskInTheMiddleLeavesTheOldFile()
    {
        QVERIFY(makeOld(path("now"), path("old"), FileKind::Ledger, 2));
        std::filesystem::copy_file(path("old"), path("copy"));
        const auto pages = Database::open(path("old"), Opening::Read)->number("PRAGMA page_count").value();
        int failures = 0;
        for (int more = 1; more < 200; ++more) {
            const auto database = Database::open(path("old"), Opening::Write);
            QVERIFY(database->number("PRAGMA max_page_count = " + std::to_string(pages + more)));
            const auto done = prepareSchema(*database, FileKind::Ledger, foldingAnew({}));
            if (done) {
                break;
            }
            QCOMPARE(done.error().kind, FailureKind::Full);
            QCOMPARE(versionOf(*database), 2);
            ++failures;
        }
        QVERIFY(failures > 5);
        QVERIFY(Ledger::open(path("old"), {}));
        verifyLikeNew("old");
    }
};

QTEST_APPLESS_MAIN(Upgrading)
#include "tst_upgrade.moc"
