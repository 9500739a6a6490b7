#include "Days.h"

#include <support/Sentences.h>
#include <support/TicketStory.h>

using namespace huying;
using namespace std::chrono_literals;

class ContentsTest : public Sentences
{
    Q_OBJECT
private:
    const RuleBook rules { published(), {} };

    void refuses(const Reported &reported, QStringView word)
    {
        const TicketEvent event { numbered(1), numbered(1), 0, dispatcher(), at("2023-07-12 09:00"), reported };
        const auto allowed = check(Ticket(), event, rules);
        QVERIFY(!allowed);
        QCOMPARE(allowed.error().kind, FailureKind::Invalid);
        QVERIFY2(allowed.error().text.contains(word), qPrintable(allowed.error().text));
    }

private slots:
    void aReportHasANumberAndATitle()
    {
        Reported reported = report();
        reported.number.clear();
        refuses(reported, u"number is missing");
        reported = report();
        reported.title = " \n";
        refuses(reported, u"title is missing");
    }

    void textsAreBoundedByCharactersNotBytes()
    {
        Reported reported = report();
        reported.title.clear();
        for (int i = 0; i < 200; ++i) {
            reported.title += "灯";
        }
        QVERIFY(!TicketStory(rules, reported, at("2023-07-12 09:00")).ticket().title.empty());
        reported.title += "灯";
        refuses(reported, u"longer than 200");
        reported = report();
        reported.detail.assign(4001, 'x');
        refuses(reported, u"longer than 4000");
        TicketStory story(rules);
        QCOMPARE(story.refusalKind(Noted { std::string(2001, 'x') }), FailureKind::Invalid);
        QVERIFY(story.refusal(Noted { std::string(2000, 'x') }).isEmpty());
    }

    void aTextThatIsNotUtf8IsRefused()
    {
        Reported reported = report();
        reported.detail = "\xC2\xB7\xB5\xC6"; // 路灯 in GBK
        refuses(reported, u"UTF-8");
        reported.detail = std::string("a\0b", 3);
        refuses(reported, u"UTF-8");
    }

    void theImportanceIsOneTwoOrThree()
    {
        Reported reported = report();
        reported.importance = 4;
        refuses(reported, u"importance");
        Accepted accepted = acceptance();
        accepted.importance = 0;
        QCOMPARE(TicketStory(rules).refusalKind(accepted), FailureKind::Invalid);
    }

    void aPlaceLiesOnTheGlobe()
    {
        Reported reported = report();
        reported.place.point = GeoPoint { 1'800'000'001, 0 };
        refuses(reported, u"globe");
        reported = report();
        reported.place.pointAsGiven = GeoPoint { 0, -900'000'001 };
        refuses(reported, u"globe");
    }

    void unitsAreNamedOnce()
    {
        TicketStory story(rules);
        story.untilAccepted();
        QVERIFY(story.refusal(assignment("")).contains(u"lead unit is missing"));
        QVERIFY(story.refusal(assignment("U01", { "U01" })).contains(u"cooperating units too"));
        QVERIFY(story.refusal(assignment("U01", { "U02", "U02" })).contains(u"twice"));
        QVERIFY(story.refusal(assignment("U01", { "" })).contains(u"unit is missing"));
    }

    void anExtensionIsDaysOrATimeAndNotBoth()
    {
        TicketStory story(rules);
        story.untilAssigned();
        const Longer both { 2, at("2023-09-01 00:00") };
        for (const Longer &longer : { Longer(), both, moreDays(0), moreDays(251), until(at("2200-01-01 08:00")) }) {
            QCOMPARE(story.refusalKind(ExtensionAsked { longer, "材料未到" }), FailureKind::Invalid);
        }
    }

    void reasonsAndTextsAreSaid()
    {
        TicketStory story(rules);
        story.untilHandling();
        for (const TicketContent &content : { TicketContent(Returned { "" }), TicketContent(Disputed { "" }),
                 TicketContent(Answered { "　" }), TicketContent(FirstAnswered { "" }), TicketContent(Noted { "" }),
                 TicketContent(ExtensionAsked { moreDays(1), "" }),
                 TicketContent(PutOnAccount { "等待", "", on("2023-08-15") }),
                 TicketContent(PutOnAccount { "", "分管副县长", on("2023-08-15") }),
                 TicketContent(Urged { UrgingLevel::None, "请办理" }) }) {
            QCOMPARE(story.refusalKind(content), FailureKind::Invalid);
        }
    }

    void anEventLongBeforeTheReportIsRefusedAndASmallDifferenceOfClocksIsNot()
    {
        TicketStory story(rules);
        const Instant reported = story.ticket().reportedAt;
        QVERIFY(story.at(reported - 11min).refusal(acceptance()).contains(u"clock"));
        story.at(reported - 10min).tell(acceptance());
        QCOMPARE(story.ticket().acceptedAt, reported);
    }

    void clocksThatDifferMakeNoNegativeDuration()
    {
        TicketStory story(rules);
        story.untilAssigned();
        story.at(*story.ticket().assignedAt - 5min).tell(Answered { "已办" });
        QCOMPARE(story.ticket().closedAt, story.ticket().assignedAt);
        QVERIFY(story.ticket().changedAt > story.events().back().at);
    }

    void anEventKeepsItsMomentWhenAnotherCameBetween()
    {
        TicketStory story(rules);
        story.untilHandling();
        const Instant answered = story.now();
        story.at(answered + 30min).tell(Noted { "已回电" }).at(answered).tell(Answered { "已办" });
        QCOMPARE(story.ticket().closedAt, answered);
    }
};

QTEST_GUILESS_MAIN(ContentsTest)
#include "tst_contents.moc"
