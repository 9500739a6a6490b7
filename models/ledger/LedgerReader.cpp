#include "LedgerReader.h"

#include <storage/Schema.h>

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

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
        return head().transform([&](const Head &end) { return Page { std::move(entries), end.position }; });
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
