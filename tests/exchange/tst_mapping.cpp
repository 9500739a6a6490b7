#include <exchange/Guess.h>
#include <exchange/RowReader.h>

#include <Files.h>
#include <support/Sentences.h>

using namespace huying;

namespace
{

constexpr auto smallest = R"({"system": "s", "columns": {"id": "no", "opened": "when"}, "dates": ["yyyy-MM-dd"]})";

QString complaint(std::string_view json)
{
    const auto mapping = mappingFromText(json);
    return mapping ? QString() : mapping.error().text;
}

Row header(std::initializer_list<const char *> names)
{
    Row row;
    for (const char *const name : names) {
        row.cells.push_back({ CellKind::Text, name, {} });
    }
    return row;
}

} // namespace

class MappingTest : public Sentences
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadAgain()
    {
        Mapping mapping = *mappingFromText(smallest);
        mapping.zone = "America/New_York";
        mapping.datum = Datum::Gcj02;
        mapping.encoding = Encoding::Gb18030;
        mapping.delimiter = ';';
        mapping.sheet = "表一";
        mapping.headerFrom = 3;
        mapping.column(TicketField::OnTime) = "按时";
        mapping.dates.emplace_back("yyyy年M月d日");
        mapping.states = { { "办结", SourceState::Closed }, { "在办", SourceState::Handling } };
        mapping.channels = { { "电话", Channel::Hotline } };
        mapping.categories = { { "环卫", "0902" } };
        mapping.units = { { "城管局", "U07" } };
        mapping.onTime = { { "", OnTime::NotSaid } };
        mapping.defaults = { Channel::City12345, DeadlineClass::PublicService, 2, "其他", "办公室", "已办结" };
        mapping.doubts = { "?" };
        QCOMPARE(*mappingFromText(textOf(mapping)), mapping);
    }

    void aByteOrderMarkIsNoFault() { QVERIFY(mappingFromText(std::string("\xEF\xBB\xBF") + smallest)); }

    void whatIsWrongIsNamed()
    {
        QVERIFY(complaint("{").contains(u"line 1"));
        QVERIFY(complaint(R"({"systm": "s"})").contains(u"systm"));
        QVERIFY(complaint(R"({"columns": {"opend": "x"}})").contains(u"columns.opend"));
        QVERIFY(complaint(R"({"datum": "mars"})").contains(u"gcj-02"));
        QVERIFY(complaint(R"({"values": {"status": {"x": "shut"}}})").contains(u"values.status.x"));
        QVERIFY(complaint(R"({"encoding": "latin1"})").contains(u"GBK"));
        QVERIFY(complaint(R"({"defaults": {"importance": 4}})").contains(u"defaults.importance"));
        QVERIFY(complaint(R"({"system": "s", "columns": {"id": "a"}, "dates": ["yyyy"]})").contains(u"opened"));
    }

    void aMissingColumnIsNamedWithThoseThatExist()
    {
        const auto reader = RowReader::of(*mappingFromText(smallest), header({ "no", "date", "text" }), {});
        QVERIFY(!reader);
        const QString text = reader.error().text;
        QVERIFY(text.contains(u"“when”") && text.contains(u"no, date, text"));
        QVERIFY(!text.contains(u'\n'));
    }

    void aChineseSheetIsGuessed()
    {
        const Files files;
        const auto file = files.write("工单_202307.csv",
            "工单编号,标题,诉求内容,受理时间,办理时限,办结时间,状态,来源,承办单位,经度,纬度,联系电话\r\n"
            "1,路灯,坏了,2023年7月5日 09:30:00,2023年7月14日 00:00:00,,办理中,12345转办,城管局,115.04,37.22,1\r\n"
            "2,井盖,丢了,2023年7月6日 09:30:00,,2023年7月7日 10:00:00,已办结,电话,住建局,115.05,37.23,2\r\n");
        const auto mapping = guessedMapping(file);
        QVERIFY(mapping);
        QCOMPARE(mapping->system, "工单");
        QCOMPARE(mapping->zone, "Asia/Shanghai");
        QCOMPARE(mapping->column(TicketField::Id), "工单编号");
        QCOMPARE(mapping->column(TicketField::Opened), "受理时间");
        QCOMPARE(mapping->column(TicketField::Deadline), "办理时限");
        QCOMPARE(mapping->column(TicketField::Closed), "办结时间");
        QCOMPARE(mapping->column(TicketField::Telephone), "联系电话");
        QCOMPARE(mapping->column(TicketField::Unit), "承办单位");
        QCOMPARE(mapping->states.at("办理中"), SourceState::Handling);
        QCOMPARE(mapping->states.at("已办结"), SourceState::Closed);
        QCOMPARE(mapping->channels.at("12345转办"), Channel::City12345);
        QCOMPARE(mapping->dates, std::vector<std::string> { "yyyy年M月d日 H:m:s" });
        QVERIFY(!mapping->doubts.empty());
        QCOMPARE(*mappingFromText(textOf(*mapping)), *mapping);
    }

    void aSheetWithoutIdOrTimeIsNotGuessed()
    {
        const Files files;
        const auto mapping = guessedMapping(files.write("x.csv", "a,b\r\n1,2\r\n"));
        QVERIFY(!mapping);
        QVERIFY(mapping.error().text.contains(u"a, b"));
    }
};

QTEST_GUILESS_MAIN(MappingTest)
#include "tst_mapping.moc"
