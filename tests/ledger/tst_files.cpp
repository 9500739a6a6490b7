#include <ledger/BulkLedger.h>
#include <ledger/Ledger.h>
#include <ledger/Snapshot.h>
#include <ledger/Verification.h>
#include <ledger_builders/Builders.h>
#include <storage/FigureReader.h>
#include <storage/Schema.h>
#include <support/Sentences.h>

#include <QFile>
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

const Founding founding { { "130529" }, at(-60) };
constexpr int tickets = 40;
constexpr int stillOpen = 3; ///< of them, after three events

bool goOn(int)
{
    return true;
}

bool goOnReading(Position, Position)
{
    return true;
}

/// Writes 40 stories, one event of each after the other; the last three are left open.
std::expected<Head, Failure> writeBulk(const std::filesystem::path &file)
{
    auto bulk = BulkLedger::create(file, founding, {});
    if (!bulk) {
        return std::unexpected(bulk.error());
    }
    const auto noticed = bulk->append(settingOf(1'000'000, noticeOf(2023)), {}, at(0));
    std::unordered_map<TicketId, Ticket> folded;
    for (int i = 0; i < 6 * tickets; ++i) {
        const int step = i / tickets;
        const int ticket = i % tickets;
        if (step > 2 && ticket >= tickets - stillOpen) {
            continue;
        }
        const Record record = wholeStory(1 + 10 * ticket, at(ticket)).at(std::size_t(step)).records.front();
        const TicketEvent event = std::get<TicketEvent>(eventOf(record).value());
        if (const auto applied = apply(folded[event.ticket], event, bulk->rules()); !applied) {
            return std::unexpected(applied.error());
        }
        bulk->append(event, record.salt, at(i), folded[event.ticket]);
    }
    return noticed.and_then([&](Position) { return bulk->finish(goOn); });
}

QByteArray contentOf(const std::filesystem::path &file)
{
    QFile opened(QString::fromStdString(file.string()));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

} // namespace

class Files : public Sentences
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> _folder;

    std::filesystem::path path(const char *name) const
    {
        return _folder->filePath(QString::fromLatin1(name)).toStdString();
    }
    std::ptrdiff_t filesThere() const
    {
        return std::distance(std::filesystem::directory_iterator(_folder->path().toStdString()), {});
    }
    void write(const char *name) const
    {
        const auto written = writeBulk(path(name));
        QVERIFY2(written, written ? "" : qPrintable(written.error().text));
    }
    void verifySound(const char *name) const
    {
        const auto found = verify(path(name), {}, at(100), goOnReading);
        QVERIFY2(found, found ? "" : qPrintable(found.error().text));
        QVERIFY2(found->isSound(), qPrintable(found->examples.join(u'\n')));
    }

private slots:
    void init()
    {
        Sentences::init();
        _folder = std::make_unique<QTemporaryDir>();
    }

    void aSecondWriterIsTurnedAway()
    {
        const auto first = Ledger::open(path("l"), founding, {});
        QVERIFY(first);
        QCOMPARE(Ledger::open(path("l"), {}).error().kind, FailureKind::Busy);
        QVERIFY(LedgerReader::open(path("l")));
    }

    void theLockGoesWithItsHolder()
    {
        QVERIFY(Ledger::open(path("l"), founding, {}));
        QVERIFY(!std::filesystem::exists(path("l.lock")));
        QVERIFY(Ledger::open(path("l"), {}));
    }

    void aLedgerThatIsNotThereIsNotFound()
    {
        QCOMPARE(Ledger::open(path("l"), {}).error().kind, FailureKind::NotFound);
        QCOMPARE(LedgerReader::open(path("l")).error().kind, FailureKind::NotFound);
        QCOMPARE(filesThere(), 0);
    }

    void aFileThatIsNoDatabaseIsDamaged()
    {
        QFile file(QString::fromStdString(path("l").string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10'000, 'x'));
        file.close();
        QCOMPARE(Ledger::open(path("l"), founding, {}).error().kind, FailureKind::Damaged);
        QCOMPARE(LedgerReader::open(path("l")).error().kind, FailureKind::Damaged);
    }

    void aLedgerOfANewerVersionIsLeftAlone()
    {
        QVERIFY(Ledger::open(path("l"), founding, {}));
        {
            const auto database = Database::open(path("l"), Opening::Write);
            QVERIFY(database->execute("PRAGMA user_version = 99"));
        }
        QCOMPARE(Ledger::open(path("l"), founding, {}).error().kind, FailureKind::Newer);
        QCOMPARE(LedgerReader::open(path("l")).error().kind, FailureKind::Newer);
    }

    void bulkWritesOneFileAndTheSameBytes()
    {
        write("a");
        write("b");
        QCOMPARE(contentOf(path("a")), contentOf(path("b")));
        QCOMPARE(filesThere(), 2);
    }

    void aBulkThatIsNotFinishedLeavesNothing()
    {
        {
            auto bulk = BulkLedger::create(path("a"), founding, {});
            QVERIFY(bulk->append(settingOf(1, noticeOf(2023)), {}, at(0)));
        }
        QCOMPARE(filesThere(), 0);
    }

    void aBulkThatIsStoppedLeavesNothing()
    {
        {
            auto bulk = BulkLedger::create(path("a"), founding, {});
            QVERIFY(bulk->append(settingOf(1, noticeOf(2023)), {}, at(0)));
            QCOMPARE(bulk->finish([](int) { return false; }).error().kind, FailureKind::Cancelled);
        }
        QCOMPARE(filesThere(), 0);
    }

    void aNumberThatComesTwiceIsSaidAtTheEnd()
    {
        auto bulk = BulkLedger::create(path("a"), founding, {});
        for (const int id : { 1, 2 }) {
            TicketEvent event = reportOf(id);
            std::get<Reported>(event.content).number = "T-1";
            Ticket ticket;
            QVERIFY(apply(ticket, event, bulk->rules()));
            bulk->append(event, {}, at(0), ticket);
        }
        QVERIFY(!bulk->finish(goOn));
    }

    void bulkMakesALedgerLikeAnyOther()
    {
        write("a");
        verifySound("a");
        auto ledger = Ledger::open(path("a"), {});
        QVERIFY(ledger);
        const std::vector<Proposal> next { proposalOf({ reportOf(999'999) }) };
        QVERIFY(ledger->append(next, at(0)).value().front().isAccepted());
    }

    void whatWasExportedIsTheSameLedgerWhenImported()
    {
        write("a");
        auto reader = LedgerReader::open(path("a"));
        auto copy = BulkLedger::create(path("b"), founding, {});
        const auto page = reader->entriesAfter(0, 100'000).value();
        for (const Entry &entry : page.entries) {
            QVERIFY(copy->append(entryOf(lineOf(entry, true)).value()));
        }
        const auto finished = copy->finish(goOn);
        QVERIFY2(finished, finished ? "" : qPrintable(finished.error().text));
        QCOMPARE(*finished, reader->head().value());
        verifySound("b");
    }

    void anImportedEntryHasToContinueTheChain()
    {
        write("a");
        const auto page = LedgerReader::open(path("a"))->entriesAfter(0, 100).value();
        auto copy = BulkLedger::create(path("b"), founding, {});
        QVERIFY(copy->append(page.entries.at(0)));
        QCOMPARE(copy->append(page.entries.at(2)).error().kind, FailureKind::Damaged);
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

    void whatAnAccountMayNotIsRefusedAndNothingIsDone()
    {
        auto ledger = Ledger::open(path("a"), founding, {});
        const std::vector<Proposal> proposals { proposalOf({ reportOf(1) }), proposalOf({ reportOf(5) }) };
        const auto outcomes = ledger->append(proposals, at(4),
            [](std::size_t index, const AnyEvent &, const Ticket &before) -> std::expected<void, Failure> {
                return index == 0 && before.version == 0 ? std::expected<void, Failure>()
                                                         : failure(FailureKind::Refused, QStringLiteral("not yours"));
            });
        QVERIFY(outcomes->front().isAccepted());
        QCOMPARE(outcomes->back().refused->text, QStringLiteral("not yours"));
        QCOMPARE(ledger->head().position, Position { 1 });
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

QTEST_APPLESS_MAIN(Files)
#include "tst_files.moc"
