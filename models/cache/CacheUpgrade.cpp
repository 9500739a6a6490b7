#include "CacheUpgrade.h"

#include <storage/TicketStore.h>

#include <algorithm>

namespace huying
{

namespace
{

struct KnownTicket {
    TicketId id;
    std::int64_t version = 0;
    bool isVoid = false;
};

std::expected<std::vector<KnownTicket>, Failure> ticketsIn(const Database &database)
{
    auto statement = database.prepare("SELECT id, version, step FROM ticket");
    if (!statement) {
        return std::unexpected(statement.error());
    }
    std::vector<KnownTicket> tickets;
    auto more = statement->step();
    for (; more && *more; more = statement->step()) {
        tickets.push_back({ uuidFromBytes(statement->bytes(0)).value_or(TicketId {}), statement->number(1),
            Step(statement->number(2)) == Step::Void });
    }
    return more.transform([&](bool) { return std::move(tickets); });
}

/// Whether all its events are here.
std::expected<bool, Failure> foldAnew(
    EntryStore &entries, RowStore &rows, const KnownTicket &known, const RuleTimeline &timeline)
{
    const auto trail = entries.trailOf(known.id);
    if (!trail) {
        return std::unexpected(trail.error());
    }
    if (trail->empty() || trail->front().record.kind != ticketKindNames[0] || std::ssize(*trail) < known.version) {
        return false;
    }
    return foldedFrom(*trail, timeline)
        .and_then([&](const Ticket &ticket) { return rows.put(rowOf(ticket, timeline.now())); })
        .transform([] { return true; });
}

std::expected<void, Failure> foldRowsAnew(const Database &database, const DeadlineSettings &deadlines)
{
    auto entries = EntryStore::on(database);
    auto rows = RowStore::on(database);
    auto facts = FactStore::on(database);
    if (!entries || !rows || !facts) {
        return std::unexpected(!entries ? entries.error() : !rows ? rows.error() : facts.error());
    }
    const auto timeline = rulesOf(database, *entries, *facts, deadlines);
    const auto known = ticketsIn(database);
    if (!timeline || !known) {
        return std::unexpected(timeline ? known.error() : timeline.error());
    }
    bool isWhole = true;
    for (const KnownTicket &ticket : *known) {
        const auto folded = foldAnew(*entries, *rows, ticket, *timeline);
        if (!folded) {
            return std::unexpected(folded.error());
        }
        isWhole = isWhole && (*folded || ticket.isVoid);
    }
    return isWhole ? std::expected<void, Failure>() : setState(database, "figures-missing", std::int64_t { 1 });
}

} // namespace

std::expected<RuleTimeline, Failure> rulesOf(
    const Database &database, EntryStore &entries, FactStore &facts, const DeadlineSettings &deadlines)
{
    const RuleBook first { .calendar = {}, .deadlines = deadlines };
    const auto told = timelineIn(database, entries, RuleTimeline(first));
    auto untold = facts.notices();
    if (!told || !untold) {
        return std::unexpected(told ? untold.error() : told.error());
    }
    std::erase_if(*untold, [&](const HolidayNotice &notice) {
        return std::ranges::contains(told->notices(), notice.documentNumber, &HolidayNotice::documentNumber);
    });
    std::ranges::sort(*untold, {}, &HolidayNotice::issuedOn);
    return RuleTimeline::from(first, *std::move(untold)).and_then([&](RuleTimeline known) {
        return timelineIn(database, entries, std::move(known));
    });
}

Derivation foldingAnew(const DeadlineSettings &deadlines)
{
    return [deadlines](const Database &database) {
        return foldRowsAnew(database, deadlines).and_then([&] { return deriveFromRows(database); });
    };
}

} // namespace huying
