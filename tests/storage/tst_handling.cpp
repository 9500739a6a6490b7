#include <storage/HandlingTimes.h>
#include <storage/Schema.h>
#include <storage/TicketStore.h>
#include <support/Sentences.h>

#include <algorithm>
#include <map>
#include <random>

using namespace huying;
using namespace std::chrono_literals;

namespace
{

using Durations = std::vector<std::chrono::milliseconds>;

Day day(int number)
{
    return Day { std::chrono::days { 19'000 + number } };
}

/// From the sorted times, as the definitions say.
HandlingTimes sortedOut(Durations times)
{
    std::ranges::sort(times);
    const std::size_t count = times.size();
    const auto lower = times[(count - 1) / 2];
    const auto upper = times[count / 2];
    std::size_t rank = 1;
    while (rank * 10 < count * 9) {
        ++rank;
    }
    return { std::int64_t(count), std::chrono::milliseconds { (lower + upper).count() / 2 }, times[rank - 1] };
}

} // namespace

class HandlingTest : public Sentences
{
    Q_OBJECT

    std::optional<Database> _database;
    std::optional<TicketStore> _tickets;
    std::vector<TicketRow> _rows;

    TicketRow &closed(int closedOn, std::chrono::milliseconds took)
    {
        TicketRow row;
        row.id.bytes[0] = std::uint8_t(_rows.size());
        row.id.bytes[1] = std::uint8_t(_rows.size() >> 8U);
        row.number = "T-" + std::to_string(_rows.size());
        row.region = { "130529100001" };
        row.category = { "0903" };
        row.lead = { "u01" };
        row.step = Step::Closed;
        row.closedAt = startOf(day(closedOn)) + 12h;
        row.reportedAt = *row.closedAt - took;
        return _rows.emplace_back(row);
    }
    void keep()
    {
        for (const TicketRow &row : _rows) {
            QVERIFY(_tickets->put(row, {}));
        }
        QVERIFY(_tickets->finish());
    }
    static FigureQuery between(int from, int until)
    {
        FigureQuery query;
        query.from = day(from);
        query.until = day(until);
        return query;
    }
    std::map<std::string, HandlingTimes> asked(const FigureQuery &query) const
    {
        std::map<std::string, HandlingTimes> groups;
        const std::vector<HandlingLine> lines = handlingTimes(*_database, query).value();
        for (const HandlingLine &line : lines) {
            groups[line.group] = line.times;
        }
        return groups;
    }

private slots:
    void init()
    {
        Sentences::init();
        _rows.clear();
        _tickets.reset();
        _database = Database::open(":memory:", Opening::Create).value();
        QVERIFY(prepareSchema(*_database, FileKind::Ledger));
        _tickets = TicketStore::on(*_database).value();
    }

    void noTicketsHaveNoTimes()
    {
        QVERIFY(!handlingTimesOf({}));
        QVERIFY(asked(between(0, 10)).empty());
    }
    void oneTicketIsItsOwnMedian() { QCOMPARE(handlingTimesOf({ 5h }), (HandlingTimes { 1, 5h, 5h })); }
    void anOddNumberHasOneInTheMiddle() { QCOMPARE(handlingTimesOf({ 9h, 1h, 2h }), (HandlingTimes { 3, 2h, 9h })); }
    void anEvenNumberHasTwoInTheMiddle()
    {
        QCOMPARE(handlingTimesOf({ 4h, 1h, 100h, 2h }), (HandlingTimes { 4, 3h, 100h }));
        QCOMPARE(handlingTimesOf({ 2ms, 1ms }), (HandlingTimes { 2, 1ms, 2ms }));
    }
    void tiesAreOneTime() { QCOMPARE(handlingTimesOf(Durations(40, 3h)), (HandlingTimes { 40, 3h, 3h })); }
    void nineInTenWereDoneInTheNinetieth()
    {
        Durations ten;
        for (int i = 10; i > 0; --i) {
            ten.emplace_back(i * 1h);
        }
        QCOMPARE(handlingTimesOf(ten)->ninetieth, 9h);
        ten.emplace_back(11h);
        QCOMPARE(handlingTimesOf(ten)->ninetieth, 10h); // nine of eleven are not nine in ten
    }
    void anyTimesAreAsSortedOut()
    {
        std::mt19937 dice(1);
        for (int count = 1; count < 200; ++count) {
            Durations times;
            for (int i = 0; i < count; ++i) {
                times.emplace_back(std::uniform_int_distribution<int>(0, count)(dice));
            }
            QCOMPARE(handlingTimesOf(times), sortedOut(times));
        }
    }

    void onlyWhatWasClosedInThePeriodAndStandsClosedCounts()
    {
        closed(-1, 90h);
        closed(0, 1h);
        closed(10, 3h);
        closed(11, 90h);
        closed(5, 90h).step = Step::Void;
        TicketRow &open = closed(5, 90h);
        open.step = Step::Handling;
        open.closedAt.reset();
        keep();
        QCOMPARE(asked(between(0, 10)).at(""), (HandlingTimes { 2, 2h, 3h }));
    }

    void aDayIsTheCountysDay()
    {
        closed(3, 5h).closedAt = startOf(day(3));
        closed(3, 5h).closedAt = endOf(day(3)) - 1ms;
        closed(3, 5h).closedAt = endOf(day(3));
        keep();
        QCOMPARE(asked(between(3, 3)).at("").tickets, 2);
    }

    void everyQuestionIsAnsweredAsBySorting()
    {
        std::mt19937 dice(2);
        const auto below = [&dice](int end) { return std::uniform_int_distribution<int>(0, end - 1)(dice); };
        for (int i = 0; i < 500; ++i) {
            TicketRow &row = closed(below(60), below(1'000) * 1min);
            row.region = { std::array { "130529100001", "130529100002", "130529101001" }.at(std::size_t(below(3))) };
            row.category = { std::array { "0903", "0904", "1001" }.at(std::size_t(below(3))) };
            row.lead = { std::array { "u01", "u02" }.at(std::size_t(below(2))) };
            row.channel = static_cast<Channel>(below(2));
        }
        keep();
        const auto timesOf = [this](const std::function<std::string(const TicketRow &)> &group, const auto &isMeant) {
            std::map<std::string, Durations> times;
            for (const TicketRow &row : _rows) {
                if (isMeant(row)) {
                    times[group(row)].push_back(*row.closedAt - row.reportedAt);
                }
            }
            std::map<std::string, HandlingTimes> groups;
            for (const auto &[name, all] : times) {
                groups[name] = sortedOut(all);
            }
            return groups;
        };
        const auto isIn = [](const TicketRow &row) {
            return dayOf(*row.closedAt) >= day(10) && dayOf(*row.closedAt) <= day(40);
        };
        FigureQuery query = between(10, 40);
        query.by = FigureQuery::By::EachRegion;
        query.codeLength = 9;
        QCOMPARE(asked(query), timesOf([](const TicketRow &row) { return row.region.text.substr(0, 9); }, isIn));
        query.by = FigureQuery::By::EachMonth;
        QCOMPARE(asked(query),
            timesOf([](const TicketRow &row) { return isoDay(dayOf(*row.closedAt)).substr(0, 7); }, isIn));
        query.by = FigureQuery::By::EachUnit;
        query.region = { "130529100" };
        query.category = { "09" };
        query.channel = Channel::Citizen;
        const auto isMeant = [&](const TicketRow &row) {
            return isIn(row) && row.region.text.starts_with("130529100") && row.category.text.starts_with("09")
                && row.channel == Channel::Citizen;
        };
        QCOMPARE(asked(query), timesOf([](const TicketRow &row) { return row.lead.text; }, isMeant));
        query.by = FigureQuery::By::EachChannel;
        query.unit = { "u02" };
        const auto isTheirs = [&](const TicketRow &row) { return isMeant(row) && row.lead.text == "u02"; };
        QCOMPARE(asked(query),
            timesOf([](const TicketRow &row) { return std::string(nameIn(channelNames, row.channel)); }, isTheirs));
    }

    void thePeriodIsFoundByTheIndexOverClosings()
    {
        auto plan = _database->prepare("EXPLAIN QUERY PLAN SELECT closed_at - reported_at FROM ticket "
                                       "WHERE closed_at >= ?1 AND closed_at < ?2 AND step = 4");
        QVERIFY(plan && plan->step().value());
        const std::string way(plan->text(3));
        QVERIFY2(way.contains("ticket_closed"), way.c_str());
    }
};

QTEST_GUILESS_MAIN(HandlingTest)
#include "tst_handling.moc"
