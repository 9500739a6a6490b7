#include "Days.h"

#include <support/Sentences.h>
#include <support/TicketStory.h>

using namespace huying;
using namespace std::chrono_literals;

class BranchesTest : public Sentences
{
    Q_OBJECT
private:
    const RuleBook rules { published(), {} };

private slots:
    void aReturnGivesTheTicketBackToTheHallAndIsCounted()
    {
        TicketStory story(rules);
        story.tell(acceptance()).tell(assignment("U01", { "U02" })).tell(HandlingBegun { "李某" });
        QVERIFY(!story.refusal(Returned { "" }).isEmpty());
        story.tell(Returned { "不属职责范围" });
        QCOMPARE(story.ticket().step, Step::Accepted);
        QVERIFY(story.ticket().lead.isEmpty() && story.ticket().cooperating.empty());
        QVERIFY(!story.ticket().assignedAt && !story.ticket().handlingAt);
        QCOMPARE(story.ticket().bounces, 1);
        QCOMPARE(story.tell(assignment("U03")).tell(Returned { "也不属职责" }).ticket().bounces, 2);
        QVERIFY(story.refusal(Returned { "没有单位" }).contains(u"assign it first"));
    }

    void aDisputeBeginsWithAUnitOrAfterAReturn()
    {
        TicketStory story(rules);
        QVERIFY(!story.untilAccepted().refusal(Disputed { "职责不清" }).isEmpty());
        story.tell(assignment());
        QVERIFY(story.refusal(Disputed { "职责不清" }).isEmpty());
        story.tell(Returned { "不属职责" }).tell(Disputed { "两家都说不是" });
        QCOMPARE(*story.ticket().disputedSince, story.events().back().at);
        QVERIFY(story.ticket().deadline.has_value());
        QVERIFY(story.refusal(Disputed { "再次" }).contains(u"already"));
    }

    void whileDisputedOnlyTheRulingAssignsAndNoResultIsGiven()
    {
        TicketStory story(rules);
        story.untilHandling();
        QVERIFY(story.refusal(Ruled { { "U02" }, {}, "裁定", true }).contains(u"no dispute"));
        story.tell(Disputed { "职责不清" });
        QVERIFY(story.refusal(assignment("U02")).contains(u"ruled on first"));
        QVERIFY(story.refusal(Answered { "已办" }).contains(u"ruled on first"));
        QVERIFY(story.refusal(FirstAnswered { "正在协调" }).isEmpty());
        story.tell(Ruled { { "U02" }, { { "U01" } }, "由 U02 主办", true });
        QCOMPARE(story.ticket().step, Step::Assigned);
        QCOMPARE(story.ticket().lead, UnitCode { "U02" });
        QCOMPARE(story.ticket().cooperating, std::vector { UnitCode { "U01" } });
        QVERIFY(!story.ticket().disputedSince);
        QCOMPARE(*story.ticket().assignedAt, story.events().back().at);
    }

    void anExtensionIsAskedForOnceAndGranted()
    {
        TicketStory story(rules);
        QVERIFY(!story.refusal(ExtensionAsked { moreDays(3), "材料未到" }).isEmpty());
        story.untilAssigned();
        const Instant old = story.ticket().deadline->due;
        QVERIFY(story.refusal(ExtensionGranted { moreDays(3), "" }).contains(u"No extension"));
        story.tell(ExtensionAsked { moreDays(3), "材料未到" });
        QCOMPARE(story.ticket().extensionRequest->asked, story.events().back().id);
        QVERIFY(story.refusal(ExtensionAsked { moreDays(5), "再次" }).contains(u"asked for"));
        story.tell(ExtensionGranted { moreDays(2), "同意两天" });
        QVERIFY(!story.ticket().extensionRequest);
        QVERIFY(story.ticket().deadline->due > old);
        QCOMPARE(story.ticket().deadline->cause, DeadlineCause::Extended);
        QCOMPARE(story.ticket().deadlines.size(), std::size_t { 2 });
        QCOMPARE(story.ticket().extensions.size(), std::size_t { 1 });
        QVERIFY(story.ticket().extensions.front().beforeDue);
    }

    void anExtensionGrantedAfterTheOldDeadlineSaysSo()
    {
        TicketStory story(rules, DeadlineClass::Emergency);
        story.untilAssigned().after(3h).tell(ExtensionAsked { moreDays(1), "需要设备" });
        story.tell(ExtensionGranted { moreDays(1), "" });
        QVERIFY(!story.ticket().extensions.front().beforeDue);
    }

    void aRefusedExtensionLeavesTheDeadline()
    {
        TicketStory story(rules);
        story.untilAssigned();
        const auto deadline = story.ticket().deadline;
        story.tell(ExtensionAsked { moreDays(3), "材料未到" }).tell(ExtensionRefused { "理由不足" });
        QCOMPARE(story.ticket().deadline, deadline);
        QVERIFY(!story.ticket().extensionRequest);
        QVERIFY(story.refusal(ExtensionAsked { moreDays(2), "补充理由" }).isEmpty());
    }

    void anExtensionEndsLaterThanTheDeadline()
    {
        TicketStory story(rules);
        story.untilAssigned();
        const Instant due = story.ticket().deadline->due;
        QVERIFY(story.refusal(ExtensionAsked { until(due), "材料未到" }).contains(u"later"));
        story.tell(ExtensionAsked { until(due + 1h), "材料未到" });
        QVERIFY(story.refusal(ExtensionGranted { until(due - 1h), "" }).contains(u"later"));
        story.tell(ExtensionGranted { until(due + 30min), "" });
        QCOMPARE(shown(story.ticket().deadline->due), shown(due + 30min));
    }

    void whatADeadlineAskedForBeingDoneNoExtensionIsAskedFor()
    {
        TicketStory story(rules, DeadlineClass::PublicService);
        story.untilAssigned().tell(ExtensionAsked { moreDays(1), "材料未到" }).tell(FirstAnswered { "已联系" });
        QVERIFY(!story.ticket().extensionRequest);
        QVERIFY(story.refusal(ExtensionAsked { moreDays(1), "材料未到" }).contains(u"no clock"));
    }

    void aRequestForAnExtensionEndsWithTheUnitThatMadeIt()
    {
        TicketStory story(rules);
        story.untilAssigned().tell(ExtensionAsked { moreDays(1), "材料未到" });
        QVERIFY(story.tell(assignment("U01", { "U02" })).ticket().extensionRequest.has_value());
        QVERIFY(!story.tell(assignment("U03")).ticket().extensionRequest);
    }

    void onAccountTheClockStandsStillUntilItIsResumed()
    {
        TicketStory story(rules);
        QVERIFY(!story.refusal(account(on("2023-08-15"))).isEmpty());
        story.untilHandling();
        const Instant due = story.ticket().deadline->due;
        story.tell(account(on("2023-08-15")));
        QVERIFY(story.ticket().isOnAccount());
        QVERIFY(!story.ticket().deadline);
        story.at(at("2023-07-17 10:00")).tell(Resumed { "条件具备" });
        QVERIFY(!story.ticket().isOnAccount());
        QVERIFY(story.ticket().deadline->due > due);
        QCOMPARE(story.ticket().deadline->cause, DeadlineCause::Resumed);
        QVERIFY(story.refusal(Resumed { "再次" }).contains(u"not on account"));
    }

    void resumedOnTheSameDayADayDeadlineIsTheOneItWas()
    {
        TicketStory story(rules);
        story.untilHandling();
        const auto deadline = story.ticket().deadline;
        story.tell(account(on("2023-08-15"))).tell(Resumed { "误操作" });
        QCOMPARE(story.ticket().deadline, deadline);
        QCOMPARE(story.ticket().deadlines.size(), std::size_t { 1 });
    }

    void onAccountAgainChangesOwnerAndReviewDayOnly()
    {
        TicketStory story(rules);
        story.untilHandling().tell(account(on("2023-08-15")));
        const Instant since = story.ticket().accounts.back().since;
        story.tell(PutOnAccount { "仍需等待", "县委书记", on("2023-09-15") });
        QCOMPARE(story.ticket().accounts.size(), std::size_t { 1 });
        QCOMPARE(story.ticket().accounts.back().since, since);
        QCOMPARE(story.ticket().accounts.back().owner, std::string("县委书记"));
        QCOMPARE(story.ticket().accounts.back().reviewOn, on("2023-09-15"));
    }

    void onAccountNothingMovesButConferencesNotesAndRulings()
    {
        TicketStory story(rules);
        story.untilHandling().tell(account(on("2023-08-15")));
        for (const TicketContent &content : { TicketContent(Answered { "已办" }),
                 TicketContent(FirstAnswered { "已知" }), TicketContent(Returned { "不属职责" }),
                 TicketContent(assignment("U02")), TicketContent(ExtensionAsked { moreDays(1), "材料未到" }),
                 TicketContent(Urged { UrgingLevel::Reminder, "请办理" }) }) {
            QVERIFY2(story.refusal(content).contains(u"resume it first"), qPrintable(story.refusal(content)));
        }
        QVERIFY(story.refusal(Conferred { on("2023-07-12"), { { "U01" } }, "汛期后施工" }).isEmpty());
        QVERIFY(story.refusal(Noted { "已现场查看" }).isEmpty());
        QVERIFY(story.refusal(Disputed { "职责不清" }).isEmpty());
        QVERIFY(story.refusal(Voided { VoidReason::Other, "重复登记" }).isEmpty());
    }

    void aReviewDayLiesNotBeforeTheEvent()
    {
        TicketStory story(rules);
        story.untilHandling();
        QCOMPARE(story.refusalKind(account(on("2023-07-11"))), FailureKind::Invalid);
        QVERIFY(story.refusal(account(on("2023-07-12"))).isEmpty());
    }

    void anExtensionAskedForIsDecidedBeforeGoingOnAccount()
    {
        TicketStory story(rules);
        story.untilHandling().tell(ExtensionAsked { moreDays(1), "材料未到" });
        QVERIFY(story.refusal(account(on("2023-08-15"))).contains(u"grant or refuse"));
    }

    void aConferenceIsHeldOnAnAcceptedTicketWithUnitsAndAConclusion()
    {
        TicketStory story(rules);
        const Conferred conferred { on("2023-07-12"), { { "U01" }, { "U02" } }, "由 U01 牵头" };
        QVERIFY(story.refusal(conferred).contains(u"accept it first"));
        story.untilAccepted();
        QVERIFY(story.refusal(conferred).isEmpty());
        QVERIFY(!story.refusal(Conferred { on("2023-07-12"), {}, "由 U01 牵头" }).isEmpty());
        QVERIFY(!story.refusal(Conferred { on("2023-07-13"), { { "U01" } }, "由 U01 牵头" }).isEmpty());
    }

    void theLadderOfUrgingFollowsTheDeadline()
    {
        TicketStory story(rules);
        const Urged reminder { UrgingLevel::Reminder, "" };
        const Urged order { UrgingLevel::WrittenOrder, "请立即办理" };
        const Urged notice { UrgingLevel::LeaderNotice, "逾期未办" };
        QVERIFY(!story.untilAccepted().refusal(reminder).isEmpty());
        story.tell(assignment());
        const Instant due = story.ticket().deadline->due;
        story.at(due - 1h).tell(reminder);
        QVERIFY(story.refusal(reminder).isEmpty());
        QVERIFY(story.at(due - 1min).refusal(order).contains(u"day after"));
        QVERIFY(story.at(due + 1min).refusal(reminder).contains(u"written order"));
        QVERIFY(story.refusal(notice).contains(u"after a written order"));
        story.tell(order).tell(notice);
        QCOMPARE(story.ticket().urging, UrgingLevel::LeaderNotice);
        QVERIFY(story.refusal(order).contains(u"only goes up"));
    }

    void anEmergencyIsOrderedInWritingFromTheNextDay()
    {
        TicketStory story(rules, DeadlineClass::Emergency, at("2023-07-12 09:00"));
        story.untilAssigned();
        const Urged order { UrgingLevel::WrittenOrder, "请立即办理" };
        QVERIFY(!story.at(at("2023-07-12 23:59")).refusal(order).isEmpty());
        QVERIFY(story.at(at("2023-07-13 00:00")).refusal(order).isEmpty());
    }

    void theLadderBeginsAgainWithANewUnitOrANewDeadline()
    {
        TicketStory story(rules);
        story.untilAssigned().tell(Urged { UrgingLevel::Reminder, "" });
        QCOMPARE(story.tell(assignment("U02")).ticket().urging, UrgingLevel::None);
        story.tell(Urged { UrgingLevel::Reminder, "" }).tell(ExtensionAsked { moreDays(1), "材料未到" });
        QCOMPARE(story.tell(ExtensionGranted { moreDays(1), "" }).ticket().urging, UrgingLevel::None);
    }

    void aDeadlineReachedIsNotUrged()
    {
        TicketStory story(rules, DeadlineClass::PublicService);
        story.untilAssigned().tell(FirstAnswered { "已联系" });
        QVERIFY(story.refusal(Urged { UrgingLevel::Reminder, "" }).contains(u"no clock"));
    }

    void aProvisionalDeadlineIsSetAnewByItsNotice()
    {
        const RuleBook early { knownBefore(2023), {} };
        TicketStory story(early, DeadlineClass::Other, at("2022-12-28 09:00"));
        story.untilAssigned();
        Ticket ticket = story.ticket();
        QVERIFY(ticket.deadline->isProvisional);
        QVERIFY(!renotice(ticket, at("2022-12-29 09:00"), early));
        QVERIFY(renotice(ticket, at("2022-12-29 09:00"), rules));
        QVERIFY(!ticket.deadline->isProvisional);
        QCOMPARE(ticket.deadline->cause, DeadlineCause::Noticed);
        QCOMPARE(ticket.deadlines.size(), std::size_t { 2 });
        QVERIFY(!renotice(ticket, at("2022-12-30 09:00"), rules));
    }
};

QTEST_GUILESS_MAIN(BranchesTest)
#include "tst_branches.moc"
