#include <storage/FigureReader.h>
#include <storage/Schema.h>
#include <storage/TicketStore.h>
#include <support/Sentences.h>

#include <random>

using namespace huying;

namespace
{

/// Few characters, so that words are found often, in many places and in the wrong order too.
constexpr std::array<std::string_view, 12> letters { "路", "灯", "不", "亮", "王", "虎", "a", "B", "1", "0", " ", "%" };

class Dice
{
public:
    explicit Dice(unsigned seed) : _engine(seed) {}
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(_engine); }
    std::string text(int most)
    {
        std::string text;
        for (int i = below(most + 1); i > 0; --i) {
            text += letters[std::size_t(below(int(letters.size())))];
        }
        return text;
    }

private:
    std::mt19937 _engine;
};

struct Told {
    TicketRow row;
    Citizen citizen;
};

/// A third of the tickets comes late; many are of one moment.
Told toldBy(Dice &dice, int number)
{
    Told told;
    TicketRow &row = told.row;
    for (std::size_t i = 0; i < 16; ++i) {
        row.id.bytes[i] = std::uint8_t(dice.below(256));
    }
    row.version = 1;
    row.number = "T" + std::to_string(number) + "-" + dice.text(3);
    row.title = dice.text(8);
    row.place = dice.text(6);
    row.region = { dice.below(2) == 0 ? "130529100001001" : "130529101002003" };
    row.category = { dice.below(2) == 0 ? "0903" : "1001" };
    row.lead = { dice.below(3) == 0 ? "u02" : "u01" };
    const int hour = dice.below(3) == 0 ? dice.below(number + 1) : number;
    row.reportedAt = Instant { std::chrono::hours { 469'000 + hour / 4 } };
    if (dice.below(2) == 0) {
        told.citizen = { dice.text(3), "138" + std::to_string(10'000 + dice.below(90'000)) };
    }
    return told;
}

/// Read from all rows and nothing else.
std::vector<std::string> plainly(const std::vector<Told> &all, const TicketFilter &filter, int limit)
{
    TicketFilter rest = filter;
    rest.words.clear();
    std::vector<const TicketRow *> rows;
    for (const Told &each : all) {
        const auto isFound = [&](const std::string &word) {
            TicketFilter one;
            one.words = word;
            one.senses = filter.senses;
            return passes(each.row, one)
                || (charactersIn(word) >= 2
                    && (containsWord(each.citizen.name, word) || containsWord(each.citizen.telephone, word)));
        };
        if (passes(each.row, rest) && std::ranges::all_of(wordsIn(filter.words), isFound)) {
            rows.push_back(&each.row);
        }
    }
    std::ranges::sort(rows, std::greater(), [](const TicketRow *row) { return std::pair(row->reportedAt, row->id); });
    std::vector<std::string> numbers;
    for (const TicketRow *const row : rows) {
        if (std::ssize(numbers) < limit) {
            numbers.push_back(row->number);
        }
    }
    return numbers;
}

} // namespace

class SearchTest : public Sentences
{
    Q_OBJECT

    std::optional<Database> _database;
    std::optional<TicketStore> _tickets;
    std::optional<RowStore> _rows;
    std::vector<Told> _told;

    void tell(unsigned seed, int count)
    {
        Dice dice(seed);
        for (int number = 0; number < count; ++number) {
            _told.push_back(toldBy(dice, number));
            QVERIFY(_tickets->put(_told.back().row, _told.back().citizen));
            if (number % 7 == 0) {
                QVERIFY(_tickets->finish());
            }
        }
        QVERIFY(_tickets->finish());
    }
    std::vector<std::string> found(const TicketFilter &filter, int atOnce, int limit)
    {
        std::vector<std::string> numbers;
        std::optional<TicketRow> last;
        while (std::ssize(numbers) < limit) {
            const auto page = _rows->page(filter, last, atOnce);
            if (!page) {
                qWarning("%s", qPrintable(page.error().text));
                return {};
            }
            if (page->empty()) {
                break;
            }
            last = page->back();
            for (const TicketRow &row : *page) {
                numbers.push_back(row.number);
            }
        }
        numbers.resize(std::min(numbers.size(), std::size_t(limit)));
        return numbers;
    }
    static TicketFilter words(std::string text)
    {
        TicketFilter filter;
        filter.words = std::move(text);
        return filter;
    }
    void compareWithAPlainScan(Dice &dice)
    {
        TicketFilter filter = words(dice.text(4) + (dice.below(3) == 0 ? " " + dice.text(2) : std::string()));
        if (dice.below(3) == 0) {
            filter.region = { "130529100" };
        }
        if (dice.below(3) == 0) {
            filter.until = dayOf(_told[std::size_t(dice.below(int(_told.size())))].row.reportedAt);
        }
        if (dice.below(3) == 0) {
            filter.from = dayOf(_told[std::size_t(dice.below(int(_told.size())))].row.reportedAt);
        }
        for (const std::string &word : wordsIn(filter.words)) {
            if (dice.below(3) == 0) {
                filter.senses.push_back({ word, { { "130529101" } }, { { "u02" } } });
            }
        }
        const int limit = 1 + dice.below(60);
        QCOMPARE(_rows->count(filter).value(), std::ssize(plainly(_told, filter, 1'000)));
        QVERIFY2(found(filter, 1 + dice.below(30), limit) == plainly(_told, filter, limit), filter.words.c_str());
    }

private slots:
    void init()
    {
        Sentences::init();
        _rows.reset();
        _tickets.reset();
        _told.clear();
        _database = Database::open(":memory:", Opening::Create).value();
        QVERIFY(prepareSchema(*_database, FileKind::Ledger));
        _tickets = TicketStore::on(*_database).value();
        _rows = RowStore::on(*_database).value();
    }

    void whatIsFoundIsWhatAPlainScanFinds_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 20; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }
    void whatIsFoundIsWhatAPlainScanFinds()
    {
        QFETCH(const unsigned, seed);
        tell(seed, 300);
        Dice dice(seed + 1'000);
        for (int i = 0; i < 60 && !QTest::currentTestFailed(); ++i) {
            compareWithAPlainScan(dice);
        }
    }

    void itIsTheSameAfterTicketsHaveGoneAndComeAgain()
    {
        tell(99, 300);
        Dice dice(7);
        std::vector<Told> gone;
        for (int i = 0; i < 100; ++i) {
            const auto at = _told.begin() + dice.below(int(_told.size()));
            QVERIFY(_tickets->remove(at->row.id));
            gone.push_back(*at);
            _told.erase(at);
        }
        QVERIFY(_tickets->finish());
        for (int i = 0; i < 60 && !QTest::currentTestFailed(); ++i) {
            compareWithAPlainScan(dice);
        }
        for (const Told &each : gone) {
            QVERIFY(_tickets->put(each.row, each.citizen));
            _told.push_back(each);
        }
        QVERIFY(_tickets->finish());
        for (int i = 0; i < 60 && !QTest::currentTestFailed(); ++i) {
            compareWithAPlainScan(dice);
        }
    }

    void itIsTheSameWhenMadeAnewFromRows()
    {
        tell(5, 200);
        for (Told &each : _told) {
            each.citizen = {}; // personal parts are in events, and there are none here
        }
        QVERIFY(deriveFromRows(*_database));
        Dice dice(8);
        for (int i = 0; i < 100 && !QTest::currentTestFailed(); ++i) {
            compareWithAPlainScan(dice);
        }
    }

    void aCitizenWhosePersonalPartHasGoneIsNotFound()
    {
        Dice dice(1);
        Told told = toldBy(dice, 1);
        QVERIFY(_tickets->put(told.row, { "张小凡", "13987654321" }));
        QVERIFY(_tickets->finish());
        for (const char *const word : { "张小", "小凡", "张小凡", "6543", "139" }) {
            QCOMPARE(found(words(word), 10, 10).size(), std::size_t { 1 });
        }
        QVERIFY(found(words("1354"), 10, 10).empty()); // pairs that do not follow each other
        QVERIFY(_tickets->setCitizen(told.row.id, {}));
        QVERIFY(found(words("张小凡"), 10, 10).empty());
    }

    void whatWasTakenBackIsNotFound()
    {
        tell(3, 50);
        Dice dice(4);
        {
            const auto transaction = Transaction::beginWriting(*_database);
            Told lost = toldBy(dice, 60);
            lost.row.title = "寻人启事";
            QVERIFY(_tickets->put(lost.row, {}));
            QVERIFY(_tickets->finish());
        }
        _tickets->forgetUncommitted();
        QVERIFY(found(words("寻人"), 10, 10).empty());
        _told.push_back(toldBy(dice, 61));
        QVERIFY(_tickets->put(_told.back().row, _told.back().citizen));
        QVERIFY(_tickets->finish());
        for (int i = 0; i < 30 && !QTest::currentTestFailed(); ++i) {
            compareWithAPlainScan(dice);
        }
    }
};

QTEST_APPLESS_MAIN(SearchTest)
#include "tst_search.moc"
