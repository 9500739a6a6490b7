#include <storage/FileLock.h>
#include <storage/Schema.h>
#include <support/Sentences.h>

#include <QFile>
#include <QTemporaryDir>

using namespace huying;

class Files : public Sentences
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> _folder;

    std::filesystem::path path(const char *name = "file") const
    {
        return _folder->filePath(QString::fromLatin1(name)).toStdString();
    }
    void make() const
    {
        const auto database = Database::open(path(), Opening::Create);
        QVERIFY(prepareSchema(*database, FileKind::Ledger));
    }

private slots:
    void init()
    {
        Sentences::init();
        _folder = std::make_unique<QTemporaryDir>();
    }

    void theSchemaIsMadeOnceAndKnownAgain()
    {
        make();
        const auto database = Database::open(path(), Opening::Write);
        QVERIFY(prepareSchema(*database, FileKind::Ledger));
        QCOMPARE(database->number("PRAGMA user_version").value(), 5);
        QVERIFY(database->number("SELECT count(*) FROM sqlite_schema WHERE name = 'figure'").value() == 1);
    }

    void aLockIsOfOneHolderAndOfNobodyWhenItIsOver()
    {
        QVERIFY(QFile(QString::fromStdString(path("l").string()))
                .open(QIODevice::WriteOnly)); // left by one that was killed
        {
            const auto lock = FileLock::take(path("l"));
            QVERIFY(lock);
            QCOMPARE(FileLock::take(path("l")).error(), FailureKind::Busy);
        }
        QVERIFY(!std::filesystem::exists(path("l")));
        QVERIFY(FileLock::take(path("l")));
        QCOMPARE(FileLock::take(path("nowhere") / "l").error(), FailureKind::Refused);
    }

    void everyTableIsStrict()
    {
        make();
        const auto database = Database::open(path(), Opening::Read);
        QCOMPARE(
            database
                ->number(
                    "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict "
                    "AND name NOT LIKE 'sqlite_%'")
                .value(),
            0);
    }

    void aBulkFileHasTheSameSchemaInTheEnd()
    {
        make();
        {
            const auto bulk = Database::openForBulk(path("bulk"));
            QVERIFY(prepareTables(*bulk, FileKind::Ledger));
            QVERIFY(addKeys(*bulk));
            QVERIFY(addIndexes(*bulk));
        }
        const auto database = Database::open(path(), Opening::Write);
        const std::string attach = "ATTACH '" + path("bulk").string() + "' AS bulk";
        QVERIFY(database->execute(attach));
        QCOMPARE(database
                     ->number("SELECT count(*) FROM (SELECT type, name, sql FROM sqlite_schema EXCEPT "
                              "SELECT type, name, sql FROM bulk.sqlite_schema)")
                     .value(),
            0);
    }

    void aFileOfAnotherKindIsRefused()
    {
        make();
        const auto database = Database::open(path(), Opening::Write);
        QCOMPARE(prepareSchema(*database, FileKind::Cache).error().kind, FailureKind::Damaged);
    }

    void aDatabaseOfAnotherProgramIsRefused()
    {
        const auto database = Database::open(path(), Opening::Create);
        QVERIFY(database->execute("CREATE TABLE other (a)"));
        QCOMPARE(prepareSchema(*database, FileKind::Ledger).error().kind, FailureKind::Damaged);
    }

    void aLedgerOfTheFirstSchemaIsBroughtUpToDate()
    {
        const auto database = Database::open(path("first"), Opening::Create);
        QFile sql(QStringLiteral(":/huying/schema/001.sql"));
        QVERIFY(
            prepareSchema(*Database::open(path("other"), Opening::Create), FileKind::Ledger)); // brings the resource
        QVERIFY(sql.open(QIODevice::ReadOnly));
        QVERIFY(database->execute(
            sql.readAll().toStdString() + "PRAGMA application_id=1213811783; PRAGMA user_version=1;"));
        QCOMPARE(checkSchema(*database, FileKind::Ledger).error().kind, FailureKind::Refused);
        QVERIFY(prepareSchema(*database, FileKind::Ledger));
        QVERIFY(checkSchema(*database, FileKind::Ledger));
        QCOMPARE(database->number("SELECT count(*) FROM account").value(), 0);
    }

    void aNewerFileIsRefused()
    {
        make();
        const auto database = Database::open(path(), Opening::Write);
        QVERIFY(database->execute("PRAGMA user_version = 6"));
        QCOMPARE(prepareSchema(*database, FileKind::Ledger).error().kind, FailureKind::Newer);
        QCOMPARE(checkSchema(*database, FileKind::Ledger).error().kind, FailureKind::Newer);
    }

    void whatIsNoDatabaseIsDamaged()
    {
        QFile file(QString::fromStdString(path().string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5'000, 'x'));
        file.close();
        for (const Opening opening : { Opening::Read, Opening::Write, Opening::Create }) {
            const auto opened = Database::open(path(), opening);
            QCOMPARE(opened.error().kind, FailureKind::Damaged);
            QVERIFY(opened.error().text.contains(QString::fromStdString(path().string())));
        }
    }

    void whatIsNotThereIsNotFoundAndNotMade()
    {
        QCOMPARE(Database::open(path(), Opening::Read).error().kind, FailureKind::NotFound);
        QCOMPARE(Database::open(path(), Opening::Write).error().kind, FailureKind::NotFound);
        QVERIFY(!std::filesystem::exists(path()));
    }

    void whatIsReadIsNotWritten()
    {
        make();
        const auto database = Database::open(path(), Opening::Read);
        QCOMPARE(database->execute("DELETE FROM ticket").error().kind, FailureKind::Refused);
    }

    void aFileIsReadWhereNothingCanBeMadeBesideIt()
    {
        make();
        std::filesystem::create_directory(path("file-shm")); // in the way, like a folder that may not be written
        std::filesystem::create_directory(path("file-shm/x"));
        const auto database = Database::open(path(), Opening::Read);
        QVERIFY2(database, database ? "" : qPrintable(database.error().text));
        QVERIFY(checkSchema(*database, FileKind::Ledger));
    }

    void aTransactionThatIsNotCommittedLeavesNothing()
    {
        make();
        const auto database = Database::open(path(), Opening::Write);
        {
            const auto transaction = Transaction::beginWriting(*database);
            QVERIFY(setState(*database, "key", std::int64_t { 1 }));
        }
        QVERIFY(!stateNumber(*database, "key").value());
    }

    void aReaderSeesOneStateUntilItsTransactionEnds()
    {
        make();
        const auto writer = Database::open(path(), Opening::Write);
        const auto reader = Database::open(path(), Opening::Read);
        {
            const auto held = Transaction::beginReading(*reader);
            QVERIFY(!stateNumber(*reader, "key").value());
            QVERIFY(setState(*writer, "key", std::int64_t { 1 }));
            QVERIFY(!stateNumber(*reader, "key").value());
        }
        QCOMPARE(stateNumber(*reader, "key").value(), std::optional<std::int64_t> { 1 });
    }

    void checkpointsComeOnlyWhenAskedFor()
    {
        make();
        const auto database = Database::open(path(), Opening::Write, Synchronous::Normal);
        for (int i = 0; i < 1'500; ++i) { // SQLite's own would come at 1,000 pages
            QVERIFY(setState(*database, "key", std::int64_t { i }));
        }
        const auto writeAhead = std::filesystem::file_size(path("file-wal"));
        QVERIFY(writeAhead > 1'400 * 4'096);
        QVERIFY(database->checkpoint());
        QVERIFY(setState(*database, "key", std::int64_t { 0 }));
        QCOMPARE(std::filesystem::file_size(path("file-wal")), writeAhead); // begun again at its front
    }
};

QTEST_APPLESS_MAIN(Files)
#include "tst_files.moc"
