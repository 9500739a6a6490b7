#include "MemoryLedger.h"

#include <Files.h>
#include <support/Sentences.h>

using namespace huying;

namespace
{

constexpr std::string_view head = "id,title,opened,due,closed,status,kind,unit,lon,lat,source,phone\n";

Mapping mapping()
{
    return *mappingFromText(R"({"system": "s", "zone": "Asia/Shanghai", "dates": ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"],
        "columns": {"id": "id", "title": "title", "opened": "opened", "deadline": "due", "closed": "closed",
            "status": "status", "category": "kind", "unit": "unit", "longitude": "lon", "latitude": "lat",
            "channel": "source", "telephone": "phone"},
        "values": {"status": {"open": "open", "closed": "closed", "void": "void", "new": "reported",
            "handling": "handling"}, "channel": {"电话": "hotline", "网格": "grid-member"}}})");
}

class Desk
{
public:
    ImportReport take(std::string_view rows, const Mapping &by = mapping())
    {
        return imported(_files.write("in.csv", std::string(head) + std::string(rows)), by, ledger);
    }
    /// The reasons in in.csv.rejected.csv.
    std::vector<std::string> reasons() const
    {
        std::vector<std::string> texts;
        if (std::filesystem::exists(_files.path("in.csv.rejected.csv"))) {
            for (const auto &row : tableOf(_files.path("in.csv.rejected.csv"))) {
                texts.push_back(row[1]);
            }
            texts.erase(texts.begin());
        }
        return texts;
    }
    Table rejected() const { return tableOf(_files.path("in.csv.rejected.csv")); }

    MemoryLedger ledger;

private:
    Files _files;
};

} // namespace

class ImportTest : public Sentences
{
    Q_OBJECT

private slots:
    void aRowBecomesATicket()
    {
        Desk desk;
        desk.take("7,路灯不亮,2023-07-05 09:30,2023-07-20 18:00,,open,路灯,城管局,115.04,37.22,网格,13800000000\n");
        const Ticket &ticket = desk.ledger.ticket("7");
        QCOMPARE(ticket.number, "7");
        QCOMPARE(ticket.title, "路灯不亮");
        QCOMPARE(ticket.reportedAt, moment("2023-07-05 09:30"));
        QCOMPARE(ticket.deadline->due, moment("2023-07-20 18:00"));
        QCOMPARE(ticket.deadline->cause, DeadlineCause::Given);
        QCOMPARE(ticket.step, Step::Assigned);
        QCOMPARE(ticket.channel, Channel::GridMember);
        QCOMPARE(*ticket.place.point, GeoPoint::fromDegrees(115.04, 37.22));
        QCOMPARE(ticket.citizen.telephone, "13800000000");
        QCOMPARE(desk.ledger.directory().nameOf(ticket.category), "路灯");
        QCOMPARE(desk.ledger.directory().nameOf(ticket.lead), "城管局");
        QCOMPARE(ticket.origin, (Origin { "s", "7" }));
    }

    void anotherImportMayTakeTheCodesMeanwhile()
    {
        Desk desk;
        desk.ledger.meanwhile([&desk] { // of another source, between this one's look at the county and its first row
            desk.ledger.set(Category { { "01" }, "12345", DeadlineClass::Other, {}, {} });
            desk.ledger.set(Category { { "0101" }, "井盖", DeadlineClass::Other, {}, {} });
        });
        const auto report = desk.take("7,灯,2023-07-05,,,open,路灯,u,,,,\n8,灯,2023-07-05,,,open,路灯,u,,,,\n");
        QCOMPARE(report.counts.added, 2U);
        QCOMPARE(report.counts.facts, 3U); // the source's own category, the row's, and the unit
        const Directory &county = desk.ledger.directory();
        QCOMPARE(county.categories().size(), std::size_t { 4 });
        QCOMPARE(county.categories().at({ "01" }).name, "12345");
        QCOMPARE(county.categories().at({ "0101" }).name, "井盖");
        QCOMPARE(county.categories().at({ "02" }).name, "s");
        QCOMPARE(desk.ledger.ticket("7").category, (CategoryCode { "0201" }));
        QCOMPARE(desk.ledger.ticket("8").category, (CategoryCode { "0201" }));
    }

    void whatTheSameSourceHasNamedMeanwhileIsUsed()
    {
        Desk desk;
        desk.ledger.meanwhile([&desk] { // at another workstation, with the rows before these
            desk.ledger.set(Category { { "01" }, "s", DeadlineClass::Other, {}, {} });
            desk.ledger.set(Category { { "0101" }, "井盖", DeadlineClass::Other, {}, {} });
            desk.ledger.set(Category { { "0102" }, "路灯", DeadlineClass::Other, {}, {} });
        });
        desk.take("7,灯,2023-07-05,,,open,路灯,u,,,,\n8,门,2023-07-05,,,open,门牌,u,,,,\n");
        QCOMPARE(desk.ledger.ticket("7").category, (CategoryCode { "0102" }));
        QCOMPARE(desk.ledger.ticket("8").category, (CategoryCode { "0103" }));
        QCOMPARE(desk.ledger.directory().categories().size(), std::size_t { 4 });
    }

    void everyEventHasTheSourcesTime()
    {
        Desk desk;
        desk.take("7,灯,2023-07-05 09:30,,2023-07-06 10:00,closed,路灯,城管局,,,,\n");
        const Ticket &ticket = desk.ledger.ticket("7");
        QCOMPARE(ticket.step, Step::Closed);
        QCOMPARE(ticket.closedAt, moment("2023-07-06 10:00"));
        QCOMPARE(ticket.assignedAt, moment("2023-07-05 09:30"));
        QVERIFY(std::ranges::all_of(
            ticket.trail, [](const TicketEvent &event) { return event.author.role == Role::Machine; }));
    }

    void aGivenDeadlineIsKeptWhereverItLies()
    {
        Desk desk;
        const auto report =
            desk.take("1,a,2011-07-05,2059-12-31,,open,k,u,,,,\n2,b,2011-07-05,2011-07-01,,open,k,u,,,,\n");
        QCOMPARE(desk.ledger.ticket("1").deadline->due, moment("2059-12-31"));
        QCOMPARE(desk.ledger.ticket("2").deadline->due, moment("2011-07-01"));
        QCOMPARE(report.counts.remarks[std::size_t(Remark::DeadlineBeforeOpening)], 1U);
    }

    void aTicketGoesAsFarAsItsRowSays()
    {
        Desk desk;
        desk.take(
            "1,a,2023-07-05,,,new,k,u,,,,\n2,b,2023-07-05,,,open,k,,,,,\n3,c,2023-07-05,,,handling,k,u,,,,\n"
            "4,d,2023-07-05,,,void,k,u,,,,\n5,e,2023-07-05,,2023-07-06,closed,,,,,,\n6,f,2023-07-05,,,open,,,,,,\n");
        QCOMPARE(desk.ledger.ticket("1").step, Step::Reported);
        QCOMPARE(desk.ledger.ticket("2").step, Step::Accepted);
        QCOMPARE(desk.ledger.ticket("3").step, Step::Handling);
        QCOMPARE(desk.ledger.ticket("4").step, Step::Void);
        QCOMPARE(desk.ledger.ticket("5").step, Step::Closed);
        QCOMPARE(desk.ledger.directory().nameOf(desk.ledger.ticket("5").lead), "s");
        QCOMPARE(desk.ledger.ticket("6").step, Step::Reported);
    }

    void whatCannotBeATicketIsRejectedWithItsReasonAndCells()
    {
        Desk desk;
        const auto report = desk.take("1,a,05.07.2023,,,open,k,u,,,,\n"
                                      "2,b,2023-07-05,,2023-07-04,closed,k,u,,,,\n"
                                      "3,c,2023-07-05,,,closed,k,u,,,,\n"
                                      "4,d,2023-07-05,,,halted,k,u,,,,\n"
                                      "5,,2023-07-05,,,open,,u,,,,\n"
                                      ",e,2023-07-05,,,open,k,u,,,,\n"
                                      "7,f,,,,open,k,u,,,,\n"
                                      "8,g,2023-07-05,,,open,k,u,,,,,more\n"
                                      "9,h,1823-07-05,,,open,k,u,,,,\n"
                                      "10,good,2023-07-05,,,open,k,u,,,,\n");
        QCOMPARE(report.counts.rows, 10U);
        QCOMPARE(report.counts.rejected, 9U);
        QCOMPARE(report.counts.added, 1U);
        const auto table = desk.rejected();
        QCOMPARE(table.size(), std::size_t { 10 });
        QCOMPARE(table[0][2], "id");
        QCOMPARE(table[1][0], "2");
        QVERIFY(table[1][1].contains("05.07.2023"));
        QCOMPARE(table[1][4], "05.07.2023");
        QVERIFY(table[4][1].contains("halted"));
        QCOMPARE(desk.ledger.tickets().size(), std::size_t { 1 });
    }

    void whatIsOddIsTakenAndCounted()
    {
        Desk desk;
        const auto report = desk.take("1,a,2023-07-05,,,open,k,u,200,95,,\n2,b,2023-07-05,,,open,k,u,115,,鸽子,\n"
                                      "3,,2023-07-05,,2023-07-06,open,k,u,0,0,,\n4,x,2023-07-05\n");
        QCOMPARE(report.counts.added, 4U);
        const auto &remarks = report.counts.remarks;
        QCOMPARE(remarks[std::size_t(Remark::NoPoint)], 3U);
        QCOMPARE(remarks[std::size_t(Remark::UnknownChannel)], 1U);
        QCOMPARE(remarks[std::size_t(Remark::TextFromCategory)], 1U);
        QCOMPARE(remarks[std::size_t(Remark::ClosedByTime)], 1U);
        QCOMPARE(remarks[std::size_t(Remark::TooFewCells)], 1U);
        QVERIFY(!desk.ledger.ticket("1").place.point);
        QVERIFY(desk.ledger.ticket("3").isOpen());
    }

    void aRowWithAPointGetsItsRegionAndOneOutsideIsCounted()
    {
        Desk desk;
        Region village;
        village.code = { "130529100201" };
        village.level = RegionLevel::Village;
        village.shape = { { { GeoPoint::fromDegrees(115, 37), GeoPoint::fromDegrees(115.1, 37),
            GeoPoint::fromDegrees(115.1, 37.1), GeoPoint::fromDegrees(115, 37.1) } } };
        desk.ledger.set(village);
        const auto report = desk.take("1,a,2023-07-05,,,open,k,u,115.05,37.05,,\n"
                                      "2,b,2023-07-05,,,open,k,u,-71.06,42.36,,\n");
        QCOMPARE(report.counts.added, 2U);
        QCOMPARE(report.counts.remarks[std::size_t(Remark::OutsideCounty)], 1U);
        QCOMPARE(desk.ledger.ticket("1").place.region, village.code);
        QVERIFY(desk.ledger.ticket("2").place.region.isEmpty());
        QVERIFY(desk.ledger.ticket("2").place.point);
    }

    void theSourcesDatumIsConvertedAndKept()
    {
        Desk desk;
        Mapping gcj02 = mapping();
        gcj02.datum = Datum::Gcj02;
        desk.take("1,a,2023-07-05,,,open,k,u,115.04,37.22,,\n", gcj02);
        const Place &place = desk.ledger.ticket("1").place;
        QCOMPARE(place.datum, Datum::Gcj02);
        QCOMPARE(*place.pointAsGiven, GeoPoint::fromDegrees(115.04, 37.22));
        QVERIFY(std::abs(place.point->longitude() - 115.04) > 0.003);
    }

    void longTextsAreKeptWhole()
    {
        Desk desk;
        std::string title;
        for (int i = 0; i < 300; ++i) {
            title += "灯";
        }
        Mapping withDetail = mapping();
        withDetail.column(TicketField::Detail) = "kind";
        desk.take("1," + title + ",2023-07-05,,,open," + std::string(9'000, 'x') + ",u,,,,\n", withDetail);
        const Ticket &ticket = desk.ledger.ticket("1");
        QVERIFY(ticket.title.ends_with("…"));
        std::size_t kept = std::ranges::count(ticket.detail, 'x');
        for (const TicketEvent &event : ticket.trail) {
            if (const auto *const note = std::get_if<Noted>(&event.content)) {
                kept += static_cast<std::size_t>(std::ranges::count(note->text, 'x'));
            }
        }
        QVERIFY(ticket.detail.starts_with(title));
        QCOMPARE(kept, std::size_t { 9'000 });
        QCOMPARE(desk.take("1," + title + ",2023-07-05,,,open," + std::string(9'000, 'x') + ",u,,,,\n", withDetail)
                     .counts.unchanged,
            1U);
    }

    void aThousandKindsHaveCodesOfTheirOwn()
    {
        Desk desk;
        std::string rows;
        for (int i = 0; i < 1000; ++i) {
            rows += std::to_string(i) + ",a,2023-07-05,,,open,kind " + std::to_string(i) + ",u,,,,\n";
        }
        const auto report = desk.take(rows);
        QCOMPARE(report.counts.added, 1000U);
        QCOMPARE(report.counts.facts, 1002U); // with the source's own category and one unit
        QCOMPARE(desk.ledger.directory().categories().size(), std::size_t { 1001 });
        QCOMPARE(desk.ledger.directory().nameOf(desk.ledger.ticket("999").category), "kind 999");
    }

    void theCountysOwnCategoryIsUsedByName()
    {
        Desk desk;
        desk.take("1,a,2023-07-05,,,open,路灯,u,,,,\n");
        Mapping other = mapping();
        other.system = "t";
        other.categories["street lights"] = "路灯";
        desk.take("2,a,2023-07-05,,,open,street lights,u,,,,\n", other);
        QCOMPARE(desk.ledger.ticket("2").category, desk.ledger.ticket("1").category);
        QCOMPARE(desk.ledger.ticket("2").lead, desk.ledger.ticket("1").lead);
    }

    void aStopLeavesWholeRows()
    {
        Desk desk;
        const Files files;
        std::string rows(head);
        for (int i = 0; i < 5'000; ++i) {
            rows += std::to_string(i) + ",a,2023-07-05,,2023-07-06,closed,k,u,,,,\n";
        }
        const auto file = files.write("in.csv", rows);
        const Mapping by = mapping();
        std::stop_source stop;
        ImportSurroundings surroundings = surroundingsOf(desk.ledger);
        surroundings.stop = stop.get_token();
        surroundings.progress = [&](const ImportCounts &counts, const SheetProgress &) {
            if (counts.rows >= 2'000) {
                stop.request_stop();
            }
        };
        const auto report = importTable(file, by, desk.ledger, surroundings);
        QVERIFY(report && report->isStopped);
        QVERIFY(report->counts.rows < 5'000);
        QCOMPARE(report->counts.added, report->counts.rows);
        QCOMPARE(desk.ledger.tickets().size(), report->counts.rows);
        QVERIFY(std::ranges::all_of(
            desk.ledger.tickets(), [](const auto &one) { return one.second.step == Step::Closed; }));
        QCOMPARE(imported(file, by, desk.ledger).counts.unchanged, report->counts.rows);
        QCOMPARE(desk.ledger.tickets().size(), std::size_t { 5'000 });
    }
};

QTEST_GUILESS_MAIN(ImportTest)
#include "tst_import.moc"
