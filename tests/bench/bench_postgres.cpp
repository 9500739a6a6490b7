// Proposals accepted durably with 8 writers on a PostgreSQL of its own, beside pgbench in the same run: 8 clients, each
// transaction updates a ticket's row and inserts a change's.
#include <ledger_builders/Builders.h>
#include <postgres/Listening.h>
#include <postgres_cluster/Cluster.h>
#include <service/Writer.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>

#include <cstdio>
#include <cstdlib>

using namespace huying;
using Clock = std::chrono::steady_clock;

namespace
{

constexpr int writers = 8;
constexpr double toReach = 0.5;

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

/// What the service writes to, as huying-backend has it.
struct Backend : ServedLedger {
    Backend(const Cluster &cluster, const std::string &county, const QString &folder)
        : ledger(need(SharedLedger::open(
              cluster.address(), { { county }, at(0) }, folder.toStdString(), {}, [](int) { return true; })))
        , listening(*ledger, cluster.address())
    {
    }

    std::expected<std::vector<Outcome>, Failure> append(
        std::span<const Proposal> proposals, std::span<const Account>) override
    {
        ++batches;
        return ledger->append(proposals, at(1));
    }

    std::unique_ptr<SharedLedger> ledger;
    Listening listening;
    int batches = 0;
};

/// Offers whole stories, `atOnce` proposals a request, each request after the answer to the one before it.
boost::asio::awaitable<void> offer(Writer &writer, int firstId, int stories, std::size_t atOnce, int &refused)
{
    std::vector<Proposal> proposals;
    for (int story = 0; story < stories; ++story) {
        std::ranges::move(wholeStory(firstId + 10 * story), std::back_inserter(proposals));
    }
    for (std::size_t from = 0; from < proposals.size(); from += atOnce) {
        const auto end = std::min(from + atOnce, proposals.size());
        const std::vector<Proposal> some(
            proposals.begin() + std::ptrdiff_t(from), proposals.begin() + std::ptrdiff_t(end));
        const auto outcomes = need(co_await writer.append(some, {}));
        refused += int(std::ranges::count_if(outcomes, [](const Outcome &outcome) { return !outcome.isAccepted(); }));
    }
}

struct Setting {
    int backends = 1;
    bool haveOneCounty = true; ///< else each has another one
    std::size_t atOnce = 1; ///< proposals in a request
};

/// Proposals a second.
double accepted(const Cluster &cluster, const Setting &setting, int storiesEach, double baseline)
{
    static int firstId = 1;
    static int folders = 0;
    const QTemporaryDir folder;
    std::vector<std::unique_ptr<Backend>> all;
    std::vector<std::unique_ptr<Writer>> gathering;
    for (int i = 0; i < setting.backends; ++i) {
        const std::string county = std::to_string(130529 + (setting.haveOneCounty ? 0 : i));
        all.push_back(std::make_unique<Backend>(cluster, county, folder.filePath(QString::number(++folders))));
        gathering.push_back(std::make_unique<Writer>(*all.back()));
    }
    int refused = 0;
    boost::asio::io_context context;
    for (int i = 0; i < writers; ++i) {
        boost::asio::co_spawn(context,
            offer(*gathering[std::size_t(i % setting.backends)], firstId, storiesEach, setting.atOnce, refused),
            boost::asio::detached);
        firstId += 10 * storiesEach;
    }
    const auto begin = Clock::now();
    context.run();
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    int batches = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        gathering[i]->finish();
        batches += all[i]->batches;
    }
    const double proposals = writers * storiesEach * 6.0;
    const double rate = proposals / seconds;
    std::printf(
        "%d backend(s), %s, %3zu proposals a request  %8.0f a second  %6.1f a commit  %5.2f of the baseline%s\n",
        setting.backends, setting.haveOneCounty ? "one county   " : "a county each", setting.atOnce, rate,
        proposals / batches, rate / baseline, refused > 0 ? "  SOME REFUSED" : "");
    std::fflush(stdout);
    return rate;
}

QString said(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(Cluster::program(program), arguments);
    process.waitForFinished(120'000);
    if (process.exitCode() != 0) {
        std::fprintf(stderr, "%s", process.readAllStandardError().constData());
        std::exit(1);
    }
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Transactions a second of pgbench, as it says itself.
double baselineOf(const Cluster &cluster, int seconds)
{
    cluster.ask(
        QStringLiteral("CREATE TABLE ticket AS SELECT id, 0 AS step, 0::bigint AS changed, repeat('t', 300) AS "
                       "rest FROM generate_series(1, 100000) AS id; ALTER TABLE ticket ADD PRIMARY KEY (id); "
                       "CREATE TABLE change (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ticket integer "
                       "NOT NULL, at bigint NOT NULL, content text NOT NULL); CHECKPOINT"));
    const QTemporaryDir folder;
    QFile script(folder.filePath(QStringLiteral("script")));
    if (!script.open(QIODevice::WriteOnly)) {
        std::exit(1);
    }
    script.write(
        "\\set ticket random(1, 100000)\nBEGIN;\n"
        "UPDATE ticket SET step = step + 1, changed = 1700000000000 WHERE id = :ticket;\n"
        "INSERT INTO change (ticket, at, content) VALUES (:ticket, 1700000000000, repeat('c', 200));\nCOMMIT;\n");
    script.close();
    const QString told = said(QStringLiteral("pgbench"),
        { QStringLiteral("-n"), QStringLiteral("-h"), cluster.socketFolder(), QStringLiteral("-U"),
            QStringLiteral("huying"), QStringLiteral("-M"), QStringLiteral("prepared"), QStringLiteral("-c"),
            QString::number(writers), QStringLiteral("-j"), QStringLiteral("2"), QStringLiteral("-T"),
            QString::number(seconds), QStringLiteral("-f"), script.fileName(), QStringLiteral("huying") });
    static const QRegularExpression rate(QStringLiteral("tps = ([0-9.]+)"));
    return rate.match(told).captured(1).toDouble();
}

} // namespace

int main(int count, char **arguments) // NOLINT(bugprone-exception-escape)
{
    if (!Cluster::isThere()) {
        std::printf("PostgreSQL 17 is not on this machine (package postgresql-17)\n");
        return 0;
    }
    const int stories = count > 1 ? std::atoi(arguments[1]) : 600;
    const Cluster cluster;
    if (!cluster.trouble().isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(cluster.trouble()));
        return 1;
    }
    const double before = baselineOf(cluster, 5);
    std::printf(
        "pgbench, %d clients, update with change row                            %8.0f a second\n", writers, before);
    std::fflush(stdout);
    accepted(cluster, { .backends = 1, .atOnce = 1 }, stories / 6, before);
    const double best = accepted(cluster, { .backends = 1, .atOnce = 50 }, stories, before);
    accepted(cluster, { .backends = 1, .atOnce = 250 }, stories, before);
    accepted(cluster, { .backends = 2, .atOnce = 50 }, stories, before);
    accepted(cluster, { .backends = 4, .haveOneCounty = false, .atOnce = 50 }, stories, before);
    std::printf("to reach with 8 writers: %.1f of the baseline: %s\n", toReach,
        best / before >= toReach ? "reached" : "NOT REACHED");
    return best / before >= toReach ? 0 : 1;
}
