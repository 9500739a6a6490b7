#include <domain/Codes.h>
#include <domain/County.h>
#include <domain/Words.h>

#include <support/Sentences.h>

#include <set>

using namespace huying;

namespace
{

/// Each word has a name of its own, which reads back.
template <class Word, std::size_t count>
bool readBack(const std::array<std::string_view, count> &names, Word last)
{
    for (std::size_t i = 0; i < count; ++i) {
        const auto word = static_cast<Word>(i);
        if (names[i].empty() || wordIn<Word>(names, nameIn(names, word)) != word) {
            return false;
        }
    }
    return static_cast<std::size_t>(last) + 1 == count && std::set(names.begin(), names.end()).size() == count;
}

} // namespace

class WordsTest : public Sentences
{
    Q_OBJECT
private slots:
    void everyWordHasANameThatReadsBack()
    {
        QVERIFY(readBack(stepNames, Step::Void));
        QVERIFY(readBack(channelNames, Channel::Sensor));
        QVERIFY(readBack(deadlineClassNames, DeadlineClass::Other));
        QVERIFY(readBack(milestoneNames, Milestone::Solved));
        QVERIFY(readBack(voidReasonNames, VoidReason::Other));
        QVERIFY(readBack(urgingLevelNames, UrgingLevel::LeaderNotice));
        QVERIFY(readBack(ratingNames, Rating::Dissatisfied));
        QVERIFY(readBack(callBackMeansNames, CallBackMeans::Visit));
        QVERIFY(readBack(roleNames, Role::Machine));
        QVERIFY(readBack(mediaTypeNames, MediaType::Webp));
        QVERIFY(readBack(datumNames, Datum::Bd09));
        QVERIFY(readBack(regionLevelNames, RegionLevel::Grid));
        QVERIFY(readBack(unitKindNames, UnitKind::Township));
    }

    void everyKindOfEventHasANameOfItsOwn()
    {
        QCOMPARE(std::set(ticketKindNames.begin(), ticketKindNames.end()).size(), ticketKindNames.size());
        QCOMPARE(std::set(countyFactNames.begin(), countyFactNames.end()).size(), countyFactNames.size());
        TicketEvent undone;
        undone.content = Undone {};
        QCOMPARE(kindOf(undone), std::string_view("undone"));
    }

    void whatIsNoNameIsNoWord()
    {
        QVERIFY(!wordIn<Step>(stepNames, ""));
        QVERIFY(!wordIn<Step>(stepNames, "Reported"));
        QVERIFY(!wordIn<Step>(stepNames, "reporte"));
        QVERIFY(!wordIn<Step>(stepNames, "reported "));
    }

    void aCodeLiesInEveryCodeThatBeginsIt()
    {
        const RegionCode grid { "130529100201005" };
        QVERIFY(within(grid, RegionCode { "130529" }));
        QVERIFY(within(grid, RegionCode { "130529100" }));
        QVERIFY(within(grid, grid));
        QVERIFY(!within(RegionCode { "130529" }, grid));
        QVERIFY(!within(grid, RegionCode { "130529101" }));
        QVERIFY(within(grid, RegionCode {}));
    }

    void aFactIsKeptUnderItsCode()
    {
        Region region;
        region.code = { "130529100" };
        QCOMPARE(codeOf(region), std::string("130529100"));
        HolidayNotice notice;
        notice.documentNumber = "国办发明电〔2022〕16号";
        QCOMPARE(codeOf(notice), notice.documentNumber);
        QCOMPARE(codeOf(ReferenceLayer { "道路", {}, {}, {} }), std::string("道路"));
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
