#include "Days.h"

#include <support/Sentences.h>
#include <support/TicketStory.h>

using namespace huying;
using namespace std::chrono_literals;

class CitizenTest : public Sentences
{
    Q_OBJECT
private:
    const RuleBook rules { published(), {} };

private slots:
    void aClosedTicketIsRatedOnceForEachClosing()
    {
        TicketStory story(rules);
        QVERIFY(story.refusal(Rated { Rating::Satisfied, "" }).contains(u"still open"));
        story.untilClosed().tell(Rated { Rating::Satisfied, "很好" });
        QCOMPARE(story.ticket().step, Step::Closed);
        QVERIFY(story.refusal(Rated { Rating::Dissatisfied, "" }).contains(u"already"));
        story.tell(Reopened { "复查未完成" }).tell(Answered { "重新办结" });
        QVERIFY(story.refusal(Rated { Rating::Satisfied, "" }).isEmpty());
    }

    void aBadRatingOpensTheTicketAgain()
    {
        TicketStory story(rules);
        story.untilClosed().tell(Rated { Rating::Dissatisfied, "没有修好" });
        QCOMPARE(story.ticket().step, Step::Handling);
        QCOMPARE(story.ticket().reworks, 1);
        QVERIFY(story.ticket().isFollowedUp);
        QVERIFY(!story.ticket().closedAt);
        QCOMPARE(*story.ticket().handlingAt, *story.ticket().ratedAt);
        QVERIFY(story.ticket().milestoneMetAt.has_value());
    }

    void aBadlyRatedTicketClosesOnlyWhenTheCitizenIsSatisfied()
    {
        TicketStory story(rules);
        story.untilClosed().tell(Rated { Rating::Dissatisfied, "没有修好" }).tell(Answered { "再次维修" });
        QCOMPARE(story.ticket().step, Step::Handling);
        QVERIFY(story.refusal(Voided { VoidReason::NoRequest, "" }).contains(u"not satisfied"));
        QCOMPARE(story.tell(FollowedUp { false, "仍不满意" }).ticket().step, Step::Handling);
        story.tell(FollowedUp { true, "群众表示满意" });
        QCOMPARE(story.ticket().step, Step::Closed);
        QVERIFY(!story.ticket().isFollowedUp);
        QCOMPARE(story.ticket().reworks, 1);
        QVERIFY(story.refusal(Rated { Rating::Satisfied, "" }).isEmpty());
    }

    void onlyABadRatingIsFollowedUp()
    {
        TicketStory story(rules);
        QVERIFY(story.untilHandling().refusal(FollowedUp { true, "满意" }).contains(u"bad rating"));
    }

    void aBadlyRatedTicketOnAccountIsResumedBeforeItCloses()
    {
        TicketStory story(rules);
        story.untilClosed().tell(Rated { Rating::Dissatisfied, "" }).tell(account(on("2023-09-01")));
        QVERIFY(story.refusal(FollowedUp { true, "满意" }).contains(u"resume it first"));
        QVERIFY(story.refusal(FollowedUp { false, "不满意" }).isEmpty());
    }

    void onlyAClosedTicketIsCalledBackAndTheLastCallCounts()
    {
        TicketStory story(rules);
        const CalledBack bad { CallBackMeans::Telephone, true, false, true, "" };
        QVERIFY(story.refusal(bad).contains(u"still open"));
        story.untilClosed().tell(bad).tell(CalledBack { CallBackMeans::Visit, true, true, true, "已落实" });
        QCOMPARE(story.ticket().callBack->means, CallBackMeans::Visit);
        QCOMPARE(story.ticket().step, Step::Closed);
    }

    void aVoidTicketIsNeitherRatedNorCalledBack()
    {
        TicketStory story(rules);
        story.tell(Voided { VoidReason::Test, "" });
        QVERIFY(story.refusal(Rated { Rating::Satisfied, "" }).contains(u"void"));
        QVERIFY(story.refusal(CalledBack {}).contains(u"void"));
    }
};

QTEST_GUILESS_MAIN(CitizenTest)
#include "tst_citizen.moc"
