#include "HandlingTimes.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace huying
{

namespace
{

using By = FigureQuery::By;
using Durations = std::vector<std::chrono::milliseconds>;

/// Which column tells the group of a ticket.
std::string_view groupColumn(By by)
{
    switch (by) {
    case By::Nothing:
        return "''";
    case By::EachDay:
    case By::EachMonth:
        return "closed_at";
    case By::EachRegion:
        return "region";
    case By::EachCategory:
        return "category";
    case By::EachUnit:
        return "lead";
    case By::EachChannel:
        break;
    }
    return "channel";
}

/// Step 4 is closed. A region or category of the query is the beginning of a ticket's.
std::string closedTickets(By by)
{
    return "SELECT closed_at - reported_at, " + std::string(groupColumn(by))
        + " FROM ticket WHERE closed_at >= ?1 AND closed_at < ?2 AND step = 4"
          " AND substr(region, 1, length(?3)) = ?3 AND substr(category, 1, length(?4)) = ?4"
          " AND (?5 = '' OR lead = ?5) AND (?6 < 0 OR channel = ?6)";
}

std::string groupIn(const Statement &row, const FigureQuery &query)
{
    const auto closedOn = [&row] { return isoDay(dayOf(Instant { std::chrono::milliseconds { row.number(1) } })); };
    switch (query.by) {
    case By::EachDay:
        return closedOn();
    case By::EachMonth:
        return closedOn().substr(0, 7);
    case By::EachChannel:
        return std::string(nameIn(channelNames, static_cast<Channel>(row.number(1))));
    case By::EachRegion:
    case By::EachCategory:
        return std::string(row.text(1).substr(0, query.codeLength > 0 ? query.codeLength : std::string_view::npos));
    case By::Nothing:
    case By::EachUnit:
        break;
    }
    return std::string(row.text(1));
}

void bind(Statement &statement, const FigureQuery &query)
{
    statement.bind(1, std::int64_t { startOf(query.from).time_since_epoch().count() })
        .bind(2, std::int64_t { endOf(query.until).time_since_epoch().count() })
        .bind(3, std::string_view(query.region.text))
        .bind(4, std::string_view(query.category.text))
        .bind(5, std::string_view(query.unit.text))
        .bind(6, query.channel ? std::int64_t(*query.channel) : std::int64_t { -1 });
}

} // namespace

std::optional<HandlingTimes> handlingTimesOf(std::vector<std::chrono::milliseconds> times)
{
    if (times.empty()) {
        return std::nullopt;
    }
    const auto at = [&times](std::ptrdiff_t rank) {
        const auto place = times.begin() + rank;
        std::ranges::nth_element(times, place);
        return *place;
    };
    const std::ptrdiff_t count = std::ssize(times);
    const auto ninetieth = at((count * 9 + 9) / 10 - 1);
    const auto upper = at(count / 2);
    // what lies before it is no greater, in whatever order
    const auto lower = count % 2 == 1 ? upper : *std::max_element(times.begin(), times.begin() + count / 2);
    return HandlingTimes { .tickets = count, .median = lower + (upper - lower) / 2, .ninetieth = ninetieth };
}

std::expected<std::vector<HandlingLine>, Failure> handlingTimes(const Database &database, const FigureQuery &query)
{
    auto closed = database.prepare(closedTickets(query.by));
    if (!closed) {
        return std::unexpected(closed.error());
    }
    bind(*closed, query);
    std::map<std::string, Durations> groups;
    auto more = closed->step();
    for (; more && *more; more = closed->step()) {
        groups[groupIn(*closed, query)].emplace_back(closed->number(0));
    }
    return more.transform([&](bool) {
        std::vector<HandlingLine> lines;
        lines.reserve(groups.size());
        for (auto &[group, times] : groups) {
            lines.push_back({ group, *handlingTimesOf(std::move(times)) });
        }
        return lines;
    });
}

} // namespace huying
