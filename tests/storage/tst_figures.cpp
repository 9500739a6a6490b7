#include <storage/FigureReader.h>
#include <storage/Schema.h>
#include <storage/TicketStore.h>
#include <support/Sentences.h>

#include <map>
#include <random>

using namespace huying;

namespace
{

using Counts = std::map<FigureCount, std::int64_t>;

Day day(int number)
{
    return Day { std::chrono::days { 19'000 + number } };
}

class Dice
{
public:
    explicit Dice(unsigned seed) : _engine(seed) {}
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(_engine); }
    template <std::size_t count>
    std::string of(const std::array<const char *, count> &choices)
    {
        return choices[std::size_t(below(int(count)))];
    }

private:
    std::mt19937 _engine;
};

constexpr std::array<const char *, 5> regions { "130529100001001", "130529100001002", "130529101", "130529", "" };
constexpr std::array<const char *, 4> categories { "0903", "09", "1001", "" };
constexpr std::array<const char *, 3> units { "u01", "u02", "" };

TicketRow rowBy(Dice &dice, int number)
{
    TicketRow row;
    row.id.bytes[0] = std::uint8_t(number);
    row.number = "T-" + std::to_string(number);
    row.region = { dice.of(regions) };
    row.category = { dice.of(categories) };
    row.lead = { dice.of(units) };
    row.channel = static_cast<Channel>(dice.below(3));
    row.reportedAt = startOf(day(number % 40));
    std::vector<Counted> flow { { Measure::Reported, dayOf(row.reportedAt), {} } };
    for (int i = dice.below(4); i > 0; --i) {
        flow.push_back({ static_cast<Measure>(1 + dice.below(18)), day(dice.below(80) - 20), { dice.of(units) } });
    }
    const auto cohort = 1U | std::uint32_t(dice.below(1 << 20)) << 4;
    row.counted = dice.below(9) == 0 ? std::string() : packed(cohort, flow, row.reportedAt, row.lead);
    return row;
}

/// Counted from the rows and nothing else.
Counts countedIn(const std::vector<TicketRow> &rows)
{
    Counts counts;
    for (const TicketRow &row : rows) {
        unpack(row.counted, row.reportedAt, row.lead.text,
            [&](Counting counting, Day on, std::string_view unit, Measure measure) {
                ++counts[{ counting, on, row.region.text, row.category.text, std::string(unit), row.channel, measure }];
            });
    }
    return counts;
}

} // namespace

class FiguresTest : public Sentences
{
    Q_OBJECT

    std::optional<Database> _database;
    std::optional<TicketStore> _tickets;

    Counts kept() const
    {
        Counts counts;
        const auto walked = walkFigures(
            *_database, "figure", [&](const FigureCount &what, std::int64_t count) { counts[what] += count; });
        return walked ? counts : Counts();
    }
    std::map<std::string, Figures> asked(const FigureQuery &query) const
    {
        std::map<std::string, Figures> groups;
        const auto lines = FigureReader(*_database).figures(query).value();
        for (const FigureLine &line : lines) {
            groups[line.group] = line.figures;
        }
        return groups;
    }
    static std::string groupOf(const FigureCount &what, const FigureQuery &query)
    {
        const auto cut = [&](const std::string &code) {
            return query.codeLength > 0 ? code.substr(0, query.codeLength) : code;
        };
        switch (query.by) {
        case FigureQuery::By::Nothing:
            return {};
        case FigureQuery::By::EachDay:
            return isoDay(what.day);
        case FigureQuery::By::EachMonth:
            return isoDay(what.day).substr(0, 7);
        case FigureQuery::By::EachRegion:
            return cut(what.region);
        case FigureQuery::By::EachCategory:
            return cut(what.category);
        case FigureQuery::By::EachUnit:
            return what.unit;
        case FigureQuery::By::EachChannel:
            break;
        }
        return std::string(nameIn(channelNames, what.channel));
    }
    static std::map<std::string, Figures> counted(const std::vector<TicketRow> &rows, const FigureQuery &query)
    {
        std::map<std::string, Figures> groups;
        for (const auto &[what, count] : countedIn(rows)) {
            if (what.counting == query.counting && what.day >= query.from && what.day <= query.until
                && what.region.starts_with(query.region.text) && what.category.starts_with(query.category.text)
                && (query.unit.isEmpty() || what.unit == query.unit.text)
                && (!query.channel || what.channel == *query.channel)) {
                groups[groupOf(what, query)][what.measure] += count;
            }
        }
        return groups;
    }

private slots:
    void init()
    {
        Sentences::init();
        _tickets.reset();
        _database = Database::open(":memory:", Opening::Create).value();
        QVERIFY(prepareSchema(*_database, FileKind::Ledger));
        _tickets = TicketStore::on(*_database).value();
    }

    void whatIsKeptIsWhatTheTicketsAddUpToHoweverTheyChange()
    {
        Dice dice(1);
        std::vector<TicketRow> rows;
        for (int step = 0; step < 600; ++step) {
            const int number = dice.below(120);
            const auto known =
                std::ranges::find(rows, std::uint8_t(number), [](const TicketRow &row) { return row.id.bytes[0]; });
            if (known != rows.end() && dice.below(4) == 0) {
                QVERIFY(_tickets->remove(known->id));
                rows.erase(known);
            } else {
                const TicketRow row = rowBy(dice, number);
                QVERIFY(_tickets->put(row, {}));
                known == rows.end() ? rows.push_back(row) : void(*known = row);
            }
            if (dice.below(5) == 0) {
                QVERIFY(_tickets->finish());
                QVERIFY(kept() == countedIn(rows));
            }
        }
        QVERIFY(_tickets->finish());
        QVERIFY(kept() == countedIn(rows));
        for (const TicketRow &row : rows) {
            QVERIFY(_tickets->remove(row.id));
        }
        QVERIFY(_tickets->finish());
        QCOMPARE(_database->number("SELECT count(*) FROM figure").value(), 0);
    }

    void everyQuestionIsAnsweredAsByCounting()
    {
        Dice dice(2);
        std::vector<TicketRow> rows;
        for (int number = 0; number < 120; ++number) {
            rows.push_back(rowBy(dice, number));
            QVERIFY(_tickets->put(rows.back(), {}));
        }
        QVERIFY(_tickets->finish());
        for (int i = 0; i < 400; ++i) {
            FigureQuery query;
            query.counting = static_cast<Counting>(dice.below(2));
            query.from = day(dice.below(60) - 20);
            query.until = query.from + std::chrono::days { dice.below(40) };
            query.region = { dice.below(2) == 0 ? "" : "130529100" };
            query.category = { dice.below(2) == 0 ? "" : "09" };
            query.unit = { dice.below(2) == 0 ? "" : "u01" };
            query.channel = dice.below(3) == 0 ? std::optional(Channel::GridMember) : std::nullopt;
            query.by = static_cast<FigureQuery::By>(dice.below(7));
            query.codeLength = std::size_t(dice.below(2)) * (query.by == FigureQuery::By::EachRegion ? 9 : 2);
            QVERIFY(asked(query) == counted(rows, query));
        }
    }

    void whatWasTakenBackIsNotCounted()
    {
        Dice dice(3);
        const TicketRow first = rowBy(dice, 1);
        QVERIFY(_tickets->put(first, {}) && _tickets->finish());
        {
            const auto transaction = Transaction::beginWriting(*_database);
            QVERIFY(_tickets->put(rowBy(dice, 2), {}));
            QVERIFY(_tickets->finish());
            QVERIFY(_tickets->put(rowBy(dice, 3), {}));
        }
        _tickets->forgetUncommitted();
        const TicketRow last = rowBy(dice, 4);
        QVERIFY(_tickets->put(last, {}) && _tickets->finish());
        QVERIFY(kept() == countedIn({ first, last }));
    }

    void cellsOfManyTicketsAreExact()
    {
        Dice dice(5);
        TicketRow row = rowBy(dice, 1);
        row.counted = packed(1, { { Measure::Reported, dayOf(row.reportedAt), {} } }, row.reportedAt, row.lead);
        for (int number = 0; number < 300; ++number) {
            row.id.bytes[1] = std::uint8_t(number);
            row.id.bytes[2] = std::uint8_t(number / 256);
            row.number = std::to_string(number);
            QVERIFY(_tickets->put(row, {}) && _tickets->finish());
        }
        FigureQuery query;
        query.from = query.until = dayOf(row.reportedAt);
        QCOMPARE(asked(query)[""][Measure::Reported], 300);
    }
};

QTEST_APPLESS_MAIN(FiguresTest)
#include "tst_figures.moc"
