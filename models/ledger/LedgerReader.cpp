#include "LedgerReader.h"

#include <storage/Schema.h>

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace huying
{

namespace
{

void withholdPersonal(Entry &entry, bool isForThem)
{
    if (!isForThem) {
        entry.record.personal.clear();
        entry.record.salt = {};
    }
}

Stub stubOf(const Entry &entry, const TicketId &ticket)
{
    return { .position = entry.position,
        .envelope = envelopeDigest(entry),
        .ticket = mayMove(entry.record.kind) ? std::optional(ticket) : std::nullopt };
}

} // namespace

LedgerReader::LedgerReader(std::unique_ptr<Database> database, EntryStore entries, RowStore rows, FactStore facts)
    : _database(std::move(database)), _entries(std::move(entries)), _rows(std::move(rows)), _facts(std::move(facts))
{
}

std::expected<LedgerReader, Failure> LedgerReader::on(std::unique_ptr<Database> database)
{
    auto entries = EntryStore::on(*database);
    auto rows = RowStore::on(*database);
    auto facts = FactStore::on(*database);
    if (!entries || !rows || !facts) {
        return std::unexpected(!entries ? entries.error() : !rows ? rows.error() : facts.error());
    }
    return LedgerReader(std::move(database), std::move(*entries), std::move(*rows), std::move(*facts));
}

std::expected<LedgerReader, Failure> LedgerReader::open(const std::filesystem::path &file)
{
    auto database = Database::open(file, Opening::Read);
    if (!database) {
        return std::unexpected(std::move(database).error());
    }
    if (const auto known = checkSchema(*database, FileKind::Ledger); !known) {
        return std::unexpected(known.error());
    }
    return on(std::make_unique<Database>(std::move(*database)));
}

std::expected<Founding, Failure> LedgerReader::founding() const
{
    return readFounding(*_database);
}

std::expected<Head, Failure> LedgerReader::head() const
{
    return readHead(*_database);
}

std::expected<Page, Failure> LedgerReader::entriesAfter(Position position, int limit)
{
    const auto held = hold();
    if (!held) {
        return std::unexpected(held.error());
    }
    return _entries.after(position, limit).and_then([&](std::vector<Entry> entries) {
        return head().transform([&](const Head &end) { return Page { std::move(entries), end.position, {}, {} }; });
    });
}

std::expected<bool, Failure> LedgerReader::isSeen(const TicketId &ticket, const Audience &audience)
{
    return _rows.find(ticket).transform(
        [&](const std::optional<TicketRow> &row) { return row && sees(audience, *row); });
}

std::expected<void, Failure> LedgerReader::cutTo(Page &page, const Audience &audience)
{
    std::unordered_map<TicketId, bool> seen;
    const Position first = page.isEmpty() ? 0 : page.first();
    std::vector<Entry> kept;
    for (Entry &entry : page.entries) {
        const auto ticket = ticketOf(entry.record);
        if (!ticket) {
            withholdPersonal(entry, seesPersonal(audience, entry.record));
            kept.push_back(std::move(entry));
            continue;
        }
        if (!seen.contains(*ticket)) {
            const auto isTicketSeen = isSeen(*ticket, audience);
            const auto count = _entries.countBefore(*ticket, first);
            if (!isTicketSeen || !count) {
                return std::unexpected(isTicketSeen ? count.error() : isTicketSeen.error());
            }
            seen.emplace(*ticket, *isTicketSeen);
            if (*isTicketSeen && !audience.isWholeCounty()) {
                page.before.emplace(*ticket, Version(*count));
            }
        }
        if (seen.at(*ticket)) {
            withholdPersonal(entry, audience.withPersonal);
            kept.push_back(std::move(entry));
        } else {
            page.stubs.push_back(stubOf(entry, *ticket));
        }
    }
    page.entries = std::move(kept);
    return {};
}

std::expected<Page, Failure> LedgerReader::entriesAfter(Position position, int limit, const Audience &audience)
{
    const auto held = hold();
    if (!held) {
        return std::unexpected(held.error());
    }
    auto page = _entries.after(position, limit).and_then([&](std::vector<Entry> entries) {
        return head().transform([&](const Head &end) { return Page { std::move(entries), end.position, {}, {} }; });
    });
    if (!page || (audience.isWholeCounty() && audience.withPersonal)) {
        return page;
    }
    return cutTo(*page, audience).transform([&] { return std::move(*page); });
}

std::expected<std::vector<Entry>, Failure> LedgerReader::trailsOf(
    std::span<const TicketId> tickets, const Audience &audience)
{
    const auto held = hold();
    if (!held) {
        return std::unexpected(held.error());
    }
    std::vector<TicketId> seen;
    for (const TicketId &ticket : tickets) {
        const auto isTicketSeen = isSeen(ticket, audience);
        if (!isTicketSeen) {
            return std::unexpected(isTicketSeen.error());
        }
        if (*isTicketSeen) {
            seen.push_back(ticket);
        }
    }
    return trailsIn(seen).transform([&](std::vector<Entry> entries) {
        for (Entry &entry : entries) {
            withholdPersonal(entry, audience.withPersonal);
        }
        return entries;
    });
}

std::expected<std::vector<Entry>, Failure> LedgerReader::trailOf(const TicketId &ticket)
{
    return _entries.trailOf(ticket);
}

std::expected<std::vector<Entry>, Failure> LedgerReader::trailsOf(std::span<const TicketId> tickets)
{
    const auto held = hold();
    if (!held) {
        return std::unexpected(held.error());
    }
    return trailsIn(tickets);
}

/// In the state of the log that is held.
std::expected<std::vector<Entry>, Failure> LedgerReader::trailsIn(std::span<const TicketId> tickets)
{
    std::vector<Entry> entries;
    for (const TicketId &ticket : tickets) {
        auto trail = _entries.trailOf(ticket);
        if (!trail) {
            return trail;
        }
        std::ranges::move(*trail, std::back_inserter(entries));
    }
    std::ranges::sort(entries, {}, &Entry::position);
    return entries;
}

std::expected<Ticket, Failure> LedgerReader::ticket(const TicketId &id, const LedgerSettings &settings)
{
    const auto held = hold();
    if (!held) {
        return std::unexpected(held.error());
    }
    const auto trail = _entries.trailOf(id);
    const auto timeline = timelineOf(*this, settings);
    if (!trail || !timeline) {
        return std::unexpected(trail ? timeline.error() : trail.error());
    }
    if (trail->empty()) {
        return failure(FailureKind::NotFound, QCoreApplication::translate("ledger", "There is no such ticket."));
    }
    return foldedFrom(*trail, *timeline);
}

std::expected<RuleTimeline, Failure> timelineOf(LedgerReader &reader, const LedgerSettings &settings)
{
    return timelineIn(reader.database(), reader.entries(), RuleTimeline(settings.rules()));
}

} // namespace huying
