#include "Upgrade.h"

#include <storage/Schema.h>

#include <unordered_set>

namespace huying
{

namespace
{

constexpr std::string_view flag = "rows-to-fold";

/// Tickets that have ever been with more than one unit.
std::expected<std::unordered_set<TicketId>, Failure> sharedTickets(const Database &database)
{
    auto statement = database.prepare("SELECT DISTINCT subject FROM event WHERE kind < 1000 AND "
                                      "json_array_length(content, '$.cooperating') > 0");
    if (!statement) {
        return std::unexpected(statement.error());
    }
    std::unordered_set<TicketId> tickets;
    auto more = statement->step();
    for (; more && *more; more = statement->step()) {
        tickets.insert(uuidFromBytes(statement->bytes(0)).value_or(TicketId {}));
    }
    return more.transform([&](bool) { return std::move(tickets); });
}

} // namespace

std::expected<void, Failure> foldRowsOfOldSchema(LedgerReader &reader, const RuleTimeline &timeline)
{
    const auto flagged = stateNumber(reader.database(), flag);
    if (!flagged || !*flagged) {
        return flagged.transform([](const auto &) {});
    }
    auto step = Transaction::beginWriting(reader.database());
    const auto tickets = sharedTickets(reader.database());
    if (!step || !tickets) {
        return std::unexpected(step ? tickets.error() : step.error());
    }
    for (const TicketId &id : *tickets) {
        const auto kept =
            reader.trailOf(id)
                .and_then([&](const std::vector<Entry> &trail) { return foldedFrom(trail, timeline); })
                .and_then([&](const Ticket &ticket) { return reader.rows().put(rowOf(ticket, timeline.now())); });
        if (!kept) {
            return kept;
        }
    }
    return reader.database().execute("DELETE FROM state WHERE key = 'rows-to-fold'").and_then([&] {
        return step->commit();
    });
}

} // namespace huying
