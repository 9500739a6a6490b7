#include "MemoryLedger.h"

#include <Files.h>
#include <support/Sentences.h>

#include <QStringConverter>

#include <xlsxwriter.h>

using namespace huying;

namespace
{

Mapping mapping()
{
    return *mappingFromText(R"({"system": "s", "dates": ["yyyy-MM-dd HH:mm", "yyyy/M/d H:m:s"],
        "columns": {"id": "编号", "opened": "时间", "title": "标题", "detail": "内容", "category": "类别"}})");
}

constexpr std::string_view table = "编号,时间,标题,内容,类别\n1,2023-07-05 09:30,路灯,\"不亮\n三天了\",照明\n"
                                   "2,2023/7/6 9:05:07,井盖,\"他说\"\"丢了\"\"\",道路\n";

std::string gbkOf(std::string_view text)
{
    QStringEncoder encoder("GBK");
    const QByteArray bytes = encoder(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    return bytes.toStdString();
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

/// With every line end as LF: inside quotes they are those of the file.
std::string onlyBreaks(const std::string &text)
{
    return replaced(replaced(text, "\r\n", "\n"), "\r", "\n");
}

void holdsTheTable(const MemoryLedger &ledger, const ImportReport &report)
{
    QCOMPARE(report.counts.added, 2U);
    QCOMPARE(ledger.ticket("1").title, "路灯");
    QCOMPARE(onlyBreaks(ledger.ticket("1").detail), "不亮\n三天了");
    QCOMPARE(ledger.ticket("1").reportedAt, moment("2023-07-05 09:30"));
    QCOMPARE(ledger.ticket("2").detail, "他说\"丢了\"");
    QCOMPARE(ledger.ticket("2").reportedAt, moment("2023-07-06 09:05:07"));
    QCOMPARE(ledger.directory().nameOf(ledger.ticket("2").category), "道路");
}

} // namespace

class FilesTest : public Sentences
{
    Q_OBJECT

private slots:
    void aTableIsTheSameInEveryCoat_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const std::string text(table);
        const std::string marked = "\xEF\xBB\xBF" + text;
        const QByteArray gbk = QByteArray::fromStdString(gbkOf(text));
        QTest::newRow("UTF-8") << QByteArray::fromStdString(text);
        QTest::newRow("byte-order mark") << QByteArray::fromStdString(marked);
        QTest::newRow("GBK") << gbk;
        QTest::newRow("CRLF") << QByteArray::fromStdString(replaced(text, "\n", "\r\n"));
        QTest::newRow("CR") << QByteArray::fromStdString(replaced(text, "\n", "\r"));
        QTest::newRow("semicolons") << QByteArray::fromStdString(replaced(text, ",", ";"));
    }

    void aTableIsTheSameInEveryCoat()
    {
        QFETCH(const QByteArray, bytes);
        const Files files;
        MemoryLedger ledger;
        const auto report = imported(files.write("in.csv", bytes.toStdString()), mapping(), ledger);
        holdsTheTable(ledger, report);
    }

    void aWorkbookHasBothKindsOfDatesAndMergedCells()
    {
        const Files files;
        const auto file = files.path("in.xlsx");
        lxw_workbook *const workbook = workbook_new(file.c_str());
        lxw_worksheet *const sheet = workbook_add_worksheet(workbook, "工单");
        lxw_format *const date = workbook_add_format(workbook);
        format_set_num_format(date, "yyyy/m/d h:mm:ss");
        const std::array columns { "编号", "时间", "标题", "内容", "类别" };
        lxw_col_t column = 0;
        for (const char *name : columns) {
            worksheet_write_string(sheet, 0, column++, name, nullptr);
        }
        worksheet_write_number(sheet, 1, 0, 1, nullptr);
        worksheet_write_string(sheet, 1, 1, "2023-07-05 09:30", nullptr);
        worksheet_write_string(sheet, 1, 2, "路灯", nullptr);
        worksheet_write_number(sheet, 2, 0, 2, nullptr);
        lxw_datetime moment2 { 2023, 7, 6, 9, 5, 7 };
        worksheet_write_datetime(sheet, 2, 1, &moment2, date);
        worksheet_write_string(sheet, 2, 2, "井盖", nullptr);
        worksheet_write_number(sheet, 3, 0, 3, nullptr);
        worksheet_write_number(sheet, 3, 1, 45113.5, nullptr); // a date that nobody formatted
        worksheet_write_string(sheet, 3, 2, "垃圾", nullptr);
        worksheet_merge_range(sheet, 1, 4, 3, 4, "环卫", nullptr);
        QCOMPARE(workbook_close(workbook), LXW_NO_ERROR);

        MemoryLedger ledger;
        const auto report = imported(file, mapping(), ledger);
        QCOMPARE(report.counts.added, 3U);
        QCOMPARE(ledger.ticket("1").reportedAt, moment("2023-07-05 09:30"));
        QCOMPARE(ledger.ticket("2").reportedAt, moment("2023-07-06 09:05:07"));
        QCOMPARE(ledger.ticket("3").reportedAt, moment("2023-07-06 12:00"));
        QCOMPARE(ledger.ticket("3").category, ledger.ticket("1").category);
    }
};

QTEST_GUILESS_MAIN(FilesTest)
#include "tst_files.moc"
