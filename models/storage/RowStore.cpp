#include "RowStore.h"

#include "RowColumns.h"
#include "RowConditions.h"
#include "RowSearch.h"

#include <string>

namespace huying
{

namespace
{

std::string selecting(std::string_view rest)
{
    return "SELECT " + std::string(rowColumns()) + " FROM ticket " + std::string(rest);
}

/// One more than the columns of a row: its number in the index of words comes last.
std::string parameters()
{
    std::string list;
    for (int i = 1; i <= columnCount + 1; ++i) {
        list += (i > 1 ? ", ?" : "?") + std::to_string(i);
    }
    return list;
}

/// `version = excluded.version, …` for every column but those that never change: their indexes are left alone.
std::string replacing()
{
    std::string list;
    for (std::string_view rest = rowColumns().substr(4); !rest.empty();) {
        const std::string column(rest.substr(0, rest.find(", ")));
        if (column != "number" && column != "reported_at" && !column.starts_with("origin_")) {
            list += (list.empty() ? "" : ", ") + column + " = excluded." + column;
        }
        rest.remove_prefix(std::min(rest.size(), column.size() + 2));
    }
    return list;
}

RowGlance rowGlanceOf(const Statement &row)
{
    return { .id = uuidFromBytes(row.bytes(0)).value_or(TicketId {}),
        .point = { std::int32_t(row.number(1)), std::int32_t(row.number(2)) },
        .category = row.text(3),
        .region = row.text(4),
        .lead = row.text(5),
        .reportedAt = row.instant(6),
        .step = Step(row.number(7)),
        .channel = Channel(row.number(8)),
        .deadlineClass = DeadlineClass(row.number(9)) };
}

} // namespace

std::expected<RowStore, Failure> RowStore::on(const Database &database)
{
    RowStore store;
    store._database = &database;
    const std::string insert =
        "INSERT INTO ticket (" + std::string(rowColumns()) + ", search_key) VALUES (" + parameters() + ")";
    // Without the unique index of an unfinished bulk file there is nothing to be in conflict with.
    const auto isIndexed = database.number("SELECT count(*) FROM sqlite_schema WHERE name = 'ticket_id'");
    if (!isIndexed) {
        return std::unexpected(isIndexed.error());
    }
    const std::string upsert = *isIndexed > 0 ? insert + " ON CONFLICT (id) DO UPDATE SET " + replacing() : insert;
    const std::initializer_list<std::pair<Statement *, std::string>> wanted {
        { &store._put, upsert },
        { &store._add, insert },
        { &store._remove, "DELETE FROM ticket WHERE id = ?1" },
        { &store._find, selecting("WHERE id = ?1") },
        { &store._version, "SELECT version FROM ticket WHERE id = ?1" },
        { &store._byNumber, selecting("WHERE number = ?1") },
        { &store._byOrigin, selecting("WHERE origin_system = ?1 AND origin_id = ?2") },
    };
    for (const auto &[statement, sql] : wanted) {
        *statement = database.later(sql);
    }
    return store;
}

std::expected<void, Failure> RowStore::put(const TicketRow &row, std::optional<std::int64_t> searchKey)
{
    std::string room;
    bindRow(_put, row, room);
    _put.bind(columnCount + 1, searchKey);
    return _put.run();
}

std::expected<void, Failure> RowStore::add(const TicketRow &row, std::optional<std::int64_t> searchKey)
{
    std::string room;
    bindRow(_add, row, room);
    _add.bind(columnCount + 1, searchKey);
    return _add.run();
}

std::expected<void, Failure> RowStore::remove(const TicketId &ticket)
{
    return _remove.bindBytes(1, bytesOf(ticket)).run();
}

std::expected<std::optional<TicketRow>, Failure> RowStore::one(Statement &statement)
{
    const auto row = statement.step();
    auto found = row && *row ? std::optional(readRow(statement)) : std::nullopt;
    statement.reset();
    return row ? std::expected<std::optional<TicketRow>, Failure>(std::move(found)) : std::unexpected(row.error());
}

std::expected<std::vector<TicketRow>, Failure> RowStore::all(Statement &statement)
{
    std::vector<TicketRow> rows;
    while (true) {
        const auto row = statement.step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return rows;
        }
        rows.push_back(readRow(statement));
    }
}

std::expected<std::optional<TicketRow>, Failure> RowStore::find(const TicketId &ticket)
{
    return one(_find.bindBytes(1, bytesOf(ticket)));
}

std::expected<std::optional<Version>, Failure> RowStore::versionOf(const TicketId &ticket)
{
    const auto row = _version.bindBytes(1, bytesOf(ticket)).step();
    const auto version = row && *row ? std::optional(Version(_version.number(0))) : std::nullopt;
    _version.reset();
    return row ? std::expected<std::optional<Version>, Failure>(version) : std::unexpected(row.error());
}

std::expected<std::optional<TicketRow>, Failure> RowStore::byNumber(std::string_view number)
{
    return one(_byNumber.bind(1, number));
}

std::expected<std::optional<TicketRow>, Failure> RowStore::byOrigin(const Origin &origin)
{
    return one(_byOrigin.bind(1, std::string_view(origin.system)).bind(2, std::string_view(origin.id)));
}

std::expected<std::int64_t, Failure> RowStore::count() const
{
    return _database->number("SELECT count(*) FROM ticket");
}

std::expected<std::int64_t, Failure> RowStore::count(const TicketFilter &filter) const
{
    if (isSearched(filter)) {
        return searchedCount(*_database, filter);
    }
    const RowConditions conditions = conditionsWithWords(filter);
    auto statement = _database->prepare("SELECT count(*) FROM ticket WHERE 1" + conditions.sql());
    if (!statement) {
        return std::unexpected(statement.error());
    }
    conditions.bind(*statement);
    return statement->step().transform([&](bool) { return statement->number(0); });
}

std::expected<std::vector<RowPointer>, Failure> RowStore::atWork(Instant closedSince)
{
    auto statement =
        _database->prepare(selecting("WHERE step < 4 UNION ALL ") + selecting("WHERE closed_at > ?1 AND step >= 4"));
    if (!statement) {
        return std::unexpected(statement.error());
    }
    statement->bind(1, closedSince);
    // the open ones of an older cache, and those closed lately, lie all over the file
    if (const auto small = _database->keepPages(Database::PageCache::Small); !small) {
        return std::unexpected(small.error());
    }
    std::vector<RowPointer> rows;
    auto more = statement->step();
    for (; more && *more; more = statement->step()) {
        rows.push_back(std::make_shared<const TicketRow>(readRow(*statement)));
    }
    statement->reset();
    const auto usual = _database->keepPages(Database::PageCache::Usual);
    return more.and_then([&](bool) { return usual; }).transform([&] { return std::move(rows); });
}

std::expected<std::vector<TicketId>, Failure> RowStore::provisional()
{
    auto statement = _database->prepare("SELECT id FROM ticket WHERE flags & 1");
    if (!statement) {
        return std::unexpected(statement.error());
    }
    std::vector<TicketId> tickets;
    while (true) {
        const auto row = statement->step();
        if (!row || !*row) {
            return row ? std::expected<std::vector<TicketId>, Failure>(std::move(tickets))
                       : std::unexpected(row.error());
        }
        tickets.push_back(uuidFromBytes(statement->bytes(0)).value_or(TicketId {}));
    }
}

std::expected<std::vector<TicketRow>, Failure> RowStore::page(
    const TicketFilter &filter, const std::optional<TicketRow> &last, int limit)
{
    if (isSearched(filter)) {
        return searchedPage(*_database, filter, last, limit);
    }
    RowConditions conditions = conditionsWithWords(filter);
    if (last) {
        addBehind(conditions, *last);
    }
    auto statement = _database->prepare(
        selecting("WHERE 1" + conditions.sql() + " ORDER BY reported_at DESC, id DESC LIMIT " + std::to_string(limit)));
    return statement.and_then([&](Statement &prepared) {
        conditions.bind(prepared);
        return all(prepared);
    });
}

std::expected<std::vector<GeoPoint>, Failure> RowStore::somePoints(int count)
{
    const auto last = _database->number("SELECT coalesce(max(rowid), 0) FROM ticket");
    auto next = _database->prepare("SELECT longitude, latitude FROM ticket WHERE rowid >= ?1 LIMIT 1");
    if (!last || !next) {
        return std::unexpected(last ? next.error() : last.error());
    }
    const std::int64_t step = std::max<std::int64_t>(*last / count, 1);
    std::vector<GeoPoint> points;
    for (std::int64_t rowid = 1; rowid <= *last; rowid += step) {
        next->reset();
        const auto row = next->bind(1, rowid).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (*row && !next->isNull(0)) {
            points.push_back({ std::int32_t(next->number(0)), std::int32_t(next->number(1)) });
        }
    }
    return points;
}

std::expected<void, Failure> RowStore::glance(const std::function<void(const RowGlance &)> &visit)
{
    auto statement = _database->prepare(
        "SELECT id, longitude, latitude, category, region, lead, reported_at, step, channel, deadline_class "
        "FROM ticket WHERE longitude IS NOT NULL");
    if (!statement) {
        return std::unexpected(statement.error());
    }
    while (true) {
        const auto row = statement->step();
        if (!row || !*row) {
            return row ? std::expected<void, Failure> {} : std::unexpected(row.error());
        }
        visit(rowGlanceOf(*statement));
    }
}

std::expected<void, Failure> RowStore::walk(const std::function<std::expected<void, Failure>(const TicketRow &)> &visit)
{
    return walkIn("ORDER BY rowid", visit);
}

std::expected<void, Failure> RowStore::walkByReport(
    const std::function<std::expected<void, Failure>(const TicketRow &)> &visit)
{
    return walkIn("ORDER BY reported_at, id", visit);
}

std::expected<void, Failure> RowStore::walkIn(
    std::string_view order, const std::function<std::expected<void, Failure>(const TicketRow &)> &visit)
{
    auto statement = _database->prepare(selecting(order));
    if (!statement) {
        return std::unexpected(statement.error());
    }
    while (true) {
        const auto row = statement->step();
        if (!row || !*row) {
            return row ? std::expected<void, Failure> {} : std::unexpected(row.error());
        }
        if (auto visited = visit(readRow(*statement)); !visited) {
            return visited;
        }
    }
}

} // namespace huying
