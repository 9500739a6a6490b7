#include <storage/EvenMerge.h>
#include <support/Sentences.h>

#include <random>

using namespace huying;

class TestEvenMerge : public Sentences
{
    Q_OBJECT

    std::optional<Database> _database;
    int _last = 0;
    std::mt19937 _random { 7 };

    void begin(std::string_view options)
    {
        _last = 0;
        _random.seed(7);
        _database.emplace(Database::open(":memory:", Opening::Create).value());
        QVERIFY(_database->execute("CREATE VIRTUAL TABLE words USING fts5(a, content = '', contentless_delete = 1"
            + std::string(options) + ", tokenize = 'ascii')"));
    }
    /// Documents with a word that all have and some that few have.
    void add(int documents)
    {
        auto insert = _database->prepare("INSERT INTO words (rowid, a) VALUES (?1, ?2)").value();
        for (int i = 0; i < documents; ++i) {
            std::string text = "all";
            for (int word = 0; word < 12; ++word) {
                text += " w" + std::to_string(_random() % 5000);
            }
            QVERIFY(insert.bind(1, std::int64_t { ++_last }).bind(2, std::string_view(text)).run());
        }
    }
    std::optional<std::vector<IndexLevel>> levels() const
    {
        auto record = _database->prepare("SELECT block FROM words_data WHERE id = 10").value();
        return record.step().value() ? levelsIn(record.bytes(0)) : std::nullopt;
    }
    int segments() const
    {
        int sum = 0;
        for (const IndexLevel &level : levels().value_or(std::vector<IndexLevel>())) {
            sum += level.segments;
        }
        return sum;
    }
    std::int64_t found(const char *word) const
    {
        return _database->number("SELECT count(*) FROM words WHERE words MATCH '" + std::string(word) + "'").value();
    }
    /// Transactions of `each` documents, which merge about `pages` each.
    void write(EvenMerge &merge, int transactions, int each, std::int64_t pages)
    {
        for (int i = 0; i < transactions; ++i) {
            auto step = Transaction::beginWriting(*_database);
            QVERIFY(step);
            add(each);
            QVERIFY(merge.take(pages));
            QVERIFY(step->commit());
        }
    }

private slots:
    void theLevelsAreReadFromTheRecord_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::newRow("places") << QByteArray(", detail = full");
        QTest::newRow("no places") << QByteArray(", detail = none");
    }
    void theLevelsAreReadFromTheRecord()
    {
        QFETCH(const QByteArray, options);
        begin(options.toStdString());
        QVERIFY(_database->execute("INSERT INTO words (words, rank) VALUES ('automerge', 0)"));
        for (int i = 0; i < 3; ++i) {
            add(1);
        }
        QCOMPARE(segments(), 3);
        QCOMPARE(
            levels()->front(), (IndexLevel { .merging = 0, .segments = 3, .pages = 3, .documents = 3, .deleted = 0 }));
        QVERIFY(_database->execute("DELETE FROM words WHERE rowid = 2"));
        QCOMPARE(levels()->front().deleted, 1);
        QVERIFY(_database->execute("INSERT INTO words (words) VALUES ('optimize')"));
        QCOMPARE(segments(), 1);
    }

    void whatIsNoRecordIsNone()
    {
        using namespace std::string_view_literals;
        for (const std::string_view text : { ""sv, "\0\0\0"sv, "\0\0\0\0\1"sv, "\0\0\0\0\1\1\1\0\1"sv,
                 "\0\0\0\0\xFF\0\0\1\1\1\1\0\1\1\1\1"sv, "\0\0\0\0\0\0\0more"sv }) {
            QVERIFY(!levelsIn(text));
        }
        QCOMPARE(levelsIn("\0\0\0\0\0\0\0"sv)->size(), std::size_t(0));
    }

    void manySmallTransactionsLeaveFewSegments()
    {
        begin(", detail = none");
        EvenMerge merge(*_database, "words");
        write(merge, 600, 2, 18);
        QVERIFY2(segments() < 20, qPrintable(QString::number(segments())));
        QCOMPARE(found("all"), 1200);
        QVERIFY(_database->execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 0)"));
    }

    void aLevelWithBigSegmentsStaysUntilThereAreMany()
    {
        begin(", detail = none");
        EvenMerge merge(*_database, "words", 40);
        for (int i = 0; i < 5; ++i) {
            write(merge, 1, 3'000, 0);
        }
        const auto big = levels()->front();
        QCOMPARE(big.segments, 5);
        QVERIFY2(big.pages > 100, qPrintable(QString::number(big.pages)));
        write(merge, 20, 1, 20);
        QCOMPARE(levels()->front().segments, 25);
        // until there is too much of it
        write(merge, 50, 1, 1'000);
        QVERIFY2(segments() < 20, qPrintable(QString::number(segments())));
        QCOMPARE(found("all"), 15'070);
        QVERIFY(_database->execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 0)"));
    }
};

QTEST_APPLESS_MAIN(TestEvenMerge)
#include "tst_evenmerge.moc"
