#include "Files.h"

#include <xlsxwriter.h>

#include <support/Sentences.h>

using namespace huying;

namespace
{

std::vector<Row> read(const std::filesystem::path &file, const SheetOptions &options = {})
{
    return rowsOf(**openSheet(file, options));
}

std::string row(int number, const std::string &cells)
{
    return "<row r=\"" + std::to_string(number) + "\">" + cells + "</row>";
}

std::string inlineCell(const std::string &text)
{
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

} // namespace

class XlsxTest : public Sentences
{
    Q_OBJECT

    Files m_files;

    std::filesystem::path sheet(
        const std::string &rows, const std::string &after = {}, const std::string &shared = {}) const
    {
        return m_files.zip("hand.xlsx", workbookParts("<sheetData>" + rows + "</sheetData>" + after, shared));
    }

    template <typename Fill>
    std::filesystem::path workbook(Fill fill) const
    {
        const auto file = m_files.path("made.xlsx");
        lxw_workbook *book = workbook_new(file.c_str());
        fill(book);
        if (workbook_close(book) != LXW_NO_ERROR) {
            throw std::runtime_error("the workbook was not written");
        }
        return file;
    }

private slots:
    void everyKindOfCellIsRead()
    {
        const auto file = workbook([](lxw_workbook *book) {
            auto *page = workbook_add_worksheet(book, nullptr);
            auto *dates = workbook_add_format(book);
            format_set_num_format(dates, "yyyy/m/d h:mm:ss");
            auto *days = workbook_add_format(book);
            format_set_num_format_index(days, 14);
            auto *clock = workbook_add_format(book);
            format_set_num_format(clock, "h:mm");
            for (lxw_col_t i = 0; i < 7; ++i) {
                worksheet_write_string(page, 0, i, ("c" + std::to_string(i)).c_str(), nullptr);
            }
            lxw_datetime when { 2014, 7, 18, 8, 31, 37 };
            worksheet_write_string(page, 1, 0, "\n\t正文\n", nullptr);
            worksheet_write_number(page, 1, 1, 101000295613, nullptr);
            worksheet_write_datetime(page, 1, 2, &when, dates);
            worksheet_write_number(page, 1, 3, 41838, days);
            worksheet_write_number(page, 1, 4, 0.5, clock);
            worksheet_write_boolean(page, 1, 5, 1, nullptr);
            worksheet_write_formula_str(page, 1, 6, "=A1", nullptr, "计算");
        });
        const auto cells = read(file)[0].cells;
        QCOMPARE(cells[0], (Cell { CellKind::Text, "\n\t正文\n", {} }));
        QCOMPARE(cells[1], (Cell { CellKind::Number, "101000295613", {} }));
        QCOMPARE(cells[2].text, "2014-07-18 08:31:37");
        QCOMPARE(cells[2].dateTime, dateOfSerial("41838.355289351851", DateSystem::From1900));
        QCOMPARE(cells[3].text, "2014-07-18");
        QCOMPARE(cells[3].kind, CellKind::DateTime);
        QCOMPARE(cells[4], (Cell { CellKind::TimeOfDay, "12:00:00", {} }));
        QCOMPARE(cells[5], (Cell { CellKind::Boolean, "TRUE", {} }));
        QCOMPARE(cells[6], (Cell { CellKind::Text, "计算", {} }));
    }

    void errorsAndIsoDatesAreCellsOfTheirOwn()
    {
        const auto cells = read(sheet(row(1, inlineCell("a") + inlineCell("b"))
            + row(2, "<c t=\"e\"><f>NA()</f><v>#N/A</v></c><c t=\"d\"><v>2014-07-18T08:31:37.250</v></c>")))[0]
                               .cells;
        QCOMPARE(cells[0], (Cell { CellKind::Error, "#N/A", {} }));
        QCOMPARE(cells[1].kind, CellKind::DateTime);
        QCOMPARE(cells[1].text, "2014-07-18 08:31:37.250");
    }

    void the1904SystemMovesDates()
    {
        auto parts = workbookParts(
            "<sheetData>" + row(1, inlineCell("d")) + row(2, "<c s=\"1\"><v>40376.5</v></c>") + "</sheetData>");
        parts["xl/workbook.xml"].insert(parts["xl/workbook.xml"].find("<x:sheets>"), "<x:workbookPr date1904=\"1\"/>");
        parts["xl/st.xml"] =
            "<styleSheet><cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
            "<xf numFmtId=\"22\"/></cellXfs></styleSheet>";
        auto &relations = parts["xl/_rels/workbook.xml.rels"];
        relations.insert(relations.find("</Rel"), "<Relationship Id=\"r9\" Type=\"x/styles\" Target=\"st.xml\"/>");
        const auto file = m_files.zip("1904.xlsx", parts);
        QCOMPARE(read(file)[0].cells[0].text, "2014-07-18 12:00:00");
        QCOMPARE((*openSheet(file))->facts().dateSystem, DateSystem::From1904);
    }

    void sharedTextsAreJoinedFromRunsWithoutPhonetics()
    {
        const auto file = sheet(row(1, "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"), {},
            "<si><r><t>路</t></r><r><t xml:space=\"preserve\"> 灯</t></r><rPh><t>lù</t></rPh></si>"
            "<si><t>a_x000D_b_x005F_x000D__xD83D__xDE00__xD83D_</t></si>");
        QCOMPARE(tableOf(file), (Table { { "路 灯", "a\rb_x000D_\U0001F600_xD83D_" } }));
    }

    void mergedCellsHaveTheirFirstTextAndMakeNoRowsOfTheirOwn()
    {
        const auto file = workbook([](lxw_workbook *book) {
            auto *page = workbook_add_worksheet(book, nullptr);
            worksheet_write_string(page, 0, 0, "一级", nullptr);
            worksheet_write_string(page, 0, 1, "二级", nullptr);
            worksheet_write_string(page, 0, 2, "三级", nullptr);
            worksheet_merge_range(page, 1, 0, 3, 0, "城乡建设", nullptr);
            worksheet_merge_range(page, 1, 1, 2, 2, "安全", nullptr);
            worksheet_write_string(page, 3, 1, "市政", nullptr);
            worksheet_write_string(page, 4, 1, "其他", nullptr);
        });
        QCOMPARE(tableOf(file),
            (Table { { "一级", "二级", "三级" }, { "城乡建设", "安全", "安全" }, { "城乡建设", "市政", "" },
                { "", "其他", "" } }));
    }

    void mergedCellsStayEmptyOnRequest()
    {
        SheetOptions options;
        options.fillMergedCells = false;
        const auto file = sheet(row(1, inlineCell("a") + inlineCell("b")) + row(2, inlineCell("x") + inlineCell("1"))
                + row(3, "<c r=\"B3\"><v>2</v></c>"),
            "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>");
        QCOMPARE(read(file, options)[1].cells[0].text, "");
        QCOMPARE(read(file)[1].cells[0].text, "x");
    }

    void rowsKeepTheirNumbersAndEmptyOnesAreCounted()
    {
        const auto opened =
            openSheet(sheet(row(3, inlineCell("a")) + row(4, "<c r=\"A4\"/>") + row(9, inlineCell("x"))));
        QCOMPARE((*opened)->header().number, std::uint64_t { 3 });
        QCOMPARE(rowsOf(**opened)[0].number, std::uint64_t { 9 });
        QCOMPARE((*opened)->progress().emptyRows, std::uint64_t { 1 });
        QCOMPARE((*opened)->progress().bytesRead, (*opened)->progress().bytesInAll);
    }

    void cellsBeyondTheHeaderAreNamed()
    {
        const auto rows = read(sheet(row(1, inlineCell("a")) + row(2, "<c r=\"C2\"><v>1</v></c>")));
        QCOMPARE(rows[0].problems, (std::vector { Problem { Problem::Kind::TooManyCells, 2, 2 } }));
    }

    void theFirstVisibleSheetIsReadOrTheNamedOne()
    {
        const auto file = workbook([](lxw_workbook *book) {
            auto *hidden = workbook_add_worksheet(book, "藏");
            auto *first = workbook_add_worksheet(book, "一");
            worksheet_write_string(hidden, 0, 0, "h", nullptr);
            worksheet_write_string(first, 0, 0, "f", nullptr);
            worksheet_activate(first);
            worksheet_hide(hidden);
        });
        SheetOptions options;
        QCOMPARE(tableOf(file), (Table { { "f" } }));
        QCOMPARE((*openSheet(file))->facts().sheetNames, (std::vector<std::string> { "藏", "一" }));
        options.sheetName = "藏";
        QCOMPARE(tableOf(file, options), (Table { { "h" } }));
        options.sheetName = "二";
        QCOMPARE(failureOf(file, options)->kind, FailureKind::NotFound);
    }

    void whatIsNoWorkbookSaysSo()
    {
        QCOMPARE(failureOf(m_files.zip("a.xlsx", { { "readme.txt", "hello" } }))->kind, FailureKind::Invalid);
        QCOMPARE(failureOf(m_files.zip("a.ods", { { "content.xml", "<x/>" } }))->kind, FailureKind::Invalid);
        auto document = workbookParts("");
        document["xl/workbook.xml"] = "<document/>";
        QCOMPARE(failureOf(m_files.zip("a.docx", document))->kind, FailureKind::Invalid);
        QCOMPARE(failureOf(m_files.write("a.xlsx", "PK\x03\x04 and no more"))->kind, FailureKind::Damaged);
    }

    void oldAndEncryptedWorkbooksSaySo()
    {
        std::string compound(2048, '\0');
        compound.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        compound[30] = 9;
        QCOMPARE(failureOf(m_files.write("old.xls", compound))->kind, FailureKind::Invalid);
        const QString name = QStringLiteral("EncryptedPackage");
        compound.replace(640, 32, reinterpret_cast<const char *>(name.utf16()), 32);
        QCOMPARE(failureOf(m_files.write("locked.xlsx", compound))->kind, FailureKind::Refused);
    }

    void contradictionsAreDamage()
    {
        QCOMPARE(failureOf(sheet(row(2, inlineCell("a")) + row(2, inlineCell("b"))))->kind, FailureKind::Damaged);
        QCOMPARE(failureOf(sheet(row(1, "<c r=\"A7\"><v>1</v></c>")))->kind, FailureKind::Damaged);
        QCOMPARE(failureOf(sheet(row(1, "<c t=\"s\"><v>7</v></c>")))->kind, FailureKind::Damaged);
        QCOMPARE(failureOf(sheet("<row r=\"1\"><c>"))->kind, FailureKind::Damaged);
        auto parts = workbookParts("");
        parts.erase("xl/worksheets/s.xml");
        QCOMPARE(failureOf(m_files.zip("a.xlsx", parts))->kind, FailureKind::Damaged);
    }

    void aDocumentTypeIsRefused()
    {
        auto parts = workbookParts("");
        parts["xl/worksheets/s.xml"] =
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>";
        QCOMPARE(failureOf(m_files.zip("dtd.xlsx", parts))->kind, FailureKind::Refused);
    }

    void bombsAreRefusedBeforeTheyFillTheMemory()
    {
        const auto long1 = sheet(row(1, inlineCell(std::string(std::size_t { 80 } << 20, 'A'))));
        QCOMPARE(failureOf(long1)->kind, FailureKind::Full);
        SheetOptions options;
        options.limits.unpackedBytes = 1'000'000;
        QCOMPARE(failureOf(long1, options)->kind, FailureKind::Full);
        std::string many;
        for (int i = 0; i < 20'000; ++i) {
            many += "<c t=\"s\"><v>0</v></c>";
        }
        const auto shared = "<si><t>" + std::string(32'767, 'x') + "</t></si>";
        QCOMPARE(failureOf(sheet(row(1, many), {}, shared))->kind, FailureKind::Full);
        std::string longName(std::size_t { 8 } << 20, 'a');
        longName.front() = '<';
        longName.append("/>");
        QCOMPARE(failureOf(sheet(longName))->kind, FailureKind::Damaged);
    }

    void farCellsAreBounded()
    {
        SheetOptions options;
        options.limits.cells = 100'000;
        std::string rows;
        for (int i = 1; i < 20; ++i) {
            rows += row(i, "<c r=\"XFD" + std::to_string(i) + "\"><v>1</v></c>");
        }
        QCOMPARE(failureOf(sheet(rows), {}), std::nullopt);
        QCOMPARE(failureOf(sheet(rows), options)->kind, FailureKind::Full);
    }

    void aMergedLongTextIsBounded()
    {
        SheetOptions options;
        options.limits.recordBytes = 100'000;
        const auto file = sheet(row(1, "<c r=\"XFD1\"><v>1</v></c>") + row(2, inlineCell(std::string(50'000, 'x'))),
            "<mergeCells><mergeCell ref=\"A2:XFD2\"/></mergeCells>");
        QCOMPARE(failureOf(file, options)->kind, FailureKind::Full);
    }
};

QTEST_GUILESS_MAIN(XlsxTest)
#include "tst_xlsx.moc"
