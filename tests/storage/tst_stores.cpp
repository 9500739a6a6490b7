#include <storage/EntryStore.h>
#include <storage/FactStore.h>
#include <storage/Glances.h>
#include <storage/Schema.h>
#include <storage/TicketStore.h>
#include <support/Sentences.h>

using namespace huying;

namespace
{

Instant at(int hours)
{
    return Instant { std::chrono::hours { 469'000 + hours } };
}

Uuid idOf(int number)
{
    Uuid id;
    id.bytes[14] = static_cast<std::uint8_t>(number >> 8);
    id.bytes[15] = static_cast<std::uint8_t>(number);
    return id;
}

Entry noted(Position position, int ticket)
{
    const TicketEvent event { idOf(1000 + int(position)), idOf(ticket), 1,
        { { "p01" }, "调度员 一席", Role::Dispatcher, { "u00" }, "D1" }, at(int(position)), Noted { "更正" } };
    Entry entry { position, at(int(position)), recordOf(event, {}), {} };
    entry.chain = { 7, static_cast<std::uint8_t>(position) };
    return entry;
}

Entry reported(Position position)
{
    Reported report;
    report.number = "T";
    report.citizen = { "王某", "13900000000" };
    const TicketEvent event { idOf(1), idOf(1), 0, {}, at(0), report };
    return { position, at(0), recordOf(event, { 1, 2, 3 }), { 9 } };
}

GeoPoint pointOf(int number)
{
    return { 1'150'000'000 + number * 10, 372'000'000 + number % 4 * 10 };
}

TicketRow rowOf(int number)
{
    TicketRow row;
    row.id = idOf(number);
    row.version = 3;
    row.number = "T-" + std::to_string(number);
    row.category = { number % 2 == 0 ? "0903" : "1001" };
    row.region = { number % 3 == 0 ? "130529100201003" : "130529200101001" };
    row.place = "东大街南口";
    row.title = number == 7 ? "100%_坏的路灯" : "井盖破损";
    row.lead = { "u01" };
    row.reportedAt = at(number / 2); // two at a time, so that the id decides
    row.changedAt = at(number + 1);
    return row;
}

/// A row in which every field differs from its default.
TicketRow fullRow()
{
    TicketRow row = rowOf(9);
    row.step = Step::Closed;
    row.channel = Channel::Sensor;
    row.deadlineClass = DeadlineClass::PublicService;
    row.point = GeoPoint { 1'150'351'234, -372'205'678 };
    row.closedAt = at(1);
    row.firstAnsweredAt = at(2);
    row.milestoneMetAt = at(3);
    row.due = at(4);
    row.soonAt = at(5);
    row.milestone = Milestone::FirstAnswer;
    row.isProvisional = row.isOnAccount = row.isDisputed = row.isExtensionAsked = true;
    row.isFollowedUp = row.isCalledBack = row.isJoined = true;
    row.rating = Rating::Dissatisfied;
    row.bounces = 1;
    row.reworks = 2;
    row.repeats = 65'535;
    row.urging = UrgingLevel::LeaderNotice;
    row.importance = 3;
    row.counted = std::string("\1\0\2", 3);
    row.origin = { "12345", "XT-1" };
    return row;
}

std::vector<std::string> numbersOf(const std::vector<TicketRow> &rows)
{
    std::vector<std::string> numbers;
    std::ranges::transform(rows, std::back_inserter(numbers), &TicketRow::number);
    return numbers;
}

} // namespace

class Stores : public Sentences
{
    Q_OBJECT

    std::optional<Database> _database;
    std::optional<EntryStore> _entries;
    std::optional<RowStore> _rows;
    std::optional<FactStore> _facts;

    void putRows(int count)
    {
        for (int number = 1; number <= count; ++number) {
            QVERIFY(_rows->put(rowOf(number)));
        }
    }

private slots:
    void init()
    {
        Sentences::init();
        _facts.reset();
        _rows.reset();
        _entries.reset();
        _database = Database::open(":memory:", Opening::Create).value();
        QVERIFY(prepareSchema(*_database, FileKind::Ledger));
        _entries = EntryStore::on(*_database).value();
        _rows = RowStore::on(*_database).value();
        _facts = FactStore::on(*_database).value();
    }

    void anEntryComesBackAsItWas()
    {
        for (const Entry &entry : { reported(1), noted(2, 1) }) {
            const auto inserted = _entries->insert(entry);
            QVERIFY2(inserted, inserted ? "" : qPrintable(inserted.error().text));
            QCOMPARE(_entries->after(entry.position - 1, 1).value(), std::vector<Entry> { entry });
        }
    }

    void aFactsEntryComesBackAsItWas()
    {
        const CountyEvent event { idOf(5), 0, {}, at(0),
            GridMember { { "g1" }, { "130529100201003" }, { "赵某", "1" } } };
        const Entry entry { 1, at(0), recordOf(event, { 4 }), {} };
        QVERIFY(_entries->insert(entry));
        QCOMPARE(_entries->after(0, 1).value(), std::vector<Entry> { entry });
    }

    void entriesAreFoundByTicketAndEvent()
    {
        for (const Position position : { 1, 2, 3, 4 }) {
            QVERIFY(_entries->insert(noted(position, int(position) % 2)));
        }
        QCOMPARE(_entries->trailOf(idOf(1)).value(), (std::vector<Entry> { noted(1, 1), noted(3, 1) }));
        QCOMPARE(_entries->countOf(idOf(0)).value(), 2);
        QCOMPARE(_entries->positionOf(idOf(1003)).value(), std::optional<Position> { 3 });
        QCOMPARE(_entries->positionOf(idOf(9)).value(), std::nullopt);
    }

    void entriesAreReadFromAPositionOnUpToALimit()
    {
        for (Position position = 1; position <= 5; ++position) {
            QVERIFY(_entries->insert(noted(position, 1)));
        }
        QCOMPARE(_entries->after(2, 2).value(), (std::vector<Entry> { noted(3, 1), noted(4, 1) }));
        QVERIFY(_entries->after(5, 2).value().empty());
    }

    void aPositionAndAnIdAreGivenOnce()
    {
        QVERIFY(_entries->insert(noted(1, 1)));
        QVERIFY(!_entries->insert(noted(1, 2)));
        Entry sameId = noted(1, 1);
        sameId.position = 2;
        QVERIFY(!_entries->insert(sameId));
    }

    void aWalkStopsAtTheFirstFailure()
    {
        for (Position position = 1; position <= 5; ++position) {
            QVERIFY(_entries->insert(noted(position, 1)));
        }
        Position last = 0;
        const auto walked = _entries->walk(1, 5, [&](Entry &&entry) -> std::expected<void, Failure> {
            last = entry.position;
            return last < 3 ? std::expected<void, Failure>() : failure(FailureKind::Cancelled, {});
        });
        QCOMPARE(walked.error().kind, FailureKind::Cancelled);
        QCOMPARE(last, Position { 3 });
    }

    void anAuthorStandsOnce()
    {
        for (Position position = 1; position <= 5; ++position) {
            QVERIFY(_entries->insert(noted(position, 1)));
        }
        QCOMPARE(_database->number("SELECT count(*) FROM author").value(), 1);
    }

    void aRowComesBackAsItWas()
    {
        for (const TicketRow &row : { TicketRow(rowOf(3)), fullRow() }) {
            QVERIFY(_rows->put(row));
            QVERIFY(_rows->find(row.id).value() == row);
            QVERIFY(_rows->byNumber(row.number).value() == row);
        }
        QVERIFY(_rows->byOrigin({ "12345", "XT-1" }).value() == fullRow());
        QVERIFY(!_rows->byOrigin({ "12345", "XT-2" }).value());
    }

    void aRowThatIsPutAgainTakesTheOthersPlace()
    {
        TicketRow row = fullRow();
        row.step = Step::Handling;
        QVERIFY(_rows->put(row));
        QVERIFY(_rows->put(fullRow()));
        QVERIFY(_rows->find(row.id).value() == fullRow());
        QCOMPARE(_database->number("SELECT count(*) FROM ticket").value(), 1);
    }

    void twoTicketsDoNotShareANumber()
    {
        TicketRow other = rowOf(2);
        other.number = rowOf(1).number;
        QVERIFY(_rows->put(rowOf(1)));
        QVERIFY(!_rows->put(other));
        QVERIFY(!_rows->find(other.id).value());
    }

    void pagesFollowEachOtherNewestFirst()
    {
        putRows(9);
        std::vector<TicketRow> all;
        std::optional<TicketRow> last;
        while (true) {
            const auto page = _rows->page({}, last, 2).value();
            if (page.empty()) {
                break;
            }
            std::ranges::copy(page, std::back_inserter(all));
            last = page.back();
        }
        QCOMPARE(numbersOf(all),
            (std::vector<std::string> { "T-9", "T-8", "T-7", "T-6", "T-5", "T-4", "T-3", "T-2", "T-1" }));
    }

    void aPageHoldsWhatPassesTheFilter_data()
    {
        QTest::addColumn<TicketFilter>("filter");
        const auto row = [](const char *name, auto set) {
            TicketFilter filter;
            set(filter);
            QTest::newRow(name) << filter;
        };
        row("category", [](TicketFilter &filter) { filter.categories = { { "09" } }; });
        row("two categories", [](TicketFilter &filter) { filter.categories = { { "09" }, { "1001" } }; });
        row("region", [](TicketFilter &filter) { filter.region = { "130529100" }; });
        row("from", [](TicketFilter &filter) { filter.from = dayOf(at(9)); });
        row("until", [](TicketFilter &filter) { filter.until = dayOf(at(9)); });
        row("channel", [](TicketFilter &filter) { filter.channel = Channel::Hotline; });
        row("step", [](TicketFilter &filter) { filter.step = Step::Handling; });
        row("deadline class", [](TicketFilter &filter) { filter.deadlineClass = DeadlineClass::Emergency; });
        row("area", [](TicketFilter &filter) {
            filter.area = { { { pointOf(4).longitudeE7, 371'999'995 }, { pointOf(30).longitudeE7, 371'999'995 },
                { pointOf(30).longitudeE7, 372'000'025 }, { pointOf(4).longitudeE7, 372'000'025 } } };
        });
        row("unit", [](TicketFilter &filter) { filter.unit = { "u02" }; });
        row("words", [](TicketFilter &filter) { filter.words = "井盖"; });
        row("words with signs of a pattern", [](TicketFilter &filter) { filter.words = "0%_坏"; });
        row("two words", [](TicketFilter &filter) { filter.words = "井盖　t-1"; });
        row("one character", [](TicketFilter &filter) { filter.words = "盖"; });
        row("number", [](TicketFilter &filter) { filter.words = "T-1"; });
    }
    void aPageHoldsWhatPassesTheFilter()
    {
        QFETCH(const TicketFilter, filter);
        std::vector<std::string> expected;
        auto tickets = TicketStore::on(*_database);
        for (int number = 60; number >= 1; --number) {
            TicketRow row = rowOf(number);
            row.channel = number % 5 == 0 ? Channel::Hotline : Channel::Citizen;
            row.lead = { number % 4 == 0 ? "u02" : "u01" };
            row.step = number % 6 == 0 ? Step::Handling : Step::Assigned;
            row.deadlineClass = number % 7 == 0 ? DeadlineClass::Emergency : DeadlineClass::Other;
            row.point = number % 9 == 0 ? std::nullopt : std::optional(pointOf(number));
            QVERIFY(tickets->put(row, {}));
            if (passes(row, filter)) {
                expected.push_back(row.number);
            }
        }
        QVERIFY(!expected.empty());
        QVERIFY(tickets->finish());
        std::vector<std::string> found = numbersOf(_rows->page(filter, {}, 100).value());
        QCOMPARE(found, expected);
    }

    void aGlanceShowsEveryTicketThatHasAPlace()
    {
        putRows(3);
        QVERIFY(_rows->put(fullRow()));
        std::vector<TicketId> seen;
        QVERIFY(_rows->glance([&](const RowGlance &glance) {
            seen.push_back(glance.id);
            QCOMPARE(glance.point, fullRow().point.value());
            QCOMPARE(glance.region, std::string_view("130529100201003"));
            QCOMPARE(glance.step, Step::Closed);
        }));
        QCOMPARE(seen, std::vector<TicketId> { fullRow().id });
    }

    void theMapIsShownEveryTicketAndThoseOfADay()
    {
        putRows(3);
        QVERIFY(_rows->put(fullRow()));
        std::size_t seen = 0;
        QVERIFY(glanceAtTickets(*_database, std::nullopt, [&](const TicketGlance &glance) {
            ++seen;
            if (glance.id == fullRow().id) {
                QCOMPARE(glance.point, fullRow().point);
                QCOMPARE(glance.region, std::string_view("130529100201003"));
                QCOMPARE(glance.due, fullRow().due);
                QCOMPARE(glance.counted, std::string_view(fullRow().counted));
            } else {
                QVERIFY(!glance.point);
            }
        }));
        QCOMPARE(seen, 4U);
        const Day day = dayOf(fullRow().reportedAt);
        std::size_t ofDay = 0;
        QVERIFY(glanceAtTickets(*_database, day, [&](const TicketGlance &glance) {
            ++ofDay;
            QCOMPARE(dayOf(glance.reportedAt), day);
        }));
        QVERIFY(ofDay > 0);
        QVERIFY(
            glanceAtTickets(*_database, day + std::chrono::days { 4000 }, [&](const TicketGlance &) { ofDay = 0; }));
        QVERIFY(ofDay > 0);
    }

    void provisionalOnesAreFound()
    {
        putRows(3);
        QVERIFY(_rows->put(fullRow()));
        QCOMPARE(_rows->provisional().value(), std::vector<TicketId> { fullRow().id });
    }

    void factsComeBackAsTheyWereSetLast()
    {
        const auto set = [&](int id, const Unit &unit) {
            const CountyEvent event { idOf(id), 0, {}, at(0), unit };
            QVERIFY(_facts->set(recordOf(event, {}), id));
        };
        set(1, { { "u01" }, "供水服务中心", UnitKind::Department, {} });
        set(2, { { "u02" }, "民政局", UnitKind::Department, {} });
        set(3, { { "u01" }, "供水中心", UnitKind::Department, {} });
        const auto facts = _facts->all().value();
        QCOMPARE(facts.size(), std::size_t { 2 });
        QCOMPARE(std::get<Unit>(facts.front()).name, "供水中心");
    }
};

QTEST_APPLESS_MAIN(Stores)
#include "tst_stores.moc"
