#include "Days.h"

#include <support/Sentences.h>

using namespace huying;

namespace
{

const QByteArray sound = R"({
    "year": 2027,
    "title": "国务院办公厅关于2027年部分节假日安排的通知",
    "document-number": "国办发明电〔2026〕9号",
    "issued-on": "2026-11-10",
    "days-off": [ { "name": "元旦", "first": "2026-12-31", "last": "2027-01-02" } ],
    "make-up-days": [ { "name": "元旦", "day": "2027-01-03" } ]
})";

std::expected<HolidayNotice, Failure> read(const QByteArray &text)
{
    return noticeFromText({ text.data(), static_cast<std::size_t>(text.size()) });
}

HolidayNotice notice()
{
    return read(sound).value();
}

} // namespace

class NoticesTest : public Sentences
{
    Q_OBJECT
private slots:
    void aNoticeInAFileIsReadWhole()
    {
        const HolidayNotice read = notice();
        QCOMPARE(read.year, 2027);
        QCOMPARE(read.documentNumber, std::string("国办发明电〔2026〕9号"));
        QCOMPARE(shown(read.issuedOn), QStringLiteral("2026-11-10"));
        QCOMPARE(read.daysOff.size(), 1);
        QCOMPARE(read.daysOff.front(), (DayOffRange { "元旦", on("2026-12-31"), on("2027-01-02") }));
        QCOMPARE(read.makeUpDays.front(), (MakeUpDay { "元旦", on("2027-01-03") }));
    }

    void aByteOrderMarkDoesNotMatter() { QCOMPARE(read("\xEF\xBB\xBF" + sound).value(), notice()); }

    void theProgramBringsTheNoticesInTheOrderOfTheirIssue()
    {
        const auto notices = publishedNotices().value();
        QCOMPARE(notices.size(), 8);
        QCOMPARE(notices.front().documentNumber, std::string("国办发明电〔2019〕16号"));
        QCOMPARE(notices[1].documentNumber, std::string("国办发明电〔2020〕1号"));
        QCOMPARE(notices.back().documentNumber, std::string("国办发明电〔2025〕7号"));
        QVERIFY(std::ranges::is_sorted(notices, {}, &HolidayNotice::issuedOn));
    }

    void whatIsNoNoticeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto with = [](const char *old, const char *other) { return QByteArray(sound).replace(old, other); };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("torn") << sound.left(sound.size() / 2);
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("GBK") << with("元旦", "\xD4\xAA\xB5\xA9");
        QTest::newRow("too large") << sound + QByteArray(2 << 20, ' ');
        QTest::newRow("a field is missing") << with(R"("issued-on": "2026-11-10",)", "");
        QTest::newRow("a field is unknown") << with("\"days-off\"", "\"day-off\": [], \"days-off\"");
        QTest::newRow("a misspelt field of a range") << with("\"last\"", "\"lst\"");
        QTest::newRow("the year is text") << with("2027,", "\"2027\",");
        QTest::newRow("the year is half a year") << with("2027,", "2027.5,");
        QTest::newRow("a range is a text")
            << with(R"([ { "name": "元旦", "day": "2027-01-03" } ])", "[ \"2027-01-03\" ]");
        QTest::newRow("an impossible day") << with("2027-01-03", "2027-02-29");
        QTest::newRow("no number") << with("国办发明电〔2026〕9号", "");
        QTest::newRow("another year's day") << with("2027-01-03", "2026-01-03");
        QTest::newRow("a range runs backwards") << with("2026-12-31", "2027-01-05");
        QTest::newRow("a range of two months") << with("2027-01-02", "2027-02-28");
        QTest::newRow("a make-up day in days off") << with("2027-01-03", "2027-01-02");
    }
    void whatIsNoNoticeIsRefused()
    {
        QFETCH(QByteArray, text);
        const auto refused = read(text);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::Invalid);
        QVERIFY(!refused.error().text.isEmpty());
    }

    void aRefusalNamesTheDay()
    {
        const auto refused = read(QByteArray(sound).replace("2027-01-03", "2027-01-02"));
        QVERIFY2(refused.error().text.contains(QStringLiteral("2027-01-02")), qPrintable(refused.error().text));
    }

    void aCalendarIsNotMadeOfAWrongNotice()
    {
        HolidayNotice wrong = notice();
        wrong.daysOff.front().last = on("2026-12-30");
        const auto calendar = Calendar::fromNotices({ &wrong, 1 });
        QVERIFY(!calendar);
        QCOMPARE(calendar.error().kind, FailureKind::Invalid);
    }

    void aNoticeTypedInWithAnAbsurdYearIsRefused()
    {
        for (const int year : { 0, -1, 10'000, std::numeric_limits<int>::max(), std::numeric_limits<int>::min() }) {
            HolidayNotice wrong = notice();
            wrong.year = year;
            QVERIFY(!checkNotice(wrong));
        }
    }
};

QTEST_GUILESS_MAIN(NoticesTest)
#include "tst_notices.moc"
