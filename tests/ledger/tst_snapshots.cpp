#include "Stories.h"

#include <ledger/Ledger.h>
#include <ledger/Snapshot.h>
#include <storage/FigureReader.h>
#include <storage/Schema.h>
#include <support/Sentences.h>

#include <QTemporaryDir>

#include <thread>

using namespace huying;

namespace
{

/// All of the county with its personal part.
Audience everything()
{
    return { .extent = Audience::Extent::County, .unit = {}, .region = {}, .withPersonal = true };
}

} // namespace

/// What a desk starts from, as it is cut out of a ledger.
class Snapshots : public Sentences
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> _folder;

    std::filesystem::path path(const char *name) const
    {
        return _folder->filePath(QString::fromLatin1(name)).toStdString();
    }
    void write(const char *name) const
    {
        const auto written = writeBulk(path(name));
        QVERIFY2(written, written ? "" : qPrintable(written.error().text));
    }

private slots:
    void init()
    {
        Sentences::init();
        _folder = std::make_unique<QTemporaryDir>();
    }

    void aSnapshotHoldsRowsFactsAndTheTrailsOfOpenTickets()
    {
        write("a");
        const auto ledger = Ledger::open(path("a"), {}); // a backend holds it
        const auto head = writeSnapshot(path("a"), path("s"), everything());
        QVERIFY2(head, head ? "" : qPrintable(head.error().text));
        QCOMPARE(*head, ledger->head());
        const auto database = Database::open(path("s"), Opening::Read);
        QVERIFY(checkSchema(*database, FileKind::Cache));
        QCOMPARE(readSnapshotHead(*database).value(), *head);
        QCOMPARE(database->number("SELECT count(*) FROM ticket").value(), tickets);
        QCOMPARE(database->number("SELECT count(*) FROM event").value(), 3 * stillOpen + 1); // the notice too
        QCOMPARE(database->number("SELECT count(*) FROM fact").value(), 1);
        QCOMPARE(database->number("SELECT count(*) FROM event WHERE personal IS NOT NULL").value(), stillOpen);
    }

    void theOpenTicketsLieTogetherBehindAllOthers()
    {
        write("a");
        const auto ledger = Ledger::open(path("a"), {});
        QVERIFY(writeSnapshot(path("a"), path("s"), everything()));
        const auto database = Database::open(path("s"), Opening::Read);
        const std::int64_t last =
            Database::open(path("a"), Opening::Read)->number("SELECT max(rowid) FROM ticket").value();
        QVERIFY(database->number("SELECT min(rowid) FROM ticket WHERE step < 4").value() > last);
        QVERIFY(database->number("SELECT max(rowid) FROM ticket WHERE step >= 4").value() <= last);
        QCOMPARE(
            database->number("SELECT count(*) FROM ticket INDEXED BY ticket_open WHERE step < 4").value(), stillOpen);
        QCOMPARE(
            database->number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'").value(), 1);
    }

    void aFirstPartHoldsTheTicketsAtWorkWithoutTheirTrails()
    {
        write("a");
        const auto ledger = Ledger::open(path("a"), {});
        const auto head = writeFirstPart(path("a"), path("s"), everything(), Instant::max());
        QVERIFY2(head, head ? "" : qPrintable(head.error().text));
        const auto database = Database::open(path("s"), Opening::Read);
        QVERIFY(checkSchema(*database, FileKind::Cache));
        QCOMPARE(readSnapshotHead(*database).value(), *head);
        QCOMPARE(stateText(*database, "extent").value(), std::optional<std::string>("at-work"));
        QCOMPARE(database->number("SELECT count(*) FROM ticket").value(), stillOpen);
        QCOMPARE(database->number("SELECT count(*) FROM ticket WHERE step >= 4").value(), 0);
        QCOMPARE(database->number("SELECT count(*) FROM event").value(), 1); // the notice
        QCOMPARE(database->number("SELECT count(*) FROM fact").value(), 1);

        QVERIFY(writeFirstPart(path("a"), path("t"), everything(), Instant::min()));
        QCOMPARE(Database::open(path("t"), Opening::Read)->number("SELECT count(*) FROM ticket").value(), tickets);
    }

    void aSnapshotWithoutPersonalPartsHoldsNone()
    {
        write("a");
        QVERIFY(writeSnapshot(path("a"), path("s"), Audience()));
        const QByteArray bytes = contentOf(path("s"));
        QVERIFY(bytes.contains("路灯不亮"));
        QVERIFY(!bytes.contains("王某"));
        QVERIFY(!bytes.contains("13900000000"));
    }

    void aTownshipsSnapshotHoldsItsOwnPeopleOnly()
    {
        write("a");
        auto ledger = Ledger::open(path("a"), {});
        const std::vector<Proposal> members {
            proposalOf(settingOf(2'000'001, GridMember { { "m1" }, { "130529100201003" }, { "赵某", "1390001" } })),
            proposalOf(settingOf(2'000'002, GridMember { { "m2" }, { "130529200201003" }, { "钱某", "1390002" } }))
        };
        QVERIFY(ledger->append(members, at(500))->back().isAccepted());
        const auto township = [](const char *region) {
            return Audience {
                .extent = Audience::Extent::Township, .unit = { "T" }, .region = { region }, .withPersonal = true
            };
        };
        QVERIFY(writeSnapshot(path("a"), path("s"), township("130529100")));
        QVERIFY(contentOf(path("s")).contains("赵某") && !contentOf(path("s")).contains("钱某"));
        QVERIFY(contentOf(path("s")).contains("王某"));
        QVERIFY(writeSnapshot(path("a"), path("t"), township("130529200")));
        QVERIFY(!contentOf(path("t")).contains("赵某") && contentOf(path("t")).contains("钱某"));
        QVERIFY(!contentOf(path("t")).contains("王某") && !contentOf(path("t")).contains("路灯不亮"));
    }

    void whoSeesNoTicketsIsGivenTheCountysFiguresByTownships()
    {
        write("a");
        const Audience unit {
            .extent = Audience::Extent::Unit, .unit = { "nobody" }, .region = {}, .withPersonal = true
        };
        const auto head = writeSnapshot(path("a"), path("s"), unit);
        QVERIFY(writeSnapshot(path("a"), path("w"), everything()));
        const auto narrow = Database::open(path("s"), Opening::Read);
        const auto ledger = Database::open(path("a"), Opening::Read);
        const auto whole = Database::open(path("w"), Opening::Read);
        FigureReader own(*narrow);
        FigureReader all(*ledger);
        FigureReader copied(*whole);
        for (const Counting counting : { Counting::Flow, Counting::Cohort }) {
            FigureQuery query;
            query.counting = counting;
            query.until = dayOf(at(0)) + std::chrono::days { 100 };
            query.by = FigureQuery::By::EachRegion;
            query.codeLength = 9;
            QVERIFY(!all.figures(query)->empty());
            QCOMPARE(own.countyFigures(query).value(), all.figures(query).value());
            QCOMPARE(copied.figures(query).value(), all.figures(query).value());
            query.by = FigureQuery::By::EachUnit;
            QCOMPARE(own.countyFigures(query).value(), all.figures(query).value());
            QVERIFY(own.figures(query)->empty());
        }
        QCOMPARE(own.countyPosition().value(), std::optional<std::int64_t> { head->position });
        QCOMPARE(copied.countyFigures({}).error().kind, FailureKind::NotFound);
        QCOMPARE(narrow->number("SELECT count(*) FROM figure_word WHERE length(text) > 9").value(), 0);
    }

    void aSnapshotIsOfOneMomentWhileTheLedgerIsWritten()
    {
        write("a");
        auto ledger = Ledger::open(path("a"), {});
        const Position before = ledger->head().position;
        std::jthread writer([&](const std::stop_token &stop) {
            for (int id = 1'000'001; !stop.stop_requested(); ++id) {
                const std::vector<Proposal> next { proposalOf({ reportOf(id) }) };
                (void)ledger->append(next, at(0));
            }
        });
        for (int i = 0; i < 5; ++i) {
            const auto head = writeSnapshot(path("a"), path("s"), everything());
            QVERIFY2(head, head ? "" : qPrintable(head.error().text));
            const auto database = Database::open(path("s"), Opening::Read);
            // each new entry is one new ticket, so that rows and position tell whether they are of one moment
            QCOMPARE(database->number("SELECT count(*) FROM ticket").value() - tickets, head->position - before);
        }
    }
};

QTEST_APPLESS_MAIN(Snapshots)
#include "tst_snapshots.moc"
