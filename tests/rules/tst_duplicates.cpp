#include "Days.h"

#include <support/Sentences.h>
#include <support/TicketStory.h>

using namespace huying;
using namespace std::chrono_literals;

class DuplicatesTest : public Sentences
{
    Q_OBJECT
private:
    const RuleBook rules { published(), {} };

private slots:
    void twoOpenTicketsAreJoinedAndTheParentBecomesMoreUrgent()
    {
        TicketStory parent(rules);
        TicketStory child(rules);
        QVERIFY(checkJoin(child.ticket(), parent.ticket()).has_value());
        child.tell(Joined { parent.ticket().id });
        parent.tell(DuplicateAdded { child.ticket().id });
        QCOMPARE(child.ticket().parent, parent.ticket().id);
        QCOMPARE(parent.ticket().children, std::vector { child.ticket().id });
        QCOMPARE(parent.ticket().repeats, 1);
        QCOMPARE(parent.ticket().importance, 2);
        QVERIFY(!checkJoin(child.ticket(), parent.ticket()));
        QVERIFY(parent.refusal(DuplicateAdded { child.ticket().id }).contains(u"already"));
    }

    void urgencyRisesNoHigherThanThree()
    {
        TicketStory parent(rules);
        for (std::uint64_t child = 1; child <= 4; ++child) {
            parent.tell(DuplicateAdded { numbered(child) });
        }
        QCOMPARE(parent.ticket().importance, 3);
        QCOMPARE(parent.ticket().repeats, 4);
    }

    void noTicketIsJoinedToItselfToAClosedOneOrBelowADuplicate()
    {
        TicketStory one(rules);
        TicketStory closed(rules);
        closed.untilClosed();
        TicketStory child(rules);
        child.tell(Joined { closed.ticket().id });
        TicketStory parent(rules);
        parent.tell(DuplicateAdded { child.ticket().id });
        QVERIFY(!checkJoin(one.ticket(), one.ticket()));
        QVERIFY(!checkJoin(one.ticket(), closed.ticket()));
        QVERIFY(!checkJoin(closed.ticket(), one.ticket()));
        QVERIFY(!checkJoin(one.ticket(), child.ticket()));
        QVERIFY(!checkJoin(parent.ticket(), one.ticket()));
        QVERIFY(checkJoin(one.ticket(), parent.ticket()).has_value());
    }

    void whatNeedsWorkOfItsOwnIsNotJoined()
    {
        TicketStory onAccount(rules);
        QVERIFY(!onAccount.untilHandling().tell(account(on("2023-08-15"))).refusal(Joined { numbered(1) }).isEmpty());
        TicketStory disputed(rules);
        QVERIFY(!disputed.untilHandling().tell(Disputed { "职责不清" }).refusal(Joined { numbered(1) }).isEmpty());
        TicketStory badlyRated(rules);
        badlyRated.untilClosed().tell(Rated { Rating::Dissatisfied, "" });
        QVERIFY(!badlyRated.refusal(Joined { numbered(1) }).isEmpty());
    }

    void aJoinedTicketTakesNoStepOfItsOwn()
    {
        TicketStory child(rules);
        child.untilAssigned().tell(Joined { numbered(1) });
        for (const TicketContent &content : { TicketContent(assignment("U02")), TicketContent(HandlingBegun { "王某" }),
                 TicketContent(Answered { "已办" }), TicketContent(Voided { VoidReason::Test, "" }),
                 TicketContent(account(on("2023-08-15"))), TicketContent(Urged { UrgingLevel::Reminder, "" }),
                 TicketContent(DuplicateAdded { numbered(2) }) }) {
            QVERIFY2(child.refusal(content).contains(u"separate it first"), qPrintable(child.refusal(content)));
        }
        QVERIFY(child.refusal(Noted { "同一路口" }).isEmpty());
    }

    void aSeparatedTicketGoesOnByItself()
    {
        TicketStory child(rules);
        child.untilAssigned().tell(Joined { numbered(1) });
        QVERIFY(child.refusal(Separated { numbered(2), "不是同一处" }).contains(u"different"));
        QVERIFY(!child.refusal(Separated { numbered(1), "" }).isEmpty());
        child.tell(Separated { numbered(1), "不是同一处" });
        QVERIFY(!child.ticket().parent);
        QVERIFY(child.refusal(Answered { "已办" }).isEmpty());
        QVERIFY(child.refusal(Separated { numbered(1), "再次" }).contains(u"not joined"));
    }

    void aRemovedDuplicateNoLongerCounts()
    {
        TicketStory parent(rules);
        parent.tell(DuplicateAdded { numbered(1) }).tell(DuplicateAdded { numbered(2) });
        parent.tell(DuplicateRemoved { numbered(1) });
        QCOMPARE(parent.ticket().repeats, 1);
        QCOMPARE(parent.ticket().children, std::vector { numbered(2) });
        QVERIFY(!parent.refusal(DuplicateRemoved { numbered(1) }).isEmpty());
    }

    void theParentsResultClosesItsDuplicates()
    {
        TicketStory child(rules);
        QVERIFY(child.refusal(ClosedWithParent { numbered(1), "已修好" }).contains(u"not joined"));
        child.tell(Joined { numbered(1) });
        QVERIFY(child.refusal(ClosedWithParent { numbered(2), "已修好" }).contains(u"different"));
        child.tell(ClosedWithParent { numbered(1), "已修好" });
        QCOMPARE(child.ticket().step, Step::Closed);
        QCOMPARE(child.ticket().acceptedAt, child.ticket().closedAt);
        QVERIFY(child.refusal(Rated { Rating::Satisfied, "" }).isEmpty());
        QVERIFY(child.refusal(Separated { numbered(1), "不是同一处" }).isEmpty());
    }

    void aBadRatingOpensADuplicateWhichIsSeparatedToBeWorkedOn()
    {
        TicketStory child(rules);
        child.tell(Joined { numbered(1) }).tell(ClosedWithParent { numbered(1), "已修好" });
        child.tell(Rated { Rating::Dissatisfied, "我家门口没修" });
        QCOMPARE(child.ticket().step, Step::Accepted);
        QVERIFY(child.refusal(assignment()).contains(u"separate it first"));
        QVERIFY(child.refusal(ClosedWithParent { numbered(1), "已修好" }).contains(u"not satisfied"));
        QVERIFY(child.tell(Separated { numbered(1), "另一处" }).refusal(assignment()).isEmpty());
    }

    void aParentBecomesVoidOnlyWithoutItsDuplicates()
    {
        TicketStory parent(rules);
        parent.tell(DuplicateAdded { numbered(1) });
        QVERIFY(parent.refusal(Voided { VoidReason::Test, "" }).contains(u"separate them"));
        parent.tell(DuplicateRemoved { numbered(1) });
        QVERIFY(parent.refusal(Voided { VoidReason::Test, "" }).isEmpty());
    }
};

QTEST_GUILESS_MAIN(DuplicatesTest)
#include "tst_duplicates.moc"
