#include "Days.h"

#include <support/Sentences.h>
#include <support/TicketStory.h>

using namespace huying;
using namespace std::chrono_literals;

class UndoTest : public Sentences
{
    Q_OBJECT
private:
    const RuleBook rules { published(), {} };

private slots:
    void whatIsUndoneIsAsIfItHadNotBeenAndTheTrailShowsBoth()
    {
        TicketStory story(rules);
        story.untilAssigned();
        const Ticket before = story.ticket();
        story.after(1min).tell(assignment("U02", { "U03" })).undo();
        QCOMPARE(story.ticket().lead, before.lead);
        QCOMPARE(story.ticket().cooperating, before.cooperating);
        QCOMPARE(story.ticket().assignedAt, before.assignedAt);
        QCOMPARE(story.ticket().deadline, before.deadline);
        QCOMPARE(story.ticket().version, Version { 5 });
        QCOMPARE(story.ticket().decisionVersion, Version { 5 });
        QCOMPARE(story.events().size(), std::size_t { 5 });
        QCOMPARE(story.ticket().changedAt, story.events().back().at);
    }

    void anUndoneExtensionGivesTheOldDeadlineBack()
    {
        TicketStory story(rules);
        story.untilAssigned().tell(ExtensionAsked { moreDays(1), "材料未到" });
        const Ticket before = story.ticket();
        story.tell(ExtensionGranted { moreDays(1), "" }).undo();
        QCOMPARE(story.ticket().deadline, before.deadline);
        QCOMPARE(story.ticket().deadlines, before.deadlines);
        QCOMPARE(story.ticket().extensionRequest, before.extensionRequest);
    }

    void anUndoneVoidOpensTheTicketAgain()
    {
        TicketStory story(rules);
        story.untilAssigned().tell(Voided { VoidReason::Test, "" }).undo();
        QCOMPARE(story.ticket().step, Step::Assigned);
        QVERIFY(!story.ticket().voidReason);
    }

    void anUndoIsForItsAuthorOnly()
    {
        TicketStory story(rules);
        story.untilAssigned().by(colleague()).after(1min);
        QVERIFY(story.refusal(story.undoing()).contains(u"Only who did it"));
    }

    void aPersonUndoesFromAnyDeskAndADeskWithoutAPersonByItself()
    {
        TicketStory story(rules);
        Author elsewhere = dispatcher();
        elsewhere.desk = "07";
        story.untilAssigned().by(elsewhere).after(1min);
        QVERIFY(story.refusal(story.undoing()).isEmpty());

        const Author desk { {}, "帮我办窗口", Role::Dispatcher, {}, "09" };
        const Author machine { {}, "导入", Role::Machine, {}, "" };
        story.by(desk).tell(assignment("U02")).after(1min);
        QVERIFY(story.refusal(story.undoing()).isEmpty());
        story.by(machine).tell(assignment("U03")).after(1min);
        QVERIFY(!story.refusal(story.undoing()).isEmpty());
    }

    void anUndoIsPossibleForTenMinutes()
    {
        TicketStory story(rules);
        story.untilAssigned();
        QVERIFY(story.after(10min).refusal(story.undoing()).isEmpty());
        QVERIFY(story.after(10min + 1ms).refusal(story.undoing()).contains(u"10 minutes"));
        RuleBook longer = rules;
        longer.undoWithin = 30min;
        TicketStory patient(longer);
        patient.untilAssigned();
        QVERIFY(patient.after(20min).refusal(patient.undoing()).isEmpty());
    }

    void anUndoIsNotPossibleWhenSomebodyElseHasGoneOn()
    {
        TicketStory story(rules);
        story.untilAssigned().by(clerk()).after(1min).tell(HandlingBegun { "李某" });
        story.by(dispatcher()).after(1min);
        QVERIFY(story.refusal(story.undoing(1)).contains(u"Somebody else"));
        story.by(clerk()).undo().by(dispatcher()).after(1min);
        QVERIFY(story.refusal(story.undoing(2)).isEmpty());
    }

    void onesOwnLaterStepIsUndoneFirstWhenItRestsOnTheEarlier()
    {
        TicketStory story(rules);
        story.untilAccepted().after(1min).tell(assignment()).after(1min);
        QVERIFY(story.refusal(story.undoing(1)).contains(u"after it first"));
        story.undo().after(1min);
        QVERIFY(story.refusal(story.undoing(2)).isEmpty());
    }

    void onesOwnLaterNoteStays()
    {
        TicketStory story(rules);
        story.untilAssigned().after(1min).tell(Noted { "已电话通知" }).after(1min);
        story.tell(story.undoing(1));
        QCOMPARE(story.ticket().step, Step::Accepted);
        QCOMPARE(story.ticket().version, Version { 5 });
    }

    void whatHasGoneOutOrCameFromTheCitizenIsNeverUndone()
    {
        TicketStory story(rules);
        QVERIFY(story.after(1min).refusal(story.undoing()).contains(u"void"));
        story.untilAssigned().tell(FirstAnswered { "已联系" }).after(1min);
        QVERIFY(story.refusal(story.undoing()).contains(u"gone out"));
        story.tell(Answered { "已办" }).after(1min);
        QVERIFY(story.refusal(story.undoing()).contains(u"gone out"));
        story.tell(CalledBack {}).after(1min);
        QVERIFY(story.refusal(story.undoing()).contains(u"citizen"));
        story.tell(Rated { Rating::Dissatisfied, "" }).after(1min);
        QVERIFY(story.refusal(story.undoing()).contains(u"citizen"));
        story.tell(FollowedUp { true, "满意" }).after(1min);
        QVERIFY(story.refusal(story.undoing()).contains(u"citizen"));
    }

    void joiningIsUndoneBySeparating()
    {
        TicketStory story(rules);
        story.tell(Joined { numbered(1) }).after(1min);
        QVERIFY(story.refusal(story.undoing()).contains(u"separate"));
    }

    void nothingIsUndoneTwiceAndNoUndoingIsUndone()
    {
        TicketStory story(rules);
        story.untilAssigned().undo().after(1min);
        QVERIFY(story.refusal(story.undoing(1)).contains(u"already"));
        QVERIFY(story.refusal(story.undoing()).contains(u"done again"));
        QVERIFY(story.refusal(Undone { numbered(77) }).contains(u"not known"));
    }

    void aNoticeStaysInForceWhenAStepIsUndone()
    {
        const RuleBook early { knownBefore(2023), {} };
        TicketStory story(early, DeadlineClass::Other, at("2022-12-28 09:00"));
        story.untilAccepted();
        Ticket ticket = story.ticket();
        QVERIFY(renotice(ticket, at("2022-12-28 10:30"), rules));
        const auto deadlines = ticket.deadlines;
        const TicketEvent assigned { numbered(1), ticket.id, 2, dispatcher(), at("2022-12-28 11:00"), assignment() };
        QVERIFY(apply(ticket, assigned, rules).has_value());
        const TicketEvent undone { numbered(2), ticket.id, 3, dispatcher(), at("2022-12-28 11:05"),
            Undone { numbered(1) } };
        QVERIFY(apply(ticket, undone, rules).has_value());
        QCOMPARE(ticket.deadlines, deadlines);
        QCOMPARE(ticket.deadline, deadlines.back());
    }
};

QTEST_GUILESS_MAIN(UndoTest)
#include "tst_undo.moc"
