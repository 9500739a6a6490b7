#include "Files.h"

#include <QElapsedTimer>
#include <random>

#include <support/Sentences.h>
#include <xlsxwriter.h>

using namespace huying;

namespace
{

/// A damaged copy: some bytes changed, pieces cut out, doubled or exchanged, or the end missing.
std::string mutated(std::string bytes, std::mt19937 &random)
{
    const auto below = [&random](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
    const auto changes = 1 + below(8);
    for (std::size_t i = 0; i < changes && !bytes.empty(); ++i) {
        const auto at = below(bytes.size());
        const auto length = below(std::min<std::size_t>(64, bytes.size() - at));
        switch (below(6)) {
        case 0:
            bytes[at] = static_cast<char>(random());
            break;
        case 1:
            bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8)));
            break;
        case 2:
            bytes.erase(at, length);
            break;
        case 3:
            bytes.insert(at, bytes.substr(below(bytes.size()), length));
            break;
        case 4:
            bytes.insert(at, 1, std::string_view("\",;\n\r\t\xFF<&")[below(9)]);
            break;
        default:
            bytes.resize(below(4) == 0 ? at : bytes.size());
        }
    }
    return bytes;
}

} // namespace

class DamageTest : public Sentences
{
    Q_OBJECT

    Files m_files;

    std::string workbook() const
    {
        const auto file = m_files.path("whole.xlsx");
        lxw_workbook *book = workbook_new(file.c_str());
        auto *page = workbook_add_worksheet(book, nullptr);
        auto *dates = workbook_add_format(book);
        format_set_num_format(dates, "yyyy/m/d h:mm");
        for (lxw_row_t row = 0; row < 40; ++row) {
            worksheet_write_string(page, row, 0, ("文字 " + std::to_string(row)).c_str(), nullptr);
            worksheet_write_number(page, row, 1, 41'838.25 + row, dates);
        }
        worksheet_merge_range(page, 3, 3, 6, 4, "合并", nullptr);
        workbook_close(book);
        return bytesOf(file);
    }

    /// Reads `bytes` to the end of rows or to a failure; the limits are low so that time shows.
    bool endsSoon(const std::string &bytes) const
    {
        SheetOptions options;
        options.limits = { .recordBytes = 1 << 20, .cellBytes = 1 << 16, .unpackedBytes = 1 << 24, .cells = 1'000'000 };
        QElapsedTimer timer;
        timer.start();
        const auto failed = failureOf(m_files.write("damaged", bytes), options);
        return (!failed || !failed->text.isEmpty()) && timer.elapsed() < 5000;
    }

private slots:
    void aDamagedTextEndsInRowsOrAFailure()
    {
        std::mt19937 random(20231);
        const std::string utf8 = "编号,时间,内容\n1,2014/7/18 8:31:37,\"路灯\n\"\"不亮\"\"\"\r\n2,,井盖\r3,x\n";
        const std::string gbk = "\xB1\xE0\xBA\xC5;\xC4\xDA\xC8\xDD\n1;\"\xBE\xAE\xB8\xC7\"\n2;\xC2\xB7\xB5\xC6\n";
        std::string utf16 = "\xFF\xFE";
        for (const char16_t unit : std::u16string_view(u"编号\t内容\n1\t\"路灯\"\n")) {
            utf16 += { static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8) };
        }
        for (const auto &whole : { utf8, gbk, utf16 }) {
            for (int i = 0; i < 1500; ++i) {
                const auto bytes = mutated(whole, random);
                QVERIFY2(endsSoon(bytes), QByteArray::fromStdString(bytes).toHex());
            }
        }
    }

    void aDamagedWorkbookEndsInRowsOrAFailure()
    {
        std::mt19937 random(20232);
        const auto whole = workbook();
        for (int i = 0; i < 1500; ++i) {
            QVERIFY2(endsSoon(mutated(whole, random)), qPrintable(QString::number(i)));
        }
    }

    void damagedPartsOfAWholeArchiveEndInRowsOrAFailure()
    {
        std::mt19937 random(20233);
        const auto whole = workbookParts(
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>b</t>"
            "</is></c></row><row r=\"2\"><c r=\"A2\"><v>1.5E+3</v></c><c t=\"b\"><v>1</v></c></row></sheetData>"
            "<mergeCells><mergeCell ref=\"A2:B3\"/></mergeCells>",
            "<si><r><t>a_x000D_</t></r></si>");
        for (int i = 0; i < 1500; ++i) {
            auto parts = whole;
            auto damaged = std::next(parts.begin(), static_cast<std::ptrdiff_t>(random() % parts.size()));
            damaged->second = mutated(damaged->second, random);
            QVERIFY2(endsSoon(bytesOf(m_files.zip("parts.xlsx", parts))), damaged->second.c_str());
        }
    }

    void aTruncatedWorkbookIsNeverRead()
    {
        const auto whole = workbook();
        for (std::size_t length = 4; length < whole.size(); length += 37) {
            const auto failed = failureOf(m_files.write("cut.xlsx", whole.substr(0, length)));
            QVERIFY2(failed && failed->kind == FailureKind::Damaged, qPrintable(QString::number(length)));
        }
    }
};

QTEST_GUILESS_MAIN(DamageTest)
#include "tst_damage.moc"
