#include "Days.h"

#include <support/Sentences.h>
#include <support/TicketStory.h>

using namespace huying;
using namespace std::chrono_literals;

class RowsTest : public Sentences
{
    Q_OBJECT
private:
    const RuleBook rules { published(), {} };

private slots:
    void theRowHasWhatTheQueueShows()
    {
        TicketStory story(rules);
        story.untilAssigned().tell(ExtensionAsked { moreDays(1), "材料未到" });
        const TicketRow row = rowOf(story.ticket(), rules);
        QCOMPARE(row.id, story.ticket().id);
        QCOMPARE(row.version, Version { 4 });
        QCOMPARE(row.number, story.ticket().number);
        QCOMPARE(row.step, Step::Assigned);
        QCOMPARE(row.lead, UnitCode { "U01" });
        QCOMPARE(row.region, story.ticket().place.region);
        QCOMPARE(row.point, story.ticket().place.point);
        QVERIFY(row.isExtensionAsked);
        QCOMPARE(row.due, story.ticket().deadline->due);
        QVERIFY(*row.soonAt > row.reportedAt && *row.soonAt < *row.due);
    }

    void theRowOfAClosedTicketKeepsItsDeadlineAndHasNoYellowLamp()
    {
        TicketStory story(rules);
        story.untilClosed();
        const TicketRow row = rowOf(story.ticket(), rules);
        QVERIFY(row.due.has_value() && row.milestoneMetAt.has_value());
        QVERIFY(!row.soonAt);
        QCOMPARE(lampOf(row, at("2024-01-01 00:00")), Lamp::InTime);
    }

    void theRowOfATicketOnAccountHasNoDeadline()
    {
        TicketStory story(rules);
        story.untilHandling().tell(account(on("2023-08-15")));
        const TicketRow row = rowOf(story.ticket(), rules);
        QVERIFY(row.isOnAccount && !row.due && !row.soonAt);
        QCOMPARE(lampOf(row, at("2024-01-01 00:00")), Lamp::Paused);
    }

    void aUnitIsOfferedItsOwnStepsAndADispatcherTheHalls()
    {
        TicketStory story(rules);
        story.untilAssigned();
        const std::vector<std::string_view> ofUnit { "handling-begun", "first-answered", "answered", "returned",
            "disputed", "extension-asked", "conferred", "noted", "photos-added" };
        QCOMPARE(possibleNext(story.ticket(), Role::Unit), ofUnit);
        const auto ofHall = possibleNext(story.ticket(), Role::Dispatcher);
        QVERIFY(std::ranges::contains(ofHall, "assigned") && std::ranges::contains(ofHall, "voided"));
        QVERIFY(!std::ranges::contains(ofHall, "accepted") && !std::ranges::contains(ofHall, "resumed"));
    }

    void aCitizenIsOfferedTheRatingOfAClosedTicketAndAWallNothing()
    {
        TicketStory story(rules);
        QVERIFY(possibleNext(story.ticket(), Role::Citizen).empty());
        story.untilClosed();
        QCOMPARE(possibleNext(story.ticket(), Role::Citizen), std::vector<std::string_view> { "rated" });
        QVERIFY(possibleNext(story.ticket(), Role::Wall).empty());
    }

    void aTicketThatWasNeverReportedOffersNothing() { QVERIFY(possibleNext(Ticket(), Role::Dispatcher).empty()); }
};

QTEST_GUILESS_MAIN(RowsTest)
#include "tst_rows.moc"
