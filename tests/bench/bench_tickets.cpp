// What is kept with the tickets of a simulated county of TICKETS (60,000): its log stored page by page into a cache
// with figures and search, beside the same without them; the newest 50 with a word of two characters among ROWS
// (1,000,000) beside a scan; a year's figures beside the same counted from rows. LEDGER: figures of this one instead.
#include <cache/Cache.h>
#include <ledger/LedgerReader.h>
#include <simulation/SimulatedLedger.h>
#include <storage/FigureReader.h>
#include <storage/Schema.h>
#include <storage/TicketStore.h>
#include <storage/Upkeep.h>

#include <rules/Notices.h>

#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>

using namespace huying;

namespace
{

template <class T>
T need(std::expected<T, Failure> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().text));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// Of the processor, so that who else works here does not count; nothing here waits for a disk.
double secondsOf(const std::function<void()> &work)
{
    const auto now = [] {
        timespec time {};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
    };
    const double begin = now();
    work();
    return now() - begin;
}

void say(const char *what, double value, const char *unit, double baseline)
{
    std::printf("%-56s %12.2f %-8s baseline %12.2f   ratio %.3f\n", what, value, unit, baseline, value / baseline);
    std::fflush(stdout);
}

std::filesystem::path in(const QTemporaryDir &folder, const char *name)
{
    return folder.filePath(QString::fromLatin1(name)).toStdString();
}

void simulateInto(const std::filesystem::path &file, int tickets)
{
    const Day last = *dayFromIso("2023-12-31");
    const SimulationPlan plan { tickets, last - std::chrono::days { std::max(tickets / 450, 1) }, last, 1 };
    need(writeSimulatedLedger(file, plan, need(publishedNotices()), [](LedgerStage, int) { return true; }));
}

/// A cache as it would be without figures and search: entries, folded tickets and their rows, in the same transactions.
class PlainCache
{
public:
    explicit PlainCache(const std::filesystem::path &file)
        : _database(need(Database::open(file, Opening::Create, Synchronous::Normal)))
    {
        need(prepareSchema(_database, FileKind::Cache));
        _entries.emplace(need(EntryStore::on(_database)));
        _rows.emplace(need(RowStore::on(_database)));
        _facts.emplace(need(FactStore::on(_database)));
    }

    void store(const Page &page)
    {
        auto step = need(Transaction::beginWriting(_database));
        std::vector<TicketId> tickets;
        for (const Entry &entry : page.entries) {
            _link = chainAfter(_link, entry);
            need(_entries->insertMissing(entry));
            if (const auto ticket = ticketOf(entry.record)) {
                tickets.push_back(*ticket);
            } else {
                need(_facts->set(entry.record, entry.position));
            }
        }
        std::ranges::sort(tickets);
        tickets.erase(std::ranges::unique(tickets).begin(), tickets.end());
        for (const TicketId &ticket : tickets) {
            const Ticket folded = need(foldedFrom(need(_entries->trailOf(ticket)), _timeline));
            need(_rows->put(rowOf(folded, _timeline.now())));
        }
        need(setState(_database, "position", page.last()));
        need(step.commit());
    }

private:
    Database _database;
    std::optional<EntryStore> _entries;
    std::optional<RowStore> _rows;
    std::optional<FactStore> _facts;
    RuleTimeline _timeline { RuleBook {} };
    Digest _link {};
};

void benchStore(const QTemporaryDir &folder, int tickets)
{
    simulateInto(in(folder, "ledger"), tickets);
    auto reader = need(LedgerReader::open(in(folder, "ledger")));
    auto cache = need(Cache::open(in(folder, "cache"), {}));
    const Upkeep upkeep(in(folder, "cache")); // on its own thread, as a desk has it
    PlainCache plain(in(folder, "plain"));
    double seconds = 0;
    double plainSeconds = 0;
    std::chrono::duration<double> byTheClock {};
    std::int64_t events = 0;
    const std::int64_t facts = 7'000; // the county itself comes first, and is not what is measured
    for (Position position = 0; true;) {
        const Page page = need(reader.entriesAfter(position, 1'000));
        if (page.isEmpty()) {
            break;
        }
        const auto begin = std::chrono::steady_clock::now();
        const double taken = secondsOf([&] { need(cache->store(page, {})); });
        const auto end = std::chrono::steady_clock::now();
        const double plainTaken = secondsOf([&] { plain.store(page); });
        if (position > facts) {
            seconds += taken;
            byTheClock += end - begin;
            plainSeconds += plainTaken;
            events += std::ssize(page.entries);
        }
        position = page.last();
    }
    say("stored with tickets, figures and search", double(events) / seconds, "events/s", double(events) / plainSeconds);
    say("the same, by the clock and not of the processor", double(events) / byTheClock.count(), "events/s",
        double(events) / plainSeconds);
}

/// Two of some thousand characters, the first ones often and the last ones hardly ever.
class Words
{
public:
    std::string next()
    {
        const double u = std::uniform_real_distribution<double>(0, 1)(_engine);
        return word(int(1'500 * u * u * u));
    }
    static std::string word(int number)
    {
        return QString(QChar(0x4e00 + number)).append(QChar(0x4e00 + 2'000 + number * 3)).toStdString();
    }
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(_engine); }

private:
    std::mt19937 _engine { 5 };
};

void fillRows(const std::filesystem::path &file, int count)
{
    const auto database = need(Database::openForBulk(file));
    need(prepareSchema(database, FileKind::Cache));
    auto tickets = need(TicketStore::on(database));
    Words words;
    need(database.execute("BEGIN"));
    for (int i = 0; i < count; ++i) {
        TicketRow row;
        for (int byte = 0; byte < 8; ++byte) {
            row.id.bytes[std::size_t(byte)] = std::uint8_t(std::int64_t { i } >> (56 - 8 * byte));
        }
        row.reportedAt = Instant { std::chrono::minutes { 28'000'000 + i } };
        row.number = isoDay(dayOf(row.reportedAt)) + "-01-" + std::to_string(i);
        row.title = words.next() + words.next() + words.next() + words.next();
        row.place = words.next() + words.next() + std::to_string(words.below(90)) + "号";
        row.region = { "130529100001001" };
        need(tickets.put(row, {}));
        if (i % 100'000 == 99'999) {
            need(tickets.finish());
            need(database.execute("COMMIT; BEGIN"));
        }
    }
    need(tickets.finish());
    need(database.execute("COMMIT"));
}

/// As it was without an index: every row looked at, newest first, until there are 50.
std::size_t scanned(const Database &database, const std::string &word)
{
    auto statement = need(database.prepare("SELECT number FROM ticket WHERE title LIKE ?1 OR number LIKE ?1 OR place "
                                           "LIKE ?1 ORDER BY reported_at DESC, id DESC LIMIT 50"));
    const std::string pattern = "%" + word + "%";
    statement.bind(1, std::string_view(pattern));
    std::size_t count = 0;
    while (need(statement.step())) {
        ++count;
    }
    return count;
}

void benchWord(const Database &database, RowStore &rows, const char *what, const std::string &word)
{
    TicketFilter filter;
    filter.words = word;
    const std::size_t hits = need(rows.page(filter, {}, 50)).size();
    constexpr int times = 50;
    std::vector<double> taken;
    taken.reserve(times);
    for (int i = 0; i < times; ++i) {
        taken.push_back(secondsOf([&] { need(rows.page(filter, {}, 50)); }));
    }
    std::ranges::sort(taken);
    std::size_t plain = 0;
    const double baseline = secondsOf([&] { plain = scanned(database, word); });
    if (plain != hits) {
        std::fprintf(stderr, "%s: %zu and %zu\n", what, hits, plain);
        std::exit(1);
    }
    say(what, taken[times / 2] * 1'000, "ms", baseline * 1'000);
}

void benchSearch(const QTemporaryDir &folder, int count)
{
    const double seconds = secondsOf([&] { fillRows(in(folder, "rows"), count); });
    std::printf("%d rows written with figures and search in %.1f s\n", count, seconds);
    const auto database = need(Database::open(in(folder, "rows"), Opening::Read));
    auto rows = need(RowStore::on(database));
    benchWord(database, rows, "newest 50 with a frequent word", Words::word(0));
    benchWord(database, rows, "newest 50 with a usual word", Words::word(200));
    benchWord(database, rows, "newest 50 with a rare word", Words::word(1'480));
    benchWord(database, rows, "a word that nobody has", "龘龘");
}

void benchFigures(const std::filesystem::path &file)
{
    const auto database = need(Database::open(file, Opening::Read));
    FigureReader reader(database);
    const auto last = need(database.number("SELECT max(reported_at) FROM ticket"));
    FigureQuery query;
    query.until = dayOf(Instant { std::chrono::milliseconds { last } });
    query.from = query.until - std::chrono::days { 364 };
    query.by = FigureQuery::By::EachRegion;
    query.codeLength = 9;
    const auto lines = need(reader.figures(query));
    std::int64_t reported = 0;
    for (const FigureLine &line : lines) {
        reported += line.figures[Measure::Reported];
    }
    const double taken = secondsOf([&] { need(reader.figures(query)); });
    auto counting = need(database.prepare("SELECT substr(region, 1, 9), count(*), sum(closed_at IS NOT NULL), "
                                          "sum(rating = 0) FROM ticket WHERE reported_at >= ?1 AND reported_at < ?2 "
                                          "AND step < 5 GROUP BY 1"));
    std::int64_t counted = 0;
    const double baseline = secondsOf([&] {
        counting.bind(1, startOf(query.from)).bind(2, endOf(query.until));
        while (need(counting.step())) {
            counted += counting.number(1);
        }
    });
    if (counted != reported) {
        std::fprintf(stderr, "%lld and %lld\n", static_cast<long long>(counted), static_cast<long long>(reported));
        std::exit(1);
    }
    std::printf("%lld reports in the year\n", static_cast<long long>(reported));
    say("a year's figures by township, all measures", taken * 1'000, "ms", baseline * 1'000);
    query.by = FigureQuery::By::EachMonth;
    say("a year's figures by month", secondsOf([&] { need(reader.figures(query)); }) * 1'000, "ms", baseline * 1'000);
    query.by = FigureQuery::By::EachUnit;
    query.counting = Counting::Cohort;
    say("a year's cohorts by unit", secondsOf([&] { need(reader.figures(query)); }) * 1'000, "ms", baseline * 1'000);
}

} // namespace

int main(int count, char **arguments)
{
    const QTemporaryDir folder;
    benchStore(folder, count > 1 ? std::atoi(arguments[1]) : 60'000);
    benchFigures(count > 3 ? std::filesystem::path(arguments[3]) : in(folder, "ledger"));
    benchSearch(folder, count > 2 ? std::atoi(arguments[2]) : 1'000'000);
    return 0;
}
