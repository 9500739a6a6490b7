#include <arbitrary/Arbitrary.h>
#include <support/Sentences.h>

#include <random>

using namespace huying;

namespace
{

/// `text` with " for ', which reads better here.
std::string json(std::string text)
{
    std::ranges::replace(text, '\'', '"');
    return text;
}

Record noted(std::string content)
{
    Record record =
        recordOf(TicketEvent { .id = { { 1 } }, .ticket = { { 2 } }, .author = {}, .at = {}, .content = Noted {} }, {});
    record.content = std::move(content);
    return record;
}

Record reported()
{
    Reported report { .number = "1",
        .category = { "09" },
        .title = "路灯",
        .detail = "",
        .place = {},
        .origin = {},
        .given = {},
        .citizen = {} };
    report.citizen = { "王某", "1" };
    return recordOf(
        TicketEvent { .id = { { 1 } }, .ticket = { { 1 } }, .author = {}, .at = {}, .content = report }, { 9 });
}

/// `text` with one to four bytes changed, put in, taken out, doubled or cut off.
std::string mutated(std::string text, std::mt19937_64 &random)
{
    const auto below = [&](std::size_t end) { return end == 0 ? 0 : std::size_t(random() % end); };
    for (std::size_t times = 1 + below(4); times > 0 && !text.empty(); --times) {
        const std::size_t at = below(text.size());
        switch (below(5)) {
        case 0:
            text[at] = char(random());
            break;
        case 1:
            text.insert(at, 1, "{}[]\",:\\0-.e\xff"[below(13)]);
            break;
        case 2:
            text.erase(at, 1 + below(8));
            break;
        case 3:
            text.insert(at, text.substr(below(text.size()), below(40)));
            break;
        default:
            text.resize(at);
        }
    }
    return text;
}

} // namespace

class Hostile : public Sentences
{
    Q_OBJECT
private slots:
    void whatIsNotTheOneTextOfAnEventIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("space") << QByteArray::fromStdString(json("{'text': 'a'}"));
        QTest::newRow("line end") << QByteArray("{\"text\":\"a\"}\n");
        QTest::newRow("unneeded escape") << QByteArray::fromStdString(json("{'text':'\\u0061'}"));
        QTest::newRow("escaped slash") << QByteArray::fromStdString(json("{'text':'\\/'}"));
        QTest::newRow("unknown field") << QByteArray::fromStdString(json("{'text':'a','zeal':1}"));
        QTest::newRow("unknown field first") << QByteArray::fromStdString(json("{'a':1,'text':'a'}"));
        QTest::newRow("key twice") << QByteArray::fromStdString(json("{'text':'a','text':'a'}"));
        QTest::newRow("escaped key") << QByteArray::fromStdString(json("{'t\\u0065xt':'a'}"));
        QTest::newRow("empty text written") << QByteArray::fromStdString(json("{'text':''}"));
        QTest::newRow("wrong type") << QByteArray::fromStdString(json("{'text':1}"));
        QTest::newRow("null") << QByteArray::fromStdString(json("{'text':null}"));
        QTest::newRow("no object") << QByteArray::fromStdString(json("['text']"));
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("bad UTF-8") << QByteArray("{\"text\":\"\xff\"}");
        QTest::newRow("surrogate in UTF-8") << QByteArray("{\"text\":\"\xed\xa0\x80\"}");
        QTest::newRow("lone surrogate") << QByteArray::fromStdString(json("{'text':'\\ud800'}"));
        QTest::newRow("NUL") << QByteArray::fromStdString(json("{'text':'\\u0000'}"));
        QTest::newRow("two documents") << QByteArray::fromStdString(json("{'text':'a'}{'text':'b'}"));
        QTest::newRow("torn") << QByteArray::fromStdString(json("{'text':'a"));
        QTest::newRow("deep") << QByteArray::fromStdString(json("{'text':")) + QByteArray(100'000, '[');
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{\"text\":\"a\"}");
    }
    void whatIsNotTheOneTextOfAnEventIsRefused()
    {
        QFETCH(const QByteArray, content);
        const auto event = eventOf(noted(content.toStdString()));
        QVERIFY(!event);
        QCOMPARE(event.error().kind, FailureKind::Invalid);
    }

    void numbersAreIntegersWithinTheirRange_data()
    {
        QTest::addColumn<QByteArray>("number");
        for (const char *number :
            { "1.0", "1e0", "-0", "01", "2147483648", "-2147483649", "99999999999999999999", "\"1\"" }) {
            QTest::newRow(number) << QByteArray(number);
        }
    }
    void numbersAreIntegersWithinTheirRange()
    {
        QFETCH(const QByteArray, number);
        Record record =
            noted(json("{'category':'09','deadlineClass':'other','importance':") + number.toStdString() + "}");
        record.kind = "accepted";
        QVERIFY(!eventOf(record));
    }

    void aTextThatIsTooLongIsRefused()
    {
        QVERIFY(eventOf(noted(json("{'text':'") + std::string(ticketContentLimit - 11, 'a') + "\"}")));
        QVERIFY(!eventOf(noted(json("{'text':'") + std::string(ticketContentLimit - 10, 'a') + "\"}")));
    }

    void anUnknownKindIsRefused()
    {
        Record record = noted(json("{'text':'a'}"));
        record.kind = "nodded";
        QVERIFY(!eventOf(record));
    }

    void aPersonalPartThatIsNotTheOneOfItsDigestIsRefused()
    {
        Record record = reported();
        QVERIFY(eventOf(record));
        record.personal = json("{'name':'李某','telephone':'1'}");
        QVERIFY(!eventOf(record));
    }

    void aPersonalPartWhereThereIsNoneIsRefused()
    {
        Record record = noted(json("{'text':'a'}"));
        record.personal = json("{'name':'李某'}");
        record.personalDigest = personalDigestOf(record.salt, record.personal);
        QVERIFY(!eventOf(record));
        record.personal.clear();
        QVERIFY(!eventOf(record));
    }

    void aReportUnderAnotherTicketsIdIsRefused()
    {
        Record record = reported();
        record.id.bytes[3] = 7;
        QVERIFY(!eventOf(record));
    }

    void aFactUnderAnotherSubjectIsRefused()
    {
        Record record = recordOf(CountyEvent { .id = {},
                                     .author = {},
                                     .at = {},
                                     .fact = Unit { { "u01" }, "供水服务中心", UnitKind::Department, {} } },
            {});
        QVERIFY(eventOf(record));
        record.subject = "unit:u02";
        QVERIFY(!eventOf(record));
        record.subject = "region:u01";
        QVERIFY(!eventOf(record));
        record.subject = "unit";
        QVERIFY(!eventOf(record));
    }

    void aSubjectHasOneSpelling()
    {
        Record record = noted(json("{'text':'a'}"));
        record.subject = "ticket:02000000000000000000000000000000";
        QVERIFY(!eventOf(record));
    }

    void whateverIsDoneToARecordItIsReadAsItselfOrRefused()
    {
        std::mt19937_64 random(20230712);
        QVERIFY(rc::check([&] {
            const auto kind = *rc::gen::inRange<std::size_t>(0, ticketKindNames.size());
            const Record whole = recordOf(anyTicketEvent(kind), {});
            for (int i = 0; i < 100; ++i) {
                Record record = whole;
                (i % 2 == 0 ? record.content : record.author) =
                    mutated(i % 2 == 0 ? whole.content : whole.author, random);
                const auto event = eventOf(record);
                RC_ASSERT((!event || recordOf(std::get<TicketEvent>(*event), record.salt) == record));
            }
        }));
    }

    void whateverIsDoneToALineItIsReadAsItselfOrRefused()
    {
        std::mt19937_64 random(20230713);
        QVERIFY(rc::check([&] {
            const auto kind = *rc::gen::inRange<std::size_t>(0, countyFactNames.size());
            const Entry entry { 7, {}, recordOf(anyCountyEvent(kind), { 1 }), {} };
            const std::string whole = lineOf(entry, true);
            for (int i = 0; i < 100; ++i) {
                const std::string line = mutated(whole, random);
                const auto read = entryOf(line);
                RC_ASSERT((!read || lineOf(*read, true) == line));
                const auto record = recordFrom(line);
                RC_ASSERT((!record || lineOf(*record) == line));
                if (read) {
                    (void)eventOf(read->record);
                }
            }
        }));
    }
};

QTEST_APPLESS_MAIN(Hostile)
#include "tst_hostile.moc"
