#include <storage/CheckedPages.h>
#include <storage/RowStore.h>
#include <storage/Schema.h>
#include <support/Sentences.h>

#include <QFile>
#include <QTemporaryDir>

using namespace huying;

/// Files with checked pages: what the disk turns is found, wherever it lies.
class Pages : public Sentences
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> _folder;

    QString name() const { return _folder->filePath(QStringLiteral("cache")); }
    std::expected<Database, Failure> open() const
    {
        return Database::open(name().toStdString(), Opening::Write, Synchronous::Normal);
    }
    void make(FileKind kind) const
    {
        const auto bulk = Database::openForBulk(name().toStdString());
        QVERIFY(prepareSchema(*bulk, kind));
        auto rows = RowStore::on(*bulk);
        for (int i = 0; i < 2'000; ++i) {
            TicketRow row;
            row.id.bytes[0] = std::uint8_t(i);
            row.id.bytes[1] = std::uint8_t(i / 256);
            row.number = "T-" + std::to_string(i);
            row.title = "村口路灯不亮";
            QVERIFY(rows->put(row));
        }
    }
    void turnBit(qint64 at) const
    {
        QFile file(name());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at));
        char byte = 0;
        QVERIFY(file.getChar(&byte) && file.seek(at));
        QVERIFY(file.putChar(char(byte ^ 4)));
    }
    static std::expected<void, Failure> lookedOver(const Database &database)
    {
        std::int64_t next = 0;
        auto looked = lookOver(database, next, 10);
        while (looked && next > 0) {
            looked = lookOver(database, next, 10);
        }
        return looked;
    }

private slots:
    void init()
    {
        Sentences::init();
        _folder = std::make_unique<QTemporaryDir>();
    }

    void aFileThatIsAsItWasWrittenIsWell()
    {
        make(FileKind::Cache);
        const auto database = open();
        QVERIFY(lookedOver(*database));
        QVERIFY(database->execute("UPDATE ticket SET title = 'x' WHERE rowid < 1000"));
        QVERIFY(lookedOver(*database));
        QCOMPARE(database->number("SELECT count(*) FROM ticket WHERE title = 'x'").value(), 999);
    }

    void aTurnedBitIsFoundWhereverItLies()
    {
        make(FileKind::Cache);
        const qint64 size = QFile(name()).size();
        QVERIFY(open()); // the first one to write changes its way of journaling
        for (qint64 at = 4'200; at < size; at += 7'919) {
            turnBit(at);
            const auto database = open(); // what the schema takes up is read here
            const auto looked = database.and_then([](const Database &opened) { return lookedOver(opened); });
            QVERIFY2(!looked, qPrintable(QStringLiteral("byte %1").arg(at)));
            QCOMPARE(int(looked.error().kind), int(FailureKind::Damaged));
            turnBit(at);
        }
    }

    void aDamagedRowIsNotBelieved()
    {
        make(FileKind::Cache);
        QFile file(name());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const qint64 at = file.readAll().lastIndexOf(QByteArray("T-1500"));
        turnBit(at + 3);
        const auto database = open();
        auto rows = RowStore::on(*database);
        const auto walked = rows->walk([](const TicketRow &) { return std::expected<void, Failure>(); });
        QVERIFY(!walked);
        QCOMPARE(int(walked.error().kind), int(FailureKind::Damaged));
    }

    void aLedgerIsReadAsEver()
    {
        make(FileKind::Ledger);
        const auto database = open();
        QVERIFY(lookedOver(*database));
        QVERIFY(!beginChecked(*database));
    }
};

QTEST_GUILESS_MAIN(Pages)
#include "tst_pages.moc"
