#include "LiveStart.h"

#include <algorithm>
#include <format>

namespace huying
{

namespace
{

constexpr std::size_t ticketsAtOnce = 500;

std::expected<bool, Failure> isTaken(RowStore &rows, Day day, int serial)
{
    for (int desk = LiveCounty::firstDesk; desk <= LiveCounty::firstDesk + deskCount; ++desk) {
        const auto row = rows.byNumber(numberOf(day, std::format("{:02}", desk), serial));
        if (!row || *row) {
            return row.transform([](const auto &) { return true; });
        }
    }
    return false;
}

/// The highest serial of any of the live desks on `day`; each desk counts without gaps.
std::expected<int, Failure> lastSerialOn(RowStore &rows, Day day)
{
    int free = 1;
    auto taken = isTaken(rows, day, free);
    for (; taken && *taken; taken = isTaken(rows, day, free)) {
        free *= 2;
    }
    for (int used = free / 2; taken && free - used > 1;) {
        const int middle = (used + free) / 2;
        taken = isTaken(rows, day, middle);
        (taken && *taken ? used : free) = middle;
    }
    return taken.transform([&](bool) { return free - 1; });
}

} // namespace

std::expected<LiveStart, Failure> liveStartOf(RowStore &rows, const TicketsOf &ticketsOf, Day today)
{
    LiveStart start;
    const auto lastSerial = lastSerialOn(rows, today);
    const auto open = rows.atWork(Instant::max());
    if (!lastSerial || !open) {
        return std::unexpected(!open ? open.error() : lastSerial.error());
    }
    start.lastSerial = *lastSerial;
    std::vector<TicketId> ids;
    std::ranges::transform(*open, std::back_inserter(ids), [](const RowPointer &row) { return row->id; });
    std::ranges::sort(ids);
    for (std::span<const TicketId> rest(ids); !rest.empty();) {
        const auto some = rest.first(std::min(ticketsAtOnce, rest.size()));
        rest = rest.subspan(some.size());
        auto tickets = ticketsOf(some);
        if (!tickets) {
            return std::unexpected(std::move(tickets.error()));
        }
        std::ranges::move(*tickets, std::back_inserter(start.open));
    }
    for (const Ticket &ticket : start.open) {
        start.from = std::max(start.from, ticket.changedAt);
    }
    start.from = start.open.empty() ? startOf(today) + std::chrono::hours { 9 } : start.from;
    return start;
}

std::expected<LiveStart, Failure> liveStartOf(LedgerReader &ledger, Day today, const LedgerSettings &settings)
{
    return timelineOf(ledger, settings).and_then([&](const RuleTimeline &rules) {
        const auto ticketsOf = [&](std::span<const TicketId> ids) {
            return ledger.trailsOf(ids).and_then(
                [&](std::vector<Entry> entries) { return ticketsFrom(std::move(entries), rules); });
        };
        return liveStartOf(ledger.rows(), ticketsOf, today);
    });
}

} // namespace huying
