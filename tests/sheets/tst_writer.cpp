#include "Files.h"

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

#include <sheets/CsvWriter.h>
#include <support/Sentences.h>

using namespace huying;

class CsvWriterTest : public Sentences
{
    Q_OBJECT

    Files m_files;

    std::filesystem::path written(const Table &table, const CsvWriter::Options &options) const
    {
        const auto file = m_files.path("out.csv");
        auto writer = CsvWriter::create(file, options);
        for (const auto &cells : table) {
            writer.value()->write(cells).value();
        }
        writer.value()->finish().value();
        return file;
    }

private slots:
    void whatIsWrittenIsReadAgain()
    {
        const Table table { { "a", "b", "c" }, { "x,y", "say \"hi\"", "two\r\nlines" }, { " blank ", "井盖", "=1+1" },
            { "\t\n tabs", "\"", "" } };
        for (const char delimiter : { ',', ';', '\t' }) {
            SheetOptions options;
            options.delimiter = delimiter;
            QCOMPARE(tableOf(written(table, { .delimiter = delimiter }), options), table);
        }
    }

    void quotingFollowsTheStandard()
    {
        const auto bytes = bytesOf(written({ { "a", "b,c", "d\"e", "f\ng" } }, { .byteOrderMark = false }));
        QCOMPARE(bytes, "a,\"b,c\",\"d\"\"e\",\"f\ng\"\r\n");
        QVERIFY(bytesOf(written({ { "a" } }, {})).starts_with("\xEF\xBB\xBF"));
    }

    void formulasAreDefusedOnRequest()
    {
        const Table table { { "=cmd|' /C calc'!A0", "+86 319", "-12.5", "@x", "a=b", "" } };
        QCOMPARE(bytesOf(written(table, { .byteOrderMark = false, .defuseFormulas = true })),
            "'=cmd|' /C calc'!A0,'+86 319,-12.5,'@x,a=b,\r\n");
    }

    void theOldFileStaysUntilTheNewOneIsWhole()
    {
        const auto file = m_files.write("kept.csv", "old");
        {
            auto writer = CsvWriter::create(file, {});
            writer.value()->write(std::vector<std::string> { "new" }).value();
            QCOMPARE(bytesOf(file), "old");
        }
        QCOMPARE(bytesOf(file), "old");
    }

    void aFolderThatIsNotThereIsAFailure() { QVERIFY(!CsvWriter::create(m_files.path("no/such/out.csv"), {})); }

    void whatIsNoFileIsNotReplaced()
    {
        const auto pipe = m_files.path("pipe");
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
        QCOMPARE(CsvWriter::create(pipe, {}).error().kind, FailureKind::Invalid);
        QVERIFY(std::filesystem::is_fifo(pipe));
        QCOMPARE(CsvWriter::create(m_files.path("."), {}).error().kind, FailureKind::Invalid);
    }

    void noRoomLeavesTheOldFile()
    {
        const auto file = m_files.write("full.csv", "old");
        rlimit before {};
        getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small { 4096, before.rlim_max };
        setrlimit(RLIMIT_FSIZE, &small);
        auto writer = CsvWriter::create(file, {});
        auto outcome = writer.value()->write(std::vector<std::string> { std::string(1'000'000, 'x') });
        const auto finished = outcome ? writer.value()->finish() : outcome;
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QCOMPARE(finished.error().kind, FailureKind::Full);
        writer.value().reset();
        QCOMPARE(bytesOf(file), "old");
    }

    void aRowKeepsItsTexts()
    {
        Row row;
        row.cells = { { CellKind::Text, "a", {} }, {}, { CellKind::Number, "12", {} } };
        QCOMPARE(texts(row), (std::vector<std::string> { "a", "", "12" }));
    }
};

QTEST_GUILESS_MAIN(CsvWriterTest)
#include "tst_writer.moc"
