#include "Days.h"

#include <support/Sentences.h>
#include <support/TicketStory.h>

#include <set>

using namespace huying;
using namespace std::chrono_literals;

namespace
{

/// `2023-07-12 Reported`, for the flow; units other than the present lead behind it.
std::multiset<std::string> flowOf(const Ticket &ticket, Measure measure)
{
    std::multiset<std::string> lines;
    const TicketRow row = rowOf(ticket, {});
    unpack(row.counted, row.reportedAt, row.lead.text,
        [&](Counting counting, Day day, std::string_view unit, Measure what) {
            if (counting == Counting::Flow && what == measure) {
                lines.insert(isoDay(day) + " " + std::string(unit));
            }
        });
    return lines;
}

bool isInCohort(const Ticket &ticket, Measure measure)
{
    bool isIn = false;
    const TicketRow row = rowOf(ticket, {});
    unpack(row.counted, row.reportedAt, row.lead.text, [&](Counting counting, Day day, std::string_view, Measure what) {
        isIn = isIn || (counting == Counting::Cohort && what == measure && day == dayOf(ticket.reportedAt));
    });
    return isIn;
}

using Lines = std::multiset<std::string>;

} // namespace

class CountingTest : public Sentences
{
    Q_OBJECT

    const RuleBook _rules { published(), {} };

private slots:
    void eachStepCountsOnItsDay()
    {
        TicketStory story(_rules);
        story.tell(acceptance()).tell(assignment("U01"));
        story.at(*instantFromIso("2023-07-14 10:00")).tell(HandlingBegun {}).tell(Answered { "已修好" });
        story.at(*instantFromIso("2023-07-15 10:00")).tell(Rated { Rating::Satisfied, {} });
        const Ticket &ticket = story.ticket();
        QCOMPARE(flowOf(ticket, Measure::Reported), Lines { "2023-07-12 U01" });
        QCOMPARE(flowOf(ticket, Measure::Accepted), Lines { "2023-07-12 U01" });
        QCOMPARE(flowOf(ticket, Measure::Assigned), Lines { "2023-07-12 U01" });
        QCOMPARE(flowOf(ticket, Measure::Replied), Lines { "2023-07-14 U01" });
        QCOMPARE(flowOf(ticket, Measure::Closed), Lines { "2023-07-14 U01" });
        QCOMPARE(flowOf(ticket, Measure::Satisfied), Lines { "2023-07-15 U01" });
        QCOMPARE(flowOf(ticket, Measure::FallingDue), Lines { "2023-07-21 U01" });
        QCOMPARE(flowOf(ticket, Measure::MetInTime), Lines { "2023-07-21 U01" });
        QVERIFY(isInCohort(ticket, Measure::AtClosed) && isInCohort(ticket, Measure::MetInTime));
        QVERIFY(!isInCohort(ticket, Measure::Reopened) && !isInCohort(ticket, Measure::AtReported));
    }

    void theDayIsTheCountysNotThatOfGreenwich()
    {
        TicketStory story(_rules, DeadlineClass::Other, *instantFromIso("2023-07-12 00:30"));
        QCOMPARE(flowOf(story.ticket(), Measure::Reported), Lines { "2023-07-12 " });
    }

    void aVoidTicketIsInNoFigure()
    {
        TicketStory story(_rules);
        story.tell(acceptance()).tell(Voided { VoidReason::Test, "试" });
        QVERIFY(rowOf(story.ticket(), _rules).counted.empty());
        story.after(1min).undo();
        QCOMPARE(flowOf(story.ticket(), Measure::Accepted), Lines { "2023-07-12 " });
    }

    void whatWasUndoneDoesNotCountNorDoesTheUndoing()
    {
        TicketStory story(_rules);
        story.tell(acceptance());
        const std::string before = rowOf(story.ticket(), _rules).counted;
        story.tell(assignment("U07")).after(1min).undo();
        QCOMPARE(rowOf(story.ticket(), _rules).counted, before);
        story.tell(assignment("U02"));
        QCOMPARE(flowOf(story.ticket(), Measure::Assigned), Lines { "2023-07-12 U02" });
        QVERIFY(flowOf(story.ticket(), Measure::AssignedToAnother).empty());
    }

    void aReturnCountsForTheUnitThatReturned()
    {
        TicketStory story(_rules);
        story.tell(acceptance()).tell(assignment("U01")).by(clerk()).tell(Returned { "不归我们" });
        story.by(dispatcher()).tell(assignment("U02")).tell(Returned { "也不归我们" });
        story.tell(assignment("U01")).tell(Returned { "还是不归" }).tell(assignment("U03"));
        const Ticket &ticket = story.ticket();
        QCOMPARE(flowOf(ticket, Measure::Assigned), Lines { "2023-07-12 U01" });
        QCOMPARE(flowOf(ticket, Measure::AssignedToAnother), (Lines { "2023-07-12 U02", "2023-07-12 U03" }));
        QCOMPARE(flowOf(ticket, Measure::Returned), Lines { "2023-07-12 U01" });
        QCOMPARE(flowOf(ticket, Measure::ReturnedByAnother), Lines { "2023-07-12 U02" });
        QCOMPARE(flowOf(ticket, Measure::ReturnedAgain), Lines { "2023-07-12 U01" });
        QCOMPARE(flowOf(ticket, Measure::Reported), Lines { "2023-07-12 U03" });
        QVERIFY(isInCohort(ticket, Measure::Returned));
    }

    void aBadRatingReopensAndTheSecondClosingIsOneMore()
    {
        TicketStory story(_rules);
        story.untilClosed().at(*instantFromIso("2023-07-20 10:00")).tell(Rated { Rating::Dissatisfied, "没修" });
        story.at(*instantFromIso("2023-07-22 10:00")).tell(FollowedUp { true, "修好了" });
        const Ticket &ticket = story.ticket();
        QCOMPARE(flowOf(ticket, Measure::Closed), Lines { "2023-07-12 " + ticket.lead.text });
        QCOMPARE(flowOf(ticket, Measure::Reopened), Lines { "2023-07-20 " + ticket.lead.text });
        QCOMPARE(flowOf(ticket, Measure::ClosedAgain), Lines { "2023-07-22 " + ticket.lead.text });
        QVERIFY(isInCohort(ticket, Measure::Reopened) && isInCohort(ticket, Measure::AtClosed));
    }

    void anExtensionCountsWhenItWasGrantedBeforeTheDeadline()
    {
        TicketStory story(_rules);
        story.untilAssigned().tell(ExtensionAsked { moreDays(5), "等料" });
        story.at(*instantFromIso("2023-07-20 10:00")).tell(ExtensionGranted { moreDays(5), {} });
        story.at(*instantFromIso("2023-07-26 10:00")).tell(Answered { "已修好" });
        const Lines due { "2023-07-28 " + story.ticket().lead.text };
        QCOMPARE(flowOf(story.ticket(), Measure::FallingDue), due);
        QCOMPARE(flowOf(story.ticket(), Measure::FallingDueExtended), due);
        QCOMPARE(flowOf(story.ticket(), Measure::MetInTimeExtended), due);
    }

    void anExtensionThatCameTooLateDoesNotCount()
    {
        TicketStory story(_rules);
        story.untilAssigned().tell(ExtensionAsked { moreDays(5), "等料" });
        story.at(*instantFromIso("2023-07-22 10:00")).tell(ExtensionGranted { moreDays(5), {} });
        story.at(*instantFromIso("2023-07-26 10:00")).tell(Answered { "已修好" });
        const Lines due { "2023-07-21 " + story.ticket().lead.text };
        QCOMPARE(flowOf(story.ticket(), Measure::FallingDue), due);
        QCOMPARE(flowOf(story.ticket(), Measure::MetLate), due);
        QVERIFY(flowOf(story.ticket(), Measure::MetInTime).empty());
        QVERIFY(flowOf(story.ticket(), Measure::FallingDueExtended).empty());
    }

    void aJoinedDuplicateIsReportedAndClosedAndNotInOnTime()
    {
        TicketStory story(_rules);
        TicketStory parent(_rules);
        story.tell(acceptance()).tell(Joined { parent.ticket().id });
        story.tell(ClosedWithParent { parent.ticket().id, "已修好" });
        QCOMPARE(flowOf(story.ticket(), Measure::Reported).size(), std::size_t { 1 });
        QCOMPARE(flowOf(story.ticket(), Measure::Closed).size(), std::size_t { 1 });
        QVERIFY(flowOf(story.ticket(), Measure::FallingDue).empty());
        QVERIFY(!isInCohort(story.ticket(), Measure::FallingDue));
    }

    void onAccountNothingFallsDue()
    {
        TicketStory story(_rules);
        story.untilAssigned().tell(account(*dayFromIso("2023-08-01")));
        QVERIFY(flowOf(story.ticket(), Measure::FallingDue).empty());
    }

    void publishedFiguresComeOutOfRates()
    {
        Figures figures;
        figures[Measure::Accepted] = 2'811;
        figures[Measure::AtClosed] = 2'750;
        QCOMPARE(rateOf(RateKind::Closing, figures, Counting::Cohort), (Rate { 2'750, 2'811 }));
        figures[Measure::Assigned] = 10;
        figures[Measure::AssignedToAnother] = 5;
        figures[Measure::Returned] = 2;
        figures[Measure::ReturnedByAnother] = 1;
        QCOMPARE(rateOf(RateKind::Bounce, figures, Counting::Flow), (Rate { 2, 10 }));
        QCOMPARE(rateOf(RateKind::Bounce, figures, Counting::Flow, true), (Rate { 3, 15 }));
    }
};

QTEST_APPLESS_MAIN(CountingTest)
#include "tst_counting.moc"
