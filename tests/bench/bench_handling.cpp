// Median and 90th percentile of the handling time, exactly: half a year, by townships and in all, of N tickets over 40
// months (`--tickets N`, a million). The baseline is SQLite sorting the same tickets and counting up to the place.

#include <storage/HandlingTimes.h>
#include <storage/Schema.h>

#include <QTemporaryDir>

#include <chrono>
#include <cstdlib>
#include <print>
#include <string>
#include <string_view>

using namespace huying;
using Clock = std::chrono::steady_clock;

namespace
{

template <class Value>
Value need(std::expected<Value, Failure> value)
{
    if (!value) {
        std::println("{}", value.error().text.toStdString());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<Value>) {
        return std::move(*value);
    }
}

Day firstDay()
{
    return Day { std::chrono::year { 2023 } / 1 / 1 };
}

/// Rows that differ in what is asked for: closed somewhere in 1,200 days after an hour to two weeks, most of them soon.
void fill(const Database &database, std::int64_t tickets)
{
    const std::int64_t begin = startOf(firstDay()).time_since_epoch().count();
    const std::string moments = "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < "
        + std::to_string(tickets) + "), t AS (SELECT i, " + std::to_string(begin)
        + " + abs(random() % 103680000000) AS closed, 3600000 + (abs(random() % 34800) * abs(random() % 34800)) AS took"
          " FROM n) ";
    need(database.execute(moments
        + "INSERT INTO ticket (id, version, number, step, channel, deadline_class, category, region, place, title, "
          "lead,"
          " reported_at, changed_at, closed_at, flags, bounces, reworks, repeats, urging, importance)"
          " SELECT randomblob(16), 7, 'T-' || i, 4, i % 6, 3, '0903', '1305291' || (i % 10 + 10) || '001001',"
          " '村委会东侧路口', '村口两盏路灯已经三天不亮', 'u' || (i % 60), closed - took, closed, closed, 0, 0, 0, 0, "
          "0, 1"
          " FROM t ORDER BY i"));
}

double millisecondsOf(auto &&work)
{
    double best = 1e9;
    for (int i = 0; i < 5; ++i) {
        const auto begin = Clock::now();
        work();
        best = std::min(best, std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    return best;
}

std::int64_t sortedBySqlite(const Database &database, const FigureQuery &query, std::int64_t rank)
{
    const std::string closed =
        " FROM ticket WHERE step = 4 AND closed_at >= " + std::to_string(startOf(query.from).time_since_epoch().count())
        + " AND closed_at < " + std::to_string(endOf(query.until).time_since_epoch().count());
    return need(database.number(
        "SELECT closed_at - reported_at AS took" + closed + " ORDER BY took LIMIT 1 OFFSET " + std::to_string(rank)));
}

void measure(const Database &database, const char *what, FigureQuery query)
{
    const HandlingTimes times = need(handlingTimes(database, query)).front().times;
    const double baseline = millisecondsOf([&] {
        const auto lower = sortedBySqlite(database, query, (times.tickets - 1) / 2);
        const auto upper = sortedBySqlite(database, query, times.tickets / 2);
        const auto ninetieth = sortedBySqlite(database, query, (times.tickets * 9 + 9) / 10 - 1);
        if ((lower + upper) / 2 != times.median.count() || ninetieth != times.ninetieth.count()) {
            std::println("they differ");
            std::exit(1);
        }
    });
    const double whole = millisecondsOf([&] { need(handlingTimes(database, query)); });
    query.by = FigureQuery::By::EachRegion;
    query.codeLength = 9;
    const double parted = millisecondsOf([&] { need(handlingTimes(database, query)); });
    std::println("{:<16} {:>8} closed   in all {:>7.1f} ms   by townships {:>7.1f} ms   SQLite sorts {:>7.1f} ms   "
                 "ratio {:.2f}",
        what, times.tickets, whole, parted, baseline, whole / baseline);
}

} // namespace

int main(int count, char **arguments) // NOLINT(bugprone-exception-escape)
{
    const bool isSaid = count == 3 && std::string_view(arguments[1]) == "--tickets";
    const std::int64_t tickets = isSaid ? std::atoll(arguments[2]) : 1'000'000;
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("tickets")).toStdString();
    const Database database = need(Database::open(file, Opening::Create));
    need(prepareSchema(database, FileKind::Ledger));
    fill(database, tickets);
    FigureQuery query;
    query.from = firstDay() + std::chrono::days { 600 };
    query.until = query.from + std::chrono::days { 180 };
    measure(database, "half a year", query);
    query.until = query.from + std::chrono::days { 30 };
    measure(database, "a month", query);
    query.from = firstDay();
    query.until = query.from + std::chrono::days { 1'200 };
    measure(database, "all 40 months", query);
    return 0;
}
