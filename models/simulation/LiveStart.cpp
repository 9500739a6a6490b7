#include "LiveStart.h"

#include <algorithm>
#include <format>

namespace huying
{

namespace
{

constexpr std::size_t ticketsAtOnce = 500;

std::expected<bool, Failure> isTaken(LedgerReader &ledger, Day day, int serial)
{
    for (int desk = LiveCounty::firstDesk; desk <= LiveCounty::firstDesk + deskCount; ++desk) {
        const auto row = ledger.rows().byNumber(numberOf(day, std::format("{:02}", desk), serial));
        if (!row || *row) {
            return row.transform([](const auto &) { return true; });
        }
    }
    return false;
}

/// The highest serial of any of the live desks on `day`; each desk counts without gaps.
std::expected<int, Failure> lastSerialOn(LedgerReader &ledger, Day day)
{
    int free = 1;
    auto taken = isTaken(ledger, day, free);
    for (; taken && *taken; taken = isTaken(ledger, day, free)) {
        free *= 2;
    }
    for (int used = free / 2; taken && free - used > 1;) {
        const int middle = (used + free) / 2;
        taken = isTaken(ledger, day, middle);
        (taken && *taken ? used : free) = middle;
    }
    return taken.transform([&](bool) { return free - 1; });
}

/// Folds the tickets of `ids`; trails come many at once.
std::expected<void, Failure> addTickets(
    std::vector<Ticket> &tickets, LedgerReader &ledger, std::span<const TicketId> ids, const RuleTimeline &rules)
{
    auto entries = ledger.trailsOf(ids);
    if (!entries) {
        return std::unexpected(std::move(entries.error()));
    }
    std::ranges::stable_sort(*entries, {}, [](const Entry &entry) { return entry.record.subject; });
    for (auto first = entries->begin(); first != entries->end();) {
        const auto last = std::find_if(
            first, entries->end(), [&](const Entry &entry) { return entry.record.subject != first->record.subject; });
        auto ticket = foldedFrom(std::span(first, last), rules);
        if (!ticket) {
            return std::unexpected(std::move(ticket.error()));
        }
        tickets.push_back(std::move(*ticket));
        first = last;
    }
    return {};
}

} // namespace

std::expected<LiveStart, Failure> liveStartOf(LedgerReader &ledger, Day today, const LedgerSettings &settings)
{
    LiveStart start;
    const auto rules = timelineOf(ledger, settings);
    const auto lastSerial = lastSerialOn(ledger, today);
    const auto open = ledger.rows().atWork(Instant::max());
    if (!rules || !lastSerial || !open) {
        return std::unexpected(!rules ? rules.error() : !open ? open.error() : lastSerial.error());
    }
    start.lastSerial = *lastSerial;
    std::vector<TicketId> ids;
    std::ranges::transform(*open, std::back_inserter(ids), &TicketRow::id);
    std::ranges::sort(ids);
    const std::span all(ids);
    for (std::size_t at = 0; at < ids.size(); at += ticketsAtOnce) {
        const auto some = all.subspan(at, std::min(ticketsAtOnce, ids.size() - at));
        if (auto added = addTickets(start.open, ledger, some, *rules); !added) {
            return std::unexpected(std::move(added.error()));
        }
    }
    for (const Ticket &ticket : start.open) {
        start.from = std::max(start.from, ticket.changedAt);
    }
    start.from = start.open.empty() ? startOf(today) + std::chrono::hours { 9 } : start.from;
    return start;
}

} // namespace huying
