#include "Files.h"

#include <set>

#include <support/Sentences.h>
#include <support/SharedData.h>

using namespace huying;

class RealSheetsTest : public Sentences
{
    Q_OBJECT

private slots:
    void theMessagesAreReadWhole()
    {
        const QString path = sharedData(QStringLiteral("tickets/messages_labelled_495.xlsx"));
        REQUIRE_SHARED_DATA(path);
        const auto sheet = openSheet(path.toStdString());
        const auto rows = rowsOf(**sheet);
        QCOMPARE((*sheet)->header().cells[3].text, "留言时间");
        QCOMPARE(rows.size(), std::size_t { 495 });
        QCOMPARE((*sheet)->progress().emptyRows, std::uint64_t { 65'203 - 496 });
        std::multiset<std::string> ids;
        for (const auto &row : rows) {
            QCOMPARE(row.cells.size(), std::size_t { 6 });
            QVERIFY(row.problems.empty());
            QCOMPARE(row.cells[0].kind, CellKind::Number);
            ids.insert(row.cells[0].text);
        }
        QCOMPARE(ids.count("37042"), std::size_t { 2 });
        QCOMPARE(rows[0].cells[0].text, "24");
        QVERIFY(
            std::ranges::any_of(rows, [](const Row &row) { return row.cells[4].text.starts_with("\n\t\t\t\t\t"); }));
        QVERIFY(std::ranges::any_of(rows, [](const Row &row) { return row.cells[3].text == "2014/7/18 8:31:37"; }));
    }

    void theCategoryTreeIsReadWhole()
    {
        const QString path = sharedData(QStringLiteral("tickets/category_tree_517.xlsx"));
        REQUIRE_SHARED_DATA(path);
        const auto table = tableOf(path.toStdString());
        QCOMPARE(table.size(), std::size_t { 518 });
        QCOMPARE(table[0], (std::vector<std::string> { "一级分类", "二级分类", "三级分类" }));
        QCOMPARE(table[1], (std::vector<std::string> { "城乡建设", "安全生产", "事故处理" }));
        for (const auto &row : table) {
            QVERIFY(std::ranges::none_of(row, &std::string::empty));
        }
    }

    void bostonIsReadWhole()
    {
        const QString path = sharedData(QStringLiteral("tickets/boston_311_2011_q3.csv"));
        REQUIRE_SHARED_DATA(path);
        const auto sheet = openSheet(path.toStdString());
        const auto rows = rowsOf(**sheet);
        QCOMPARE(rows.size(), std::size_t { 31'828 });
        QCOMPARE((*sheet)->header().cells.size(), std::size_t { 29 });
        for (const auto &row : rows) {
            QVERIFY2(row.problems.empty(), qPrintable(QString::number(row.number)));
        }
        QCOMPARE(rows[0].cells[0].text, "101000295613");
    }

    void everyCutOfTheMessagesIsDamage()
    {
        const QString path = sharedData(QStringLiteral("tickets/messages_labelled_495.xlsx"));
        REQUIRE_SHARED_DATA(path);
        const Files files;
        const auto whole = bytesOf(path.toStdString());
        for (const std::size_t length : { std::size_t { 100 }, std::size_t { 800'000 }, whole.size() - 1 }) {
            QCOMPARE(failureOf(files.write("cut.xlsx", whole.substr(0, length)))->kind, FailureKind::Damaged);
        }
    }
};

QTEST_GUILESS_MAIN(RealSheetsTest)
#include "tst_real.moc"
