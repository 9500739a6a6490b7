#include "Stories.h"

#include <ledger/Ledger.h>
#include <ledger/Verification.h>
#include <storage/Schema.h>
#include <support/Sentences.h>

#include <QTemporaryDir>

using namespace huying;

namespace
{

bool goOnReading(Position, Position)
{
    return true;
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
        const auto first = Ledger::open(path("l"), founded, {});
        QVERIFY(first);
        QCOMPARE(Ledger::open(path("l"), {}).error().kind, FailureKind::Busy);
        QVERIFY(LedgerReader::open(path("l")));
    }

    void theLockGoesWithItsHolder()
    {
        QVERIFY(Ledger::open(path("l"), founded, {}));
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
        QCOMPARE(Ledger::open(path("l"), founded, {}).error().kind, FailureKind::Damaged);
        QCOMPARE(LedgerReader::open(path("l")).error().kind, FailureKind::Damaged);
    }

    void aLedgerOfANewerVersionIsLeftAlone()
    {
        QVERIFY(Ledger::open(path("l"), founded, {}));
        {
            const auto database = Database::open(path("l"), Opening::Write);
            QVERIFY(database->execute("PRAGMA user_version = 99"));
        }
        QCOMPARE(Ledger::open(path("l"), founded, {}).error().kind, FailureKind::Newer);
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
            auto bulk = BulkLedger::create(path("a"), founded, {});
            QVERIFY(bulk->append(settingOf(1, noticeOf(2023)), {}, at(0)));
        }
        QCOMPARE(filesThere(), 0);
    }

    void aBulkThatIsStoppedLeavesNothing()
    {
        {
            auto bulk = BulkLedger::create(path("a"), founded, {});
            QVERIFY(bulk->append(settingOf(1, noticeOf(2023)), {}, at(0)));
            QCOMPARE(bulk->finish([](int) { return false; }).error().kind, FailureKind::Cancelled);
        }
        QCOMPARE(filesThere(), 0);
    }

    void aNumberThatComesTwiceIsSaidAtTheEnd()
    {
        auto bulk = BulkLedger::create(path("a"), founded, {});
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
        auto copy = BulkLedger::create(path("b"), founded, {});
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
        auto copy = BulkLedger::create(path("b"), founded, {});
        QVERIFY(copy->append(page.entries.at(0)));
        QCOMPARE(copy->append(page.entries.at(2)).error().kind, FailureKind::Damaged);
    }

    void whatAnAccountMayNotIsRefusedAndNothingIsDone()
    {
        auto ledger = Ledger::open(path("a"), founded, {});
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
};

QTEST_APPLESS_MAIN(Files)
#include "tst_files.moc"
