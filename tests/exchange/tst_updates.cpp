#include "MemoryLedger.h"

#include <Files.h>
#include <support/Sentences.h>
#include <support/TicketStory.h>

using namespace huying;

namespace
{

Mapping mapping()
{
    return *mappingFromText(R"({"system": "s", "dates": ["yyyy-MM-dd"],
        "columns": {"id": "id", "title": "title", "opened": "opened", "deadline": "due", "closed": "closed",
            "category": "kind", "unit": "unit"}})");
}

class Desk
{
public:
    ImportReport take(std::string_view rows)
    {
        const auto file = _files.write("in.csv", "id,title,opened,due,closed,kind,unit\n" + std::string(rows));
        const auto report = imported(file, mapping(), ledger);
        // whatever came, the same once more changes nothing
        const Position head = ledger.head();
        const auto again = imported(file, mapping(), ledger);
        if (ledger.head() != head || again.counts.unchanged + again.counts.rejected != again.counts.rows) {
            throw std::runtime_error("the second import changed something");
        }
        return report;
    }
    const Ticket &ticket() const { return ledger.ticket("1"); }
    std::vector<std::string> notes() const
    {
        std::vector<std::string> notes;
        for (const TicketEvent &event : ticket().trail) {
            if (const auto *const note = std::get_if<Noted>(&event.content)) {
                notes.push_back(note->text);
            }
        }
        return notes;
    }

    MemoryLedger ledger;

private:
    Files _files;
};

} // namespace

class UpdatesTest : public Sentences
{
    Q_OBJECT

private slots:
    void theSameFileChangesNothing()
    {
        Desk desk;
        QCOMPARE(desk.take("1,a,2023-07-05,2023-07-20,,k,u\n2,b,2023-07-05,,2023-07-06,k,\n").counts.added, 2U);
    }

    void aClosingClosesAtItsTime()
    {
        Desk desk;
        desk.take("1,a,2023-07-05,2023-07-20,,k,u\n");
        QCOMPARE(desk.take("1,a,2023-07-05,2023-07-20,2023-07-19,k,u\n").counts.updated, 1U);
        QCOMPARE(desk.ticket().closedAt, moment("2023-07-19"));
        QCOMPARE(desk.ticket().milestoneMetAt, moment("2023-07-19"));
    }

    void aReopenedOneIsOpenAgain()
    {
        Desk desk;
        desk.take("1,a,2023-07-05,,2023-07-19,k,u\n");
        desk.take("1,a,2023-07-05,,,k,u\n");
        QVERIFY(desk.ticket().isOpen());
        desk.take("1,a,2023-07-05,,2023-07-25,k,u\n");
        QCOMPARE(desk.ticket().closedAt, moment("2023-07-25"));
        QCOMPARE(desk.ticket().reworks, 1);
    }

    void aLaterClosingWasReopenedBetween()
    {
        Desk desk;
        desk.take("1,a,2023-07-05,,2023-07-19,k,u\n");
        desk.take("1,a,2023-07-05,,2023-07-25,k,u\n");
        QCOMPARE(desk.ticket().closedAt, moment("2023-07-25"));
        QCOMPARE(desk.ticket().reworks, 1);
    }

    void anEarlierClosingIsNotedOnce()
    {
        Desk desk;
        desk.take("1,a,2023-07-05,,2023-07-19,k,u\n");
        desk.take("1,a,2023-07-05,,2023-07-18,k,u\n");
        QCOMPARE(desk.ticket().closedAt, moment("2023-07-19"));
        QCOMPARE(desk.notes(), std::vector<std::string> { "closed: 2023-07-18T00:00:00+08:00" });
        desk.take("1,a,2023-07-05,,2023-07-19,k,u\n"); // and back
        QCOMPARE(desk.notes().size(), std::size_t { 2 });
    }

    void aLaterDeadlineExtends()
    {
        Desk desk;
        desk.take("1,a,2023-07-05,2023-07-20,,k,u\n");
        desk.take("1,a,2023-07-05,2023-08-01,,k,u\n");
        QCOMPARE(desk.ticket().deadline->due, moment("2023-08-01"));
        QCOMPARE(desk.ticket().deadline->cause, DeadlineCause::Extended);
    }

    void aLaterDeadlineAndAClosingComeTogether()
    {
        Desk desk;
        desk.take("1,a,2023-07-05,2023-07-20,,k,u\n");
        desk.take("1,a,2023-07-05,2023-08-01,2023-07-25,k,u\n");
        QCOMPARE(desk.ticket().deadline->due, moment("2023-08-01"));
        QCOMPARE(desk.ticket().closedAt, moment("2023-07-25"));
        QCOMPARE(lampOf(rowOf(desk.ticket(), desk.ledger.rules()), moment("2025-01-01")), Lamp::InTime);
    }

    void anEarlierDeadlineIsNoted()
    {
        Desk desk;
        desk.take("1,a,2023-07-05,2023-07-20,,k,u\n");
        desk.take("1,a,2023-07-05,2023-07-10,,k,u\n");
        desk.take("1,a,2023-07-05,,,k,u\n");
        QCOMPARE(desk.notes(), (std::vector<std::string> { "due: 2023-07-10T00:00:00+08:00", "due: -" }));
    }

    void anotherUnitIsAssigned()
    {
        Desk desk;
        desk.take("1,a,2023-07-05,,,k,u\n");
        desk.take("1,a,2023-07-05,,,k,v\n");
        QCOMPARE(desk.ticket().lead.text, "v");
    }

    void anotherTitleOrCategoryIsNoted()
    {
        Desk desk;
        desk.take("1,a,2023-07-05,,,k,u\n");
        desk.take("1,b,2023-07-05,,,l,u\n");
        QCOMPARE(desk.notes(), (std::vector<std::string> { "title: b", "kind: l" }));
        QCOMPARE(desk.ticket().title, "a");
    }

    void whatTheHallClosedStaysClosed()
    {
        Desk desk;
        desk.take("1,a,2023-07-05,,,k,u\n");
        desk.ledger.happen("1", Answered { "修好了" }, moment("2023-07-08"), dispatcher());
        QCOMPARE(desk.take("1,a,2023-07-05,,,k,u\n").counts.unchanged, 1U);
        QCOMPARE(desk.ticket().step, Step::Closed);
        QCOMPARE(desk.take("1,a,2023-07-05,,2023-07-09,k,u\n").counts.updated, 1U);
        QCOMPARE(desk.ticket().closedAt, moment("2023-07-08"));
        QCOMPARE(desk.notes().size(), std::size_t { 1 });
    }

    void whatTheRulesRefuseIsRejectedWhole()
    {
        Desk desk;
        desk.take("1,a,2023-07-05,,,k,u\n");
        desk.ledger.happen("1", account(dayOf(moment("2023-09-01"))), moment("2023-07-08"), dispatcher());
        const Version before = desk.ticket().version;
        const auto report = desk.take("1,b,2023-07-05,,2023-07-19,k,u\n");
        QCOMPARE(report.counts.rejected, 1U);
        QCOMPARE(desk.ticket().version, before);
    }

    void anIdOpenedAtAnotherTimeIsRejected()
    {
        Desk desk;
        desk.take("1,a,2023-07-05,,,k,u\n");
        QCOMPARE(desk.take("1,a,2023-07-06,,,k,u\n").counts.rejected, 1U);
    }

    void ofTwoRowsWithOneIdTheSecondIsRejectedUnlessItSaysTheSame()
    {
        Desk desk;
        const auto report = desk.take("1,a,2023-07-05,,,k,u\n1,a,2023-07-05,,,k,u\n1,a,2023-07-05,,2023-07-09,k,u\n");
        QCOMPARE(report.counts.added, 1U);
        QCOMPARE(report.counts.unchanged, 1U);
        QCOMPARE(report.counts.rejected, 1U);
        QVERIFY(desk.ticket().isOpen());
    }
};

QTEST_GUILESS_MAIN(UpdatesTest)
#include "tst_updates.moc"
