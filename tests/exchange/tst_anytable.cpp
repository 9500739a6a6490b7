#include "MemoryLedger.h"

#include <Files.h>
#include <support/LegalTicket.h>
#include <support/Sentences.h>

#include <rapidcheck.h>

using namespace huying;

namespace
{

Mapping mapping()
{
    return *mappingFromText(R"({"system": "s", "zone": "America/New_York", "dates": ["yyyy-MM-dd HH:mm"],
        "columns": {"id": "id", "opened": "opened", "deadline": "due", "closed": "closed", "status": "status",
            "title": "title", "category": "kind", "unit": "unit"},
        "values": {"status": {"open": "open", "new": "reported", "done": "closed", "void": "void", "work": "handling"}}})");
}

template <std::size_t count>
std::string oneOf(const std::array<const char *, count> &texts)
{
    return *rc::gen::elementOf(texts);
}

/// A row of few ids, so that they meet again, with everything in it that can go wrong.
std::string row()
{
    constexpr std::array ids { "1", "2", "3", "4", "5", "" };
    constexpr std::array opened { "2024-01-02 09:00", "2024-01-02 09:00", "2024-01-02 09:00", "2024-03-10 02:30",
        "soon" };
    constexpr std::array dues { "", "2024-01-20 00:00", "2024-02-20 00:00", "2059-12-31 00:00", "2020-01-01 00:00" };
    constexpr std::array closings { "", "2024-01-10 10:00", "2024-11-03 01:30", "2024-06-01 12:00",
        "2020-01-01 00:00" };
    constexpr std::array states { "open", "open", "done", "done", "new", "work", "void", "lost", "" };
    constexpr std::array titles { "a", "b", "" };
    constexpr std::array kinds { "k", "l", "" };
    constexpr std::array units { "u", "v", "" };
    return oneOf(ids) + ',' + oneOf(opened) + ',' + oneOf(dues) + ',' + oneOf(closings) + ',' + oneOf(states) + ','
        + oneOf(titles) + ',' + oneOf(kinds) + ',' + oneOf(units) + '\n';
}

std::string table()
{
    std::string rows = "id,opened,due,closed,status,title,kind,unit\n";
    const int count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
        rows += row();
    }
    return rows;
}

bool addsUp(const ImportCounts &counts)
{
    return counts.rows == counts.added + counts.updated + counts.unchanged + counts.rejected;
}

std::uint64_t rejectedRows(const Files &files)
{
    const auto file = files.path("in.csv.rejected.csv");
    return std::filesystem::exists(file) ? tableOf(file).size() - 1 : 0;
}

} // namespace

class AnyTableTest : public Sentences
{
    Q_OBJECT

private slots:
    void everyRowIsAccountedForAndASecondImportChangesNothing()
    {
        const bool holds = rc::check([] {
            const Files files;
            MemoryLedger ledger;
            const int tables = *rc::gen::inRange(1, 5);
            for (int i = 0; i < tables; ++i) {
                const auto file = files.write("in.csv", table());
                const auto first = imported(file, mapping(), ledger);
                RC_ASSERT(addsUp(first.counts));
                RC_ASSERT(rejectedRows(files) == first.counts.rejected);
                const Position head = ledger.head();
                const auto second = imported(file, mapping(), ledger);
                RC_ASSERT(addsUp(second.counts));
                RC_ASSERT(ledger.head() == head);
                RC_ASSERT(second.counts.rejected == first.counts.rejected);
                for (const auto &[origin, ticket] : ledger.tickets()) {
                    RC_ASSERT(illegal(ticket) == "");
                }
            }
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(AnyTableTest)
#include "tst_anytable.moc"
