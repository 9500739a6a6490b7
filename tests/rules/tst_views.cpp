#include "Days.h"

#include <support/Sentences.h>
#include <support/TicketStory.h>

using namespace huying;
using namespace std::chrono_literals;

class ViewsTest : public Sentences
{
    Q_OBJECT
private:
    const RuleBook rules { published(), {} };

private slots:
    void aDecisionOnAnOlderViewIsOvertakenByAColleaguesDecision()
    {
        TicketStory story(rules);
        story.untilAccepted().by(colleague()).tell(assignment("U02")).by(dispatcher());
        const QString why = story.seeing(2).refusal(assignment("U01"));
        QVERIFY2(why.contains(QStringLiteral("调度员 二席 has assigned the ticket meanwhile")), qPrintable(why));
        QVERIFY(story.refusal(assignment("U01")).isEmpty());
    }

    void oneThatOnlyAddsIsNeverOvertaken()
    {
        TicketStory story(rules);
        story.untilAccepted().by(colleague()).tell(assignment("U02")).by(dispatcher());
        for (const TicketContent &content : { TicketContent(Noted { "已回电" }),
                 TicketContent(Urged { UrgingLevel::Reminder, "" }), TicketContent(DuplicateAdded { numbered(1) }),
                 TicketContent(Conferred { on("2023-07-12"), { { "U01" } }, "一致同意" }) }) {
            QVERIFY(story.seeing(2).refusal(content).isEmpty());
        }
    }

    void whatAddsDoesNotOvertake()
    {
        TicketStory story(rules);
        story.untilAccepted().by(colleague()).tell(Noted { "已回电" }).tell(DuplicateAdded { numbered(1) });
        QVERIFY(story.by(dispatcher()).seeing(2).refusal(assignment()).isEmpty());
        QCOMPARE(story.ticket().decisionVersion, Version { 2 });
    }

    void onesOwnLaterDecisionsDoNotOvertake()
    {
        TicketStory story(rules);
        story.untilAssigned();
        QVERIFY(story.seeing(1).refusal(assignment("U02")).isEmpty());
        story.by(colleague());
        QVERIFY(!story.seeing(1).refusal(assignment("U02")).isEmpty());
    }

    void aBadRatingOvertakes()
    {
        TicketStory story(rules);
        story.untilClosed().by(colleague()).tell(Rated { Rating::Dissatisfied, "" }).by(dispatcher());
        QVERIFY(story.seeing(5).refusal(Reopened { "复查" }).contains(u"bad rating"));
    }

    void aViewOfTheFutureIsInvalid()
    {
        TicketStory story(rules);
        story.seeing(2);
        QCOMPARE(story.refusalKind(acceptance()), FailureKind::Invalid);
    }

    void anEventOfAnotherTicketIsInvalid()
    {
        TicketStory story(rules);
        const TicketEvent event { numbered(1), numbered(2), 1, dispatcher(), story.now(), acceptance() };
        QCOMPARE(check(story.ticket(), event, rules).error().kind, FailureKind::Invalid);
    }

    void theSameEventDoesNotHappenTwice()
    {
        TicketStory story(rules);
        story.tell(Noted { "已回电" });
        QCOMPARE(check(story.ticket(), story.events().back(), rules).error().kind, FailureKind::Refused);
    }

    void onlyKindsThatDecideMakeANewDecisionVersion()
    {
        TicketStory story(rules);
        story.untilAssigned();
        QCOMPARE(story.ticket().decisionVersion, Version { 3 });
        story.tell(FirstAnswered { "已联系" }).tell(ExtensionAsked { moreDays(1), "材料未到" });
        QCOMPARE(story.ticket().decisionVersion, Version { 3 });
        QCOMPARE(story.tell(ExtensionGranted { moreDays(1), "" }).ticket().decisionVersion, Version { 6 });
    }
};

QTEST_GUILESS_MAIN(ViewsTest)
#include "tst_views.moc"
