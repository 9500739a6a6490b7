#include <domain/TrailPictures.h>
#include <rules/Workflow.h>
#include <support/Sentences.h>
#include <support/TicketStory.h>

using namespace huying;
using namespace std::chrono_literals;

namespace
{

Attachment picture(int number)
{
    const std::string digits = std::to_string(1000 + number);
    return { .sha256 = std::string(60, 'a') + digits,
        .type = MediaType::Jpeg,
        .bytes = 200'000,
        .width = 1600,
        .height = 1200,
        .name = digits + ".jpg" };
}

std::vector<Attachment> pictures(int first, int count)
{
    std::vector<Attachment> all;
    all.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        all.push_back(picture(first + i));
    }
    return all;
}

template <class Change>
Attachment but(Change change)
{
    Attachment made = picture(1);
    change(made);
    return made;
}

} // namespace

/// Which pictures an event may name, and when.
class PicturesTest : public Sentences
{
    Q_OBJECT

    const RuleBook rules {};

private slots:
    void theyComeWithAReportAnAnswerOrLater()
    {
        Reported reported = report();
        reported.attachments = pictures(1, 2);
        TicketStory story(rules, reported, *instantFromIso("2023-07-12 09:00"));
        story.untilHandling()
            .tell(FirstAnswered { "已派人", pictures(3, 1) })
            .tell(PhotosAdded { "", pictures(4, 1) })
            .tell(Answered { "已修好", pictures(5, 1) })
            .tell(PhotosAdded { "修好后", pictures(6, 1) });
        QCOMPARE(picturesOf(story.events()), pictures(1, 6));
        QCOMPARE(story.ticket().step, Step::Closed);
    }

    void addingThemDecidesNothing()
    {
        TicketStory story(rules);
        story.untilAssigned();
        const Version before = story.ticket().decisionVersion;
        story.tell(PhotosAdded { "", pictures(1, 1) });
        QCOMPARE(story.ticket().decisionVersion, before);
        QCOMPARE(story.seeing(before).refusal(PhotosAdded { "", pictures(2, 1) }), QString());
    }

    void aVoidTicketTakesNone()
    {
        TicketStory story(rules);
        story.tell(Voided { VoidReason::Test, "" });
        QVERIFY(!story.refusal(PhotosAdded { "", pictures(1, 1) }).isEmpty());
    }

    void whatWasTakenBackIsNoLongerAmongThem()
    {
        TicketStory story(rules);
        story.untilAssigned().tell(PhotosAdded { "", pictures(1, 1) }).after(1min).undo();
        QCOMPARE(picturesOf(story.events()), std::vector<Attachment> {});
    }

    void whoMayAddThem()
    {
        const auto kind = TicketContent(PhotosAdded {}).index();
        for (const Role role : { Role::Dispatcher, Role::Unit, Role::Township, Role::Leader }) {
            QVERIFY(isOpenTo(kind, role));
        }
        for (const Role role : { Role::Wall, Role::Organisation, Role::Administrator, Role::Citizen }) {
            QVERIFY(!isOpenTo(kind, role));
        }
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<Attachment>("wrong");
        QTest::newRow("no digest") << but([](Attachment &a) { a.sha256.clear(); });
        QTest::newRow("large letters") << but([](Attachment &a) { a.sha256[0] = 'A'; });
        QTest::newRow("a digest that is a path") << but([](Attachment &a) { a.sha256.replace(0, 3, "../"); });
        QTest::newRow("empty") << but([](Attachment &a) { a.bytes = 0; });
        QTest::newRow("too large") << but([](Attachment &a) { a.bytes = largestAttachment + 1; });
        QTest::newRow("no width") << but([](Attachment &a) { a.width = 0; });
        QTest::newRow("a side too long") << but([](Attachment &a) { a.width = longestSide + 1; });
        QTest::newRow("too many pixels") << but([](Attachment &a) { a.width = a.height = longestSide; });
        QTest::newRow("no name") << but([](Attachment &a) { a.name = " "; });
        QTest::newRow("a path as name") << but([](Attachment &a) { a.name = "../../etc/passwd"; });
        QTest::newRow("a backslash") << but([](Attachment &a) { a.name = "a\\b.jpg"; });
        QTest::newRow("hidden") << but([](Attachment &a) { a.name = ".bashrc"; });
        QTest::newRow("a line end") << but([](Attachment &a) { a.name = "a\nb.jpg"; });
    }
    void nonsenseIsRefused()
    {
        QFETCH(const Attachment, wrong);
        TicketStory story(rules);
        QCOMPARE(story.refusalKind(PhotosAdded { "", { wrong } }), FailureKind::Invalid);
        QCOMPARE(story.untilHandling().refusalKind(Answered { "已办", { wrong } }), FailureKind::Invalid);
    }

    void oneIsNotThereTwiceAndAnEventHasSome()
    {
        TicketStory story(rules);
        QCOMPARE(story.refusalKind(PhotosAdded { "", { picture(1), picture(1) } }), FailureKind::Invalid);
        QCOMPARE(story.refusalKind(PhotosAdded { "只有字", {} }), FailureKind::Invalid);
    }

    void thereAreNotTooMany()
    {
        TicketStory story(rules);
        QCOMPARE(story.refusalKind(PhotosAdded { "", pictures(1, 13) }), FailureKind::Invalid);
        for (int i = 0; i < 4; ++i) {
            story.tell(PhotosAdded { "", pictures(12 * i, 12) });
        }
        QCOMPARE(story.refusalKind(PhotosAdded { "", pictures(100, 1) }), FailureKind::Refused);
        QVERIFY(story.refusal(Noted { "照片已够" }).isEmpty());
    }
};

QTEST_GUILESS_MAIN(PicturesTest)
#include "tst_pictures.moc"
