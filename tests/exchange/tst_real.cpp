#include "MemoryLedger.h"

#include <exchange/Guess.h>

#include <Files.h>
#include <support/Sentences.h>
#include <support/SharedData.h>

#include <ctime>

using namespace huying;

namespace
{

/// A copy beside which the import may write.
std::filesystem::path copied(const QString &path, const Files &files)
{
    const std::filesystem::path source = path.toStdString();
    const auto target = files.path(source.filename().string());
    std::filesystem::copy_file(source, target);
    return target;
}

std::uint64_t rowsOf(const Comparison &comparison, const std::string &word, OnTime verdict)
{
    const auto found = comparison.cells.find({ word, verdict });
    return found == comparison.cells.end() ? 0 : found->second.rows;
}

} // namespace

class RealImportTest : public Sentences
{
    Q_OBJECT

private slots:
    void bostonGoesInAsGuessed()
    {
        const QString path = sharedData(QStringLiteral("tickets/boston_311_2011_q3.csv"));
        REQUIRE_SHARED_DATA(path);
        const Files files;
        const auto file = copied(path, files);
        const auto mapping = guessedMapping(file);
        QVERIFY2(mapping, mapping ? "" : qPrintable(mapping.error().text));
        QCOMPARE(mapping->zone, "America/New_York");
        QCOMPARE(mapping->system, "boston_311");
        MemoryLedger ledger;
        const auto report = imported(file, *mapping, ledger);
        QCOMPARE(report.counts.rows, 31'828U);
        QCOMPARE(report.counts.added, 31'828U);
        const auto isOpen = [](const auto &one) { return one.second.isOpen(); };
        QCOMPARE(std::ranges::count_if(ledger.tickets(), isOpen), 1'747);
        const Ticket &first = ledger.ticket("101000295613");
        QCOMPARE(first.reportedAt, *instantFromIso("2011-07-01T05:32:33Z"));
        QCOMPARE(first.deadline->due, *instantFromIso("2011-07-15T05:32:32Z"));
        QCOMPARE(first.closedAt, *instantFromIso("2011-07-01T09:06:58Z"));
        QCOMPARE(ledger.directory().nameOf(first.category), "Street Light Outages");

        const auto again = imported(file, *mapping, ledger);
        QCOMPARE(again.counts.unchanged, 31'828U);
        QCOMPARE(again.counts.facts, 0U);
    }

    /// The source calls ONTIME what has no target to be late for (5,013), and leaves open what it says of 82 that were
    /// closed after their target and of one that is open past it.
    void bostonsOwnWordIsComparedRowByRow()
    {
        const QString path = sharedData(QStringLiteral("tickets/boston_311_2011_q3.csv"));
        REQUIRE_SHARED_DATA(path);
        const Files files;
        const auto file = copied(path, files);
        const auto mapping = *guessedMapping(file);
        MemoryLedger ledger;
        ImportSurroundings surroundings = surroundingsOf(ledger);
        surroundings.isCompared = true;
        const auto report = importTable(file, mapping, ledger, surroundings);
        QVERIFY(report);
        const Comparison &comparison = *report->comparison;
        QCOMPARE(comparison.compared, 31'828U);
        QCOMPARE(rowsOf(comparison, "ONTIME", OnTime::InTime), 20'356U);
        QCOMPARE(rowsOf(comparison, "ONTIME", OnTime::NoDeadline), 5'013U);
        QCOMPARE(rowsOf(comparison, "OVERDUE", OnTime::Overdue), 6'376U);
        QCOMPARE(rowsOf(comparison, "", OnTime::Overdue), 83U);
        QCOMPARE(comparison.cells.size(), std::size_t { 4 });
        const auto differences = tableOf(files.path("boston_311_2011_q3.csv.differences.csv"));
        QCOMPARE(differences.size(), comparison.different + 1);
        QCOMPARE(comparison.different, 5'013U + 83U);
        const auto isLateBlank = [](const auto &row) {
            return row[5].empty() && row[6] == "overdue" && !row[4].empty();
        };
        QCOMPARE(std::ranges::count_if(differences, isLateBlank), 82);
    }

    void theMessagesGoInAsGuessed()
    {
        const QString path = sharedData(QStringLiteral("tickets/messages_labelled_495.xlsx"));
        REQUIRE_SHARED_DATA(path);
        const Files files;
        const auto file = copied(path, files);
        const auto mapping = guessedMapping(file);
        QVERIFY2(mapping, mapping ? "" : qPrintable(mapping.error().text));
        MemoryLedger ledger;
        const auto report = imported(file, *mapping, ledger);
        QCOMPARE(report.counts.rows, 495U);
        QCOMPARE(report.counts.added, 494U);
        QCOMPARE(report.counts.rejected, 1U); // 37042 comes twice, with two categories
        QCOMPARE(report.counts.facts, 8U); // seven categories below the source's own
        const Ticket &ticket = ledger.ticket("37042");
        QCOMPARE(ticket.title, "望B市职工医疗保险费能在网上查询");
        QCOMPARE(ticket.reportedAt, moment("2012-01-19 17:49:30"));
        QVERIFY(ticket.detail.starts_with("干部职工"));
        const auto again = imported(file, *mapping, ledger);
        QCOMPARE(again.counts.unchanged, 494U);
        QCOMPARE(again.counts.rejected, 1U);
    }
};

QTEST_GUILESS_MAIN(RealImportTest)
#include "tst_real.moc"
