// How long a desk's cache holds up who writes and who reads while others' work arrives: a cache of N tickets
// (`--tickets N`, 300,000), 1,000 events a second for a minute (`--seconds N`), looked after as a desk's is. `--keep
// FOLDER` leaves what was prepared there, and takes it from there the next time (for as many seconds). Beside it,
// as the baseline, a table of as many rows in SQLite as it comes, which moves its log into the file by itself; not with
// `--alone`.
#include "Served.h"

#include <cache/Cache.h>
#include <ledger/LedgerReader.h>
#include <storage/TicketStore.h>
#include <storage/Upkeep.h>

#include <QCoreApplication>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <random>

#include <sys/resource.h>
#include <unistd.h>

using namespace huying;

namespace
{

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int simulated = 100'000;
constexpr std::chrono::milliseconds beat { 10 };
constexpr int eventsPerBeat = 10;

/// How long each step took, in milliseconds.
class Steps
{
public:
    explicit Steps(const char *what) : _what(what) {}

    void add(Clock::duration time)
    {
        _times.push_back(Milliseconds(time).count());
        if (_times.back() > worst()) {
            _worstAt = _times.size();
            _worst = _times.back();
        }
    }
    double worst() const { return _worst; }
    double at(double share) const { return _times[std::size_t(double(_times.size() - 1) * share)]; }
    void sort() { std::ranges::sort(_times); }
    bool isEmpty() const { return _times.empty(); }
    /// What this thread has read from the disk since it had read `before`.
    void setRead(double before) { _read = readFromDisk() - before; }
    /// By this thread since its beginning, in MB (getrusage(2), in blocks of 512 bytes).
    static double readFromDisk()
    {
        rusage used {};
        ::getrusage(RUSAGE_THREAD, &used);
        return double(used.ru_inblock) * 512 / 1e6;
    }

    void say(const Steps &baseline)
    {
        std::printf("%-44s %7zu steps   median %7.2f   99 %% %7.2f   worst %7.2f ms   ratio %.2f, %.2f   %.0f MB read "
                    "from the disk; the worst was step %zu\n",
            _what, _times.size(), at(0.5), at(0.99), worst(), at(0.99) / baseline.at(0.99), worst() / baseline.worst(),
            _read, _worstAt);
        std::fflush(stdout);
    }

private:
    const char *_what;
    std::vector<double> _times;
    double _read = 0;
    double _worst = 0;
    std::size_t _worstAt = 0;
};

/// All but the last entries of the log, which arrive while it is measured.
void fill(const QString &ledger, const std::filesystem::path &file, std::int64_t arriving)
{
    auto reader = need(LedgerReader::open(ledger.toStdString()));
    auto cache = need(Cache::open(file, {}));
    const Position end = need(reader.head()).position - arriving;
    for (Position position = 0; position < end;) {
        Page page = need(reader.entriesAfter(position, int(std::min<std::int64_t>(2'000, end - position))));
        position = page.last();
        need(cache->store(page, {}));
    }
}

std::vector<Entry> lastOf(const QString &ledger, std::int64_t arriving)
{
    auto reader = need(LedgerReader::open(ledger.toStdString()));
    std::vector<Entry> left;
    for (Position position = need(reader.head()).position - arriving; std::ssize(left) < arriving;) {
        Page page = need(reader.entriesAfter(position, 2'000));
        position = page.last();
        std::ranges::move(page.entries, std::back_inserter(left));
    }
    return left;
}

/// The same ticket, `months` earlier.
TicketRow earlier(TicketRow row, int months)
{
    const auto by = std::chrono::days { 30 } * months;
    row.id.bytes[0] = std::uint8_t(months >> 8);
    row.id.bytes[1] = std::uint8_t(months);
    row.number += '-' + std::to_string(months);
    row.reportedAt -= by;
    row.changedAt -= by;
    row.closedAt = row.closedAt.transform([&](Instant closed) { return closed - by; });
    row.origin = {};
    return row;
}

/// More tickets of the same kinds, each copy a month earlier, until there are `tickets`: with what they add to the
/// figures and the words that they are found by.
void multiply(const std::filesystem::path &file, int tickets)
{
    const Database database = need(Database::open(file, Opening::Write, Synchronous::Off));
    need(database.execute("PRAGMA cache_size = -1000000"));
    std::vector<TicketRow> there;
    auto rows = need(RowStore::on(database));
    need(rows.walk([&](const TicketRow &row) -> std::expected<void, Failure> {
        there.push_back(row);
        return {};
    }));
    auto store = need(TicketStore::on(database));
    for (int months = 1, left = tickets - int(there.size()); left > 0; ++months) {
        auto step = need(Transaction::beginWriting(database));
        for (auto row = there.begin(); row != there.end() && left > 0; ++row, --left) {
            need(store.put(earlier(*row, months), {}));
        }
        need(store.search().mergeSome());
        need(store.finish());
        need(step.commit());
        need(database.checkpoint());
    }
}

/// Works at each beat until the time is over, and looks at the clock.
template <class Work>
Steps each(const char *what, Clock::duration time, const Work &work)
{
    Steps steps(what);
    const double before = Steps::readFromDisk();
    const auto begin = Clock::now();
    for (auto due = begin; due < begin + time; due += beat) {
        std::this_thread::sleep_until(due);
        work();
        // from when it was there, so that what comes behind a long step waits too
        steps.add(Clock::now() - due);
    }
    steps.setRead(before);
    steps.sort();
    return steps;
}

Page nextOf(const std::vector<Entry> &entries, std::size_t &next)
{
    Page page;
    const auto count = std::min<std::size_t>(eventsPerBeat, entries.size() - next);
    page.entries.assign(entries.begin() + std::ptrdiff_t(next), entries.begin() + std::ptrdiff_t(next + count));
    next += count;
    return page;
}

/// Pages of the archive, as somebody who scrolls and searches asks for them.
Steps read(const std::filesystem::path &file, const std::atomic<bool> &isOver)
{
    Steps steps("a page of 100 read meanwhile");
    auto reader = need(CacheReader::open(file));
    std::optional<TicketRow> last;
    while (!isOver) {
        const auto begin = Clock::now();
        const auto rows = need(reader->rows().page({}, last, 100));
        steps.add(Clock::now() - begin);
        last = rows.empty() ? std::nullopt : std::optional(rows.back());
        std::this_thread::sleep_for(beat);
    }
    steps.sort();
    return steps;
}

void needOk(int result, sqlite3 *database)
{
    if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW) {
        std::fprintf(stderr, "%s\n", sqlite3_errmsg(database));
        std::exit(1);
    }
}

/// The baseline: as many rows of the same length with three indexes, ten of them changed in each transaction, SQLite's
/// own settings with a write-ahead log.
Steps baseline(const std::filesystem::path &file, int tickets, Clock::duration time)
{
    sqlite3 *database = nullptr;
    needOk(sqlite3_open(file.c_str(), &database), database);
    const std::string make = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE ticket (id INTEGER "
                             "PRIMARY KEY, a INTEGER, b INTEGER, c BLOB, text BLOB); WITH RECURSIVE n (i) AS (SELECT 1 "
                             "UNION ALL SELECT i + 1 FROM n WHERE i < "
        + std::to_string(tickets)
        + ") INSERT INTO ticket SELECT i, random(), i / 450, randomblob(16), randomblob(280) FROM n; CREATE INDEX x ON "
          "ticket (a); CREATE INDEX y ON ticket (b); CREATE INDEX z ON ticket (c)";
    needOk(sqlite3_exec(database, make.c_str(), nullptr, nullptr, nullptr), database);
    sqlite3_stmt *change = nullptr;
    needOk(sqlite3_prepare_v2(database,
               "UPDATE ticket SET a = random(), b = b + 1, text = randomblob(280) WHERE id = ?", -1, &change, nullptr),
        database);
    std::mt19937_64 random(1);
    ::sync();
    Steps steps = each("SQLite by itself", time, [&] {
        needOk(sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), database);
        for (int i = 0; i < eventsPerBeat; ++i) {
            sqlite3_bind_int64(change, 1, std::int64_t(random() % std::uint64_t(tickets)) + 1);
            needOk(sqlite3_step(change), database);
            sqlite3_reset(change);
        }
        needOk(sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr), database);
    });
    sqlite3_finalize(change);
    sqlite3_close(database);
    return steps;
}

/// The county's log and a cache of `tickets`, in `folder`.
void prepare(const QString &folder, int tickets, std::int64_t arriving)
{
    const auto in = [&](const char *name) { return folder + QLatin1Char('/') + QString::fromLatin1(name); };
    simulateInto(in("county.ledger"), std::min(tickets, simulated));
    fill(in("county.ledger"), in("cache").toStdString(), arriving);
    multiply(in("cache").toStdString(), tickets);
}

int numberAfter(const QStringList &arguments, const char *name, int usual)
{
    const auto at = arguments.indexOf(QString::fromLatin1(name));
    return at >= 0 && at + 1 < arguments.size() ? arguments[at + 1].toInt() : usual;
}

QString textAfter(const QStringList &arguments, const char *name)
{
    const auto at = arguments.indexOf(QString::fromLatin1(name));
    return at >= 0 ? arguments.value(at + 1) : QString();
}

} // namespace

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    const QStringList given = QCoreApplication::arguments();
    const int tickets = numberAfter(given, "--tickets", 300'000);
    const std::chrono::seconds time { numberAfter(given, "--seconds", 60) };
    const QTemporaryDir folder;
    const auto in = [&](const char *name) { return folder.filePath(QString::fromLatin1(name)); };
    std::printf("%d tickets, %d events a second for %d s\n", tickets, int(eventsPerBeat * 1000 / beat.count()),
        int(time.count()));
    std::fflush(stdout);
    const auto events = time.count() * 1000 / beat.count() * eventsPerBeat;
    const QString kept = textAfter(given, "--keep");
    const QString prepared = kept.isEmpty() ? folder.path() : kept;
    if (!QFile::exists(prepared + QStringLiteral("/cache"))) {
        prepare(prepared, tickets, events);
    }
    const auto arriving = lastOf(prepared + QStringLiteral("/county.ledger"), events);
    const std::filesystem::path file = in("cache").toStdString();
    if (!kept.isEmpty()) {
        std::filesystem::copy_file((kept + QStringLiteral("/cache")).toStdString(), file);
    }
    std::optional<Steps> usual;
    if (!given.contains(QLatin1StringView("--alone"))) {
        usual = baseline(in("usual").toStdString(), tickets, time);
    }

    ::sync(); // what was prepared is on the disk before anything is measured
    auto cache = need(Cache::open(file, {}));
    std::atomic<bool> isOver = false;
    Steps reading("");
    std::jthread reader([&] { reading = read(file, isOver); });
    const Upkeep upkeep(file, { .pagesAtOnce = 1024 });
    std::size_t next = 0;
    Steps writing = each("ten events stored, from when they are there", time, [&] {
        need(cache->store(nextOf(arriving, next), {}));
        static_cast<void>(cache->takeChange());
    });
    isOver = true;
    reader.join();
    const Steps compared = usual.value_or(writing);
    for (Steps each : { compared, writing, reading }) {
        each.say(compared);
    }
    return 0;
}
