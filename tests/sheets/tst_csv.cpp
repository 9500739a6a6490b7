#include "Files.h"

#include <QStringEncoder>

#include <support/Sentences.h>

using namespace huying;
using namespace std::string_literals;

namespace
{

const Table people { { "编号", "内容" }, { "1", "路灯不亮，已三天" }, { "2", "井盖" } };
const QString peopleText = QStringLiteral("编号,内容\n1,\"路灯不亮，已三天\"\n2,井盖\n");

std::string encoded(const char *encoding, const QString &text)
{
    return QByteArray(QStringEncoder(encoding).encode(text)).toStdString();
}

std::vector<Problem::Kind> kinds(const Row &row)
{
    std::vector<Problem::Kind> all;
    all.reserve(row.problems.size());
    for (const auto &problem : row.problems) {
        all.push_back(problem.kind);
    }
    return all;
}

std::vector<Row> read(const std::filesystem::path &file, const SheetOptions &options = {})
{
    return rowsOf(**openSheet(file, options));
}

} // namespace

class CsvTest : public Sentences
{
    Q_OBJECT

    Files m_files;

    std::filesystem::path file(std::string_view bytes) const { return m_files.write("table.csv", bytes); }

private slots:
    void everyEncodingGivesTheSameTable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("encoding");
        const auto add = [](const char *name, const std::string &bytes, Encoding encoding) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(encoding);
        };
        add("UTF-8", peopleText.toStdString(), Encoding::Utf8);
        add("UTF-8 with mark", "\xEF\xBB\xBF" + peopleText.toStdString(), Encoding::Utf8);
        add("GBK", encoded("GBK", peopleText), Encoding::Gb18030);
        add("GB18030", encoded("GB18030", peopleText), Encoding::Gb18030);
        add("UTF-16LE with mark", "\xFF\xFE" + encoded("UTF-16LE", peopleText), Encoding::Utf16LE);
        add("UTF-16BE with mark", "\xFE\xFF" + encoded("UTF-16BE", peopleText), Encoding::Utf16BE);
    }

    void everyEncodingGivesTheSameTable()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, encoding);
        const auto path = file(bytes.toStdString());
        QCOMPARE(tableOf(path), people);
        QCOMPARE((*openSheet(path))->facts().encoding, static_cast<Encoding>(encoding));
    }

    void aNamedEncodingNeedsNoMark()
    {
        SheetOptions options;
        options.encoding = encodingNamed("utf-16");
        QCOMPARE(tableOf(file(encoded("UTF-16LE", peopleText)), options), people);
        options.encoding = encodingNamed("gbk");
        QCOMPARE(tableOf(file(encoded("GBK", peopleText)), options), people);
    }

    void fourByteCharactersOfGb18030AndPairsOfUtf16AreRead()
    {
        const QString text = QStringLiteral("名\n\U00020BB7野家\U0001F600\n");
        const Table expected { { "名" }, { "\U00020BB7野家\U0001F600" } };
        QCOMPARE(tableOf(file(encoded("GB18030", text))), expected);
        QCOMPARE(tableOf(file("\xFF\xFE" + encoded("UTF-16LE", text))), expected);
    }

    void gbkFarBehindAnAsciiBeginningIsFound()
    {
        std::string bytes = "id,text\n";
        for (int i = 0; i < 300'000; ++i) {
            bytes += std::to_string(i) + ",plain\n";
        }
        bytes += "last," + encoded("GBK", QStringLiteral("呼应")) + "\n";
        const auto sheet = openSheet(file(bytes));
        QCOMPARE(rowsOf(**sheet).back().cells[1].text, "呼应");
        QCOMPARE((*sheet)->facts().encoding, Encoding::Gb18030);
    }

    void everyLineEndCounts()
    {
        const auto path = file("a,b\r\n1,x\r2,y\n3,\"p\r\nq\rr\ns\"\r\n\r\n4,z");
        const Table expected { { "a", "b" }, { "1", "x" }, { "2", "y" }, { "3", "p\r\nq\rr\ns" }, { "4", "z" } };
        QCOMPARE(tableOf(path), expected);
        std::vector<std::uint64_t> numbers;
        for (const auto &row : read(path)) {
            numbers.push_back(row.number);
        }
        QCOMPARE(numbers, (std::vector<std::uint64_t> { 2, 3, 4, 9 }));
    }

    void lineEndsAndCharactersOnTheEdgeOfABlockStayWhole()
    {
        for (const std::size_t around : { std::size_t { 1 } << 20, std::size_t { 2 } << 20 }) {
            for (std::size_t shift = 0; shift < 12; ++shift) {
                std::string bytes = "a,b\r\n";
                bytes += std::string(around - shift - bytes.size(), 'x') + ",\"井\"\"盖\"\r\n2,y\r\n";
                const auto table = tableOf(file(bytes));
                QCOMPARE(table.size(), std::size_t { 3 });
                QCOMPARE(table[1][1], "井\"盖");
                QCOMPARE(table[2], (std::vector<std::string> { "2", "y" }));
            }
        }
    }

    void utf16PairsOnTheEdgeOfABlockStayWhole()
    {
        for (int shift = 0; shift < 4; ++shift) {
            const QString text = QString(524'287 - shift, QLatin1Char('x')) + QStringLiteral("\U0001F600\n1\n");
            const auto table = tableOf(file("\xFF\xFE" + encoded("UTF-16LE", text)));
            QVERIFY(table[0][0].ends_with("\U0001F600"));
            QCOMPARE(table[1][0], "1");
        }
    }

    void quotesInTheMiddleOfAnUnquotedFieldAreText()
    {
        const auto rows = read(file("a,b\n5\" pipe,x\n"));
        QCOMPARE(rows[0].cells[0].text, "5\" pipe");
        QVERIFY(rows[0].problems.empty());
    }

    void aStrayQuoteInAQuotedFieldIsKeptAndNamed()
    {
        const auto rows = read(file("a,b\n\"he said \"hi\" to me\",x\n\"y\" ,z\n"));
        QCOMPARE(rows[0].cells[0].text, "he said \"hi\" to me");
        QCOMPARE(kinds(rows[0]), std::vector { Problem::Kind::StrayQuote });
        QCOMPARE(rows[1].cells[0].text, "y");
        QVERIFY(rows[1].problems.empty());
    }

    void aQuoteThatNeverClosesIsNamed()
    {
        const auto rows = read(file("a,b\n1,x\n2,\"open\n3,z\n"));
        QCOMPARE(rows.size(), std::size_t { 2 });
        QCOMPARE(rows[1].cells[1].text, "open\n3,z\n");
        QCOMPARE(rows[1].problems, (std::vector { Problem { Problem::Kind::UnclosedQuote, 3, 1 } }));
    }

    void aQuoteThatNeverClosesInALargeFileEndsInBoundedMemory()
    {
        SheetOptions options;
        options.limits.recordBytes = 4096;
        const auto failed = failureOf(file("a,b\n1,\"" + std::string(3'000'000, 'x')), options);
        QCOMPARE(failed->kind, FailureKind::Full);
        QVERIFY(failed->text.contains(QStringLiteral("line 2")));
    }

    void shortAndLongRowsAreKeptAndNamed()
    {
        const auto rows = read(file("a,b,c\n1,2\n1,2,3,4\n1,2,3\n"));
        QCOMPARE(rows[0].problems, (std::vector { Problem { Problem::Kind::TooFewCells, 2, 2 } }));
        QCOMPARE(rows[1].problems, (std::vector { Problem { Problem::Kind::TooManyCells, 3, 3 } }));
        QCOMPARE(rows[1].cells[3].text, "4");
        QVERIFY(rows[2].problems.empty());
    }

    void undecodableBytesNameTheirLineAndStayReadable()
    {
        const auto rows = read(file("编号,内容\n一,二\n三,\"多\n行 \xFF\xC3\"\n四,五\n"));
        QCOMPARE(rows.size(), std::size_t { 3 });
        QCOMPARE(rows[1].cells[1].text, "多\n行 \\xFF\\xC3");
        QCOMPARE(rows[1].problems, (std::vector { Problem { Problem::Kind::UndecodableBytes, 3, 1 } }));
        QVERIFY(description(rows[1].problems[0]).contains(QStringLiteral("Line 3, column 2")));
        QVERIFY(rows[2].problems.empty());
    }

    void undecodableBytesOfGbkNameTheirLineToo()
    {
        const auto good = encoded("GBK", QStringLiteral("编号,内容\n一,路灯不亮已三天\n"));
        const auto rows = read(file(good + "2,\xFF" + encoded("GBK", QStringLiteral("井盖")) + "\n"));
        QCOMPARE(rows[0].cells[1].text, "路灯不亮已三天");
        QCOMPARE(rows[1].cells[1].text, "\\xFF井盖");
        QCOMPARE(kinds(rows[1]), std::vector { Problem::Kind::UndecodableBytes });
    }

    void halfAPairOfUtf16IsUndecodable()
    {
        const auto text = "\xFF\xFE"s + "a\0\n\0x\0"s + "\x3D\xD8"s + "y\0\n\0z"s;
        const auto rows = read(file(text));
        QCOMPARE(rows[0].cells[0].text, "x\\xED\\xA0\\xBDy");
        QCOMPARE(kinds(rows[0]), std::vector { Problem::Kind::UndecodableBytes });
        QCOMPARE(rows[1].cells[0].text, "\\xFF");
    }

    void nulBytesAreKeptAndNamed()
    {
        const auto rows = read(file("a,b\none two,x\0y\n"s));
        QCOMPARE(rows[0].cells[1].text, "x\0y"s);
        QCOMPARE(rows[0].problems, (std::vector { Problem { Problem::Kind::NulByte, 2, 1 } }));
    }

    void theDelimiterIsGuessed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<char>("delimiter");
        QTest::newRow("comma") << QByteArray("a,b\n1,\"x;y;z\"\n") << ',';
        QTest::newRow("semicolon with decimal commas") << QByteArray("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n") << ';';
        QTest::newRow("tab with commas in the text") << QByteArray("a\tb, or so\n1\tx\n2\ty,z\n") << '\t';
        QTest::newRow("a single column") << QByteArray("a\n1\n") << ',';
    }

    void theDelimiterIsGuessed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(char, delimiter);
        QCOMPARE((*openSheet(file(bytes.toStdString())))->facts().delimiter, delimiter);
    }

    void aGivenDelimiterRules()
    {
        SheetOptions options;
        options.delimiter = '|';
        QCOMPARE(tableOf(file("a,b|c\n1|2,3\n"), options), (Table { { "a,b", "c" }, { "1", "2,3" } }));
    }

    void titlesAboveTheHeaderAreLeftOut()
    {
        SheetOptions options;
        options.headerFrom = 2;
        const Table expected { { "a", "b" }, { "1", "2" } };
        QCOMPARE(tableOf(file("2023 in all\n\na;b\n1;2\n"), options), expected);
    }

    void emptyRowsAreCountedNotGiven()
    {
        const auto sheet = openSheet(file("\n\na,b\n,\n1,2\n\"\",\"\"\n\n"));
        QCOMPARE((*sheet)->header().number, std::uint64_t { 3 });
        QCOMPARE(rowsOf(**sheet).size(), std::size_t { 1 });
        QCOMPARE((*sheet)->progress().emptyRows, std::uint64_t { 5 });
    }

    void anEmptyFileHasNoHeaderAndNoRows()
    {
        for (const auto *bytes : { "", "\xEF\xBB\xBF", "\n\r\n" }) {
            const auto sheet = openSheet(file(bytes));
            QVERIFY((*sheet)->header().cells.empty());
            QVERIFY(rowsOf(**sheet).empty());
        }
    }

    void progressEndsAtTheWholeFile()
    {
        const auto sheet = openSheet(file("\xEF\xBB\xBF" + peopleText.toStdString()));
        QVERIFY((*sheet)->progress().bytesRead < (*sheet)->progress().bytesInAll);
        rowsOf(**sheet);
        QCOMPARE((*sheet)->progress().bytesRead, (*sheet)->progress().bytesInAll);
    }

    void whatIsNoTableSaysSo()
    {
        QCOMPARE(failureOf(m_files.path("missing.csv"))->kind, FailureKind::NotFound);
        QCOMPARE(failureOf(m_files.path("."))->kind, FailureKind::Invalid);
        QCOMPARE(failureOf(file("  <!DOCTYPE html><table><tr><td>1"))->kind, FailureKind::Invalid);
        QCOMPARE(failureOf(file("%PDF-1.7\n1 0 obj"))->kind, FailureKind::Invalid);
        QCOMPARE(failureOf(file("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0"s))->kind, FailureKind::Invalid);
    }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "tst_csv.moc"
