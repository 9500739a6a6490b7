#include "Days.h"

#include <support/Sentences.h>
#include <support/TicketStory.h>

using namespace huying;
using namespace std::chrono_literals;

class StepsTest : public Sentences
{
    Q_OBJECT
private:
    const RuleBook rules { published(), {} };

private slots:
    void aTicketGoesThroughTheFiveStepsAndIsRated()
    {
        TicketStory story(rules);
        QCOMPARE(story.ticket().step, Step::Reported);
        QCOMPARE(story.tell(acceptance()).ticket().step, Step::Accepted);
        QCOMPARE(story.tell(assignment("U01", { "U02" })).ticket().step, Step::Assigned);
        QCOMPARE(story.tell(HandlingBegun { "李某" }).ticket().step, Step::Handling);
        QCOMPARE(story.tell(Answered { "已更换灯泡" }).ticket().step, Step::Closed);
        story.tell(Rated { Rating::Satisfied, "" });

        const Ticket &ticket = story.ticket();
        QCOMPARE(ticket.step, Step::Closed);
        QCOMPARE(ticket.version, Version { 6 });
        QCOMPARE(ticket.lead, UnitCode { "U01" });
        QCOMPARE(ticket.handler, std::string("李某"));
        QCOMPARE(*ticket.acceptedAt - ticket.reportedAt, 1h);
        QCOMPARE(*ticket.assignedAt - *ticket.acceptedAt, 1h);
        QCOMPARE(*ticket.handlingAt - *ticket.assignedAt, 1h);
        QCOMPARE(*ticket.closedAt - *ticket.handlingAt, 1h);
        QCOMPARE(ticket.milestoneMetAt, ticket.closedAt);
        QCOMPARE(ticket.rating, Rating::Satisfied);
        QCOMPARE(ticket.changedAt, *ticket.closedAt + 1h);
    }

    void onlyAReportBeginsATicket()
    {
        TicketEvent event { numbered(1), numbered(1), 0, dispatcher(), at("2023-07-12 09:00"), acceptance() };
        QCOMPARE(check(Ticket(), event, rules).error().kind, FailureKind::Refused);
        event.content = report();
        QVERIFY(check(Ticket(), event, rules));
        event.ticket = numbered(2);
        QCOMPARE(check(Ticket(), event, rules).error().kind, FailureKind::Invalid);
        QVERIFY(!TicketStory(rules).refusal(report()).isEmpty());
    }

    void aReportIsAssignedOnlyAfterItIsAccepted()
    {
        TicketStory story(rules);
        QVERIFY(story.refusal(assignment()).contains(u"accept it first"));
        QVERIFY(story.refusal(Answered { "已办" }).contains(u"accept it first"));
        QVERIFY(story.untilAccepted().refusal(Answered { "已办" }).contains(u"assign it first"));
    }

    void acceptedAgainBeforeAssignmentReclassifiesFromTheReport()
    {
        TicketStory story(rules);
        story.untilAccepted().tell(acceptance(DeadlineClass::Emergency));
        QCOMPARE(story.ticket().deadlineClass, DeadlineClass::Emergency);
        QCOMPARE(shown(story.ticket().deadline->due), shown(story.ticket().reportedAt + 2h));
        QCOMPARE(story.ticket().deadline->cause, DeadlineCause::Classified);
        QCOMPARE(story.ticket().deadlines.size(), std::size_t { 2 });
        QCOMPARE(*story.ticket().acceptedAt - story.ticket().reportedAt, 1h);
        story.tell(assignment());
        QVERIFY(story.refusal(acceptance()).contains(u"returns it"));
    }

    void aTicketWithAUnitIsReassigned()
    {
        TicketStory story(rules);
        story.untilHandling().tell(assignment("U02"));
        QCOMPARE(story.ticket().step, Step::Assigned);
        QCOMPARE(story.ticket().lead, UnitCode { "U02" });
        QVERIFY(!story.ticket().handlingAt);
        QVERIFY(story.ticket().handler.empty());
        QCOMPARE(*story.ticket().assignedAt, story.events().back().at);
        QVERIFY(story.tell(assignment("U03")).refusal(HandlingBegun { "王某" }).isEmpty());
    }

    void handlingBeginsOnce()
    {
        TicketStory story(rules);
        QVERIFY(story.untilHandling().refusal(HandlingBegun { "王某" }).contains(u"already"));
    }

    void anAnswerFromAssignedCountsAsHandlingFromThatMoment()
    {
        TicketStory story(rules);
        story.untilAssigned().tell(Answered { "已办" });
        QCOMPARE(story.ticket().handlingAt, story.ticket().closedAt);
    }

    void aFirstAnswerIsGivenOnceAndBeforeTheResult()
    {
        TicketStory story(rules, DeadlineClass::PublicService);
        story.untilAssigned().tell(FirstAnswered { "已联系施工队" });
        QCOMPARE(story.ticket().step, Step::Handling);
        QVERIFY(story.ticket().firstAnsweredAt.has_value());
        QVERIFY(story.refusal(FirstAnswered { "再次反馈" }).contains(u"already"));
        story.tell(Answered { "已办" });
        QVERIFY(story.refusal(FirstAnswered { "再次反馈" }).contains(u"closed"));
    }

    void aFirstAnswerIsGivenAnewAfterReopeningAndTheFirstOneCounts()
    {
        TicketStory story(rules, DeadlineClass::PublicService);
        story.untilAssigned().tell(FirstAnswered { "已联系施工队" }).tell(Answered { "已办" });
        const auto first = story.ticket().firstAnsweredAt;
        story.tell(Reopened { "现场复查未完成" }).tell(FirstAnswered { "重新安排" });
        QCOMPARE(story.ticket().firstAnsweredAt, first);
        QVERIFY(story.refusal(FirstAnswered { "再次反馈" }).contains(u"already"));
    }

    void aFirstAnswerReachesTheMilestoneOfPublicServiceOnly()
    {
        TicketStory service(rules, DeadlineClass::PublicService);
        service.untilAssigned();
        const auto due = service.ticket().deadline;
        service.tell(FirstAnswered { "已联系施工队" });
        QCOMPARE(service.ticket().milestoneMetAt, service.ticket().firstAnsweredAt);
        QCOMPARE(service.ticket().deadline, due);

        TicketStory other(rules);
        other.untilAssigned().tell(FirstAnswered { "已联系施工队" });
        QVERIFY(!other.ticket().milestoneMetAt);
    }

    void aResultWithoutAFirstAnswerReachesTheMilestoneToo()
    {
        TicketStory story(rules, DeadlineClass::PublicService);
        story.untilClosed();
        QCOMPARE(story.ticket().milestoneMetAt, story.ticket().closedAt);
        QVERIFY(!story.ticket().firstAnsweredAt);
    }

    void anOpenTicketBecomesVoidWithAReasonAndLosesItsDeadline()
    {
        TicketStory story(rules);
        QVERIFY(!story.refusal(Voided { VoidReason::Other, " \u3000" }).isEmpty());
        story.tell(Voided { VoidReason::Other, "与群众核实，无诉求" });
        QCOMPARE(story.ticket().step, Step::Void);
        QCOMPARE(story.ticket().voidReason, VoidReason::Other);
        QVERIFY(!story.ticket().deadline);
        QCOMPARE(story.ticket().deadlines.size(), std::size_t { 1 });
        QVERIFY(story.refusal(acceptance()).contains(u"void"));
        QVERIFY(story.refusal(Noted { "核实记录" }).isEmpty());
        QVERIFY(TicketStory(rules).untilHandling().refusal(Voided { VoidReason::Test, "" }).isEmpty());
    }

    void aClosedTicketTakesNoStepBeforeItIsReopened()
    {
        TicketStory story(rules);
        story.untilClosed();
        for (const TicketContent &content :
            { TicketContent(acceptance()), TicketContent(assignment()), TicketContent(HandlingBegun { "王某" }),
                TicketContent(Answered { "已办" }), TicketContent(Returned { "不属职责" }),
                TicketContent(Voided { VoidReason::Test, "" }), TicketContent(account(on("2023-09-01"))),
                TicketContent(Conferred { on("2023-07-12"), { { "U01" } }, "一致同意" }) }) {
            QCOMPARE(story.refusal(content), QStringLiteral("The ticket is closed; reopen it first."));
        }
    }

    void aClosedTicketIsReopenedWithAReasonAndCountsAsRework()
    {
        TicketStory story(rules);
        story.untilClosed();
        const auto met = story.ticket().milestoneMetAt;
        QVERIFY(!story.refusal(Reopened { "" }).isEmpty());
        story.tell(Reopened { "现场复查未完成" });
        QCOMPARE(story.ticket().step, Step::Handling);
        QCOMPARE(story.ticket().reworks, 1);
        QVERIFY(!story.ticket().closedAt);
        QCOMPARE(story.ticket().milestoneMetAt, met);
        QVERIFY(story.refusal(Reopened { "再次" }).contains(u"open"));
    }

    void aVoidTicketIsNotReopened()
    {
        TicketStory story(rules);
        story.tell(Voided { VoidReason::Test, "" });
        QVERIFY(story.refusal(Reopened { "有诉求" }).contains(u"reported anew"));
    }

    void aReworkKeepsTheDeadlineThatItsFirstResultMet()
    {
        TicketStory story(rules);
        story.untilClosed();
        const auto deadline = story.ticket().deadline;
        story.tell(Reopened { "未完成" }).tell(Returned { "不属职责" }).tell(acceptance(DeadlineClass::Emergency));
        QCOMPARE(story.ticket().deadlineClass, DeadlineClass::Emergency);
        QCOMPARE(story.ticket().deadline, deadline);
    }

    void aClassWithAFirstAnswerTakesTheOneAlreadyGiven()
    {
        TicketStory story(rules);
        story.untilAssigned().tell(FirstAnswered { "已联系" }).tell(Returned { "不属职责" });
        story.tell(acceptance(DeadlineClass::PublicService));
        QCOMPARE(story.ticket().milestoneMetAt, story.ticket().firstAnsweredAt);
        QCOMPARE(story.ticket().deadline->milestone, Milestone::FirstAnswer);
        story.tell(acceptance(DeadlineClass::Other));
        QVERIFY(!story.ticket().milestoneMetAt);
    }

    void aDeadlineGivenWithTheTicketRulesItWhateverItsClass()
    {
        Reported reported = report();
        reported.given = GivenDeadline { at("2059-01-01 00:00") };
        TicketStory story(rules, reported, at("2023-07-12 09:00"));
        QCOMPARE(story.ticket().deadline->cause, DeadlineCause::Given);
        story.tell(acceptance(DeadlineClass::Emergency));
        QCOMPARE(shown(story.ticket().deadline->due), shown(at("2059-01-01 00:00")));
        QCOMPARE(story.ticket().deadlines.size(), std::size_t { 1 });
    }

    void aGivenDeadlineBeforeTheReportIsKeptAsGiven()
    {
        Reported reported = report();
        reported.given = GivenDeadline { at("2023-07-11 00:00") };
        const TicketStory story(rules, reported, at("2023-07-12 09:00"));
        QCOMPARE(shown(story.ticket().deadline->due), shown(at("2023-07-11 00:00")));
    }
};

QTEST_GUILESS_MAIN(StepsTest)
#include "tst_steps.moc"
