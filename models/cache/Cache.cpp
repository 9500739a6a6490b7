#include "Cache.h"

#include "CacheUpgrade.h"
#include "PassedOn.h"

#include <storage/Schema.h>
#include <sync/SnapshotOf.h>

#include <utility>

namespace huying
{

namespace
{

/// What is worked on and what changes now, some kilobytes each.
constexpr std::size_t ticketsRemembered = 256;

} // namespace

Cache::Cache(std::unique_ptr<Database> database, EntryStore entries, RowStore rows, TicketStore tickets,
    FactStore facts, DeadlineSettings deadlines)
    : _database(std::move(database))
    , _entries(std::move(entries))
    , _rows(std::move(rows))
    , _tickets(std::move(tickets))
    , _facts(std::move(facts))
    , _deadlines(deadlines)
    , _timeline(RuleBook { .calendar = {}, .deadlines = deadlines })
    , _memory(ticketsRemembered)
{
}

std::expected<std::unique_ptr<Cache>, Failure> Cache::open(
    const std::filesystem::path &file, DeadlineSettings deadlines)
{
    auto opened = Database::open(file, Opening::Create, Synchronous::Normal);
    if (!opened) {
        return passedOn(opened);
    }
    auto database = std::make_unique<Database>(std::move(*opened));
    if (const auto prepared = prepareSchema(*database, FileKind::Cache, foldingAnew(deadlines)); !prepared) {
        return passedOn(prepared);
    }
    auto entries = EntryStore::on(*database);
    auto rows = RowStore::on(*database);
    auto tickets = TicketStore::on(*database);
    auto facts = FactStore::on(*database);
    if (!entries || !rows || !tickets || !facts) {
        return std::unexpected(!entries ? entries.error()
                : !rows                 ? rows.error()
                : !tickets              ? tickets.error()
                                        : facts.error());
    }
    std::unique_ptr<Cache> cache(new Cache(
        std::move(database), std::move(*entries), std::move(*rows), std::move(*tickets), std::move(*facts), deadlines));
    const auto read = cache->readRules();
    return read ? std::expected<std::unique_ptr<Cache>, Failure>(std::move(cache)) : passedOn(read);
}

std::expected<void, Failure> Cache::readRules()
{
    _memory.clear();
    return rulesOf(*_database, _entries, _facts, _deadlines).transform([&](RuleTimeline timeline) {
        _timeline = std::move(timeline);
    });
}

std::expected<Position, Failure> Cache::position() const
{
    return stateNumber(*_database, "position").transform([](std::optional<std::int64_t> known) {
        return known.value_or(0);
    });
}

std::expected<std::optional<std::string>, Failure> Cache::audience() const
{
    return stateText(*_database, "audience");
}

std::expected<std::optional<Instant>, Failure> Cache::asOf() const
{
    return stateNumber(*_database, "as-of").transform([](std::optional<std::int64_t> kept) {
        return kept.transform([](std::int64_t since) { return Instant(std::chrono::milliseconds(since)); });
    });
}

std::expected<void, Failure> Cache::keepAsOf(Instant asOf)
{
    return setState(*_database, "as-of", std::int64_t { asOf.time_since_epoch().count() });
}

std::expected<bool, Failure> Cache::isFirstPart() const
{
    return stateText(*_database, "extent").transform([](const std::optional<std::string> &extent) {
        return extent == atWorkName;
    });
}

CacheChange Cache::takeChange()
{
    return std::exchange(_change, {});
}

std::expected<std::optional<Ticket>, Failure> Cache::ticket(const TicketId &id) const
{
    const auto known = _rows.versionOf(id);
    if (!known) {
        return std::unexpected(known.error());
    }
    if (const Ticket *const remembered = _memory.find(id); remembered && remembered->version == *known) {
        return *remembered;
    }
    const auto trail = _entries.trailOf(id);
    if (!trail) {
        return std::unexpected(trail.error());
    }
    const bool isWhole = !trail->empty() && trail->front().record.kind == ticketKindNames[0]
        && (!*known || std::ssize(*trail) >= std::int64_t(**known));
    if (!isWhole) {
        return std::nullopt;
    }
    return foldedFrom(*trail, _timeline).transform([&](Ticket ticket) {
        _memory.keep(ticket);
        return std::optional(std::move(ticket));
    });
}

std::expected<std::optional<TicketRow>, Failure> Cache::row(const TicketId &id) const
{
    return _rows.find(id);
}

std::expected<std::vector<RowPointer>, Failure> Cache::atWork(Instant closedSince) const
{
    return _rows.atWork(closedSince);
}

std::expected<Directory, Failure> Cache::directory() const
{
    return _facts.directory();
}

CacheReader::CacheReader(std::unique_ptr<Database> database, RowStore rows)
    : _database(std::move(database)), _rows(std::move(rows)), _figures(*_database)
{
}

std::expected<std::unique_ptr<CacheReader>, Failure> CacheReader::open(const std::filesystem::path &file)
{
    auto opened = Database::open(file, Opening::Read);
    if (!opened) {
        return passedOn(opened);
    }
    auto database = std::make_unique<Database>(std::move(*opened));
    auto rows = RowStore::on(*database);
    if (!rows) {
        return passedOn(rows);
    }
    return std::unique_ptr<CacheReader>(new CacheReader(std::move(database), std::move(*rows)));
}

} // namespace huying
