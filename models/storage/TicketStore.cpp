#include "TicketStore.h"

namespace huying
{

namespace
{

constexpr std::string_view markSql = "UPDATE ticket SET search_key = ?2 WHERE id = ?1";

} // namespace

TicketStore::TicketStore(const Database &database, RowStore rows)
    : _rows(std::move(rows)), _figures(database), _search(database)
{
    _kept = database.later(
        "SELECT region, category, lead, channel, reported_at, counted, search_key FROM ticket WHERE id = ?1");
    _mark = database.later(markSql);
}

std::expected<TicketStore, Failure> TicketStore::on(const Database &database)
{
    return RowStore::on(database).transform([&](RowStore rows) { return TicketStore(database, std::move(rows)); });
}

std::expected<std::optional<TicketStore::Kept>, Failure> TicketStore::kept(const TicketId &ticket)
{
    const auto found = _kept.bindBytes(1, bytesOf(ticket)).step();
    std::optional<Kept> row;
    if (found && *found) {
        row = Kept { { std::string(_kept.text(0)), std::string(_kept.text(1)), std::string(_kept.text(2)),
                         Channel(_kept.number(3)), _kept.instant(4), std::string(_kept.bytes(5)) },
            _kept.optionalNumber(6) };
    }
    _kept.reset();
    return found ? std::expected<std::optional<Kept>, Failure>(std::move(row)) : std::unexpected(found.error());
}

std::expected<void, Failure> TicketStore::put(const TicketRow &row, const Citizen &citizen)
{
    const auto before = kept(row.id);
    if (!before) {
        return std::unexpected(before.error());
    }
    if (*before && (*before)->key) {
        return write(*before, row, std::nullopt);
    }
    return _search.add(searchedTexts(row), citizen).and_then([&](std::int64_t key) {
        return write(*before, row, key);
    });
}

std::expected<void, Failure> TicketStore::putFound(const TicketRow &row, std::optional<std::int64_t> key)
{
    return kept(row.id).and_then([&](const std::optional<Kept> &before) { return write(before, row, key); });
}

std::expected<void, Failure> TicketStore::count(const std::optional<Kept> &before, const TicketRow &row)
{
    const CountedRow after = countedRow(row);
    if (!before) {
        return _figures.add(after);
    }
    return before->counted == after ? std::expected<void, Failure>()
                                    : _figures.takeAway(before->counted).and_then([&] { return _figures.add(after); });
}

std::expected<void, Failure> TicketStore::write(
    const std::optional<Kept> &before, const TicketRow &row, std::optional<std::int64_t> key)
{
    const bool isUnmarked = before && !before->key && key;
    return count(before, row).and_then([&] { return _rows.put(row, key); }).and_then([&] {
        return isUnmarked ? _mark.bindBytes(1, bytesOf(row.id)).bind(2, key).run() : std::expected<void, Failure>();
    });
}

std::expected<void, Failure> TicketStore::setCitizen(const TicketId &ticket, const Citizen &citizen)
{
    return kept(ticket).and_then([&](const std::optional<Kept> &row) {
        return row && row->key ? _search.setCitizen(*row->key, citizen) : std::expected<void, Failure>();
    });
}

std::expected<void, Failure> TicketStore::remove(const TicketId &ticket)
{
    const auto row = kept(ticket);
    if (!row || !*row) {
        return row.transform([](const auto &) {});
    }
    return _figures.takeAway((*row)->counted)
        .and_then([&] { return (*row)->key ? _search.remove(*(*row)->key) : std::expected<void, Failure>(); })
        .and_then([&] { return _rows.remove(ticket); });
}

std::expected<void, Failure> TicketStore::finish()
{
    return _figures.finish().and_then([&] { return _search.finish(); });
}

void TicketStore::forgetUncommitted()
{
    _figures.forget();
    _search.forget();
}

namespace
{

/// By which citizens tickets are found.
std::expected<void, Failure> indexCitizens(const Database &database, Reports reports)
{
    SearchIndex search(database);
    // a ticket's id is that of its report
    const std::string from = reports == Reports::Here ? "event CROSS JOIN ticket ON ticket.id = event.subject"
                                                      : "ticket CROSS JOIN ledger.event ON event.id = ticket.id";
    auto personal = database.prepare(
        "SELECT search_key, json_extract(personal, '$.name'), json_extract(personal, '$.telephone') FROM " + from
        + " WHERE kind = 0 AND personal IS NOT NULL AND search_key IS NOT NULL");
    if (!personal) {
        return std::unexpected(personal.error());
    }
    std::expected<void, Failure> done;
    auto more = personal->step();
    for (; done && more && *more; more = personal->step()) {
        done =
            search.setCitizen(personal->number(0), { std::string(personal->text(1)), std::string(personal->text(2)) });
    }
    return done.and_then([&] { return more.transform([](bool) {}); });
}

} // namespace

std::expected<void, Failure> deriveFromRows(const Database &database, Reports reports)
{
    auto rows = RowStore::on(database);
    const auto emptied = database.execute(
        "UPDATE ticket SET search_key = NULL WHERE search_key IS NOT NULL; DELETE FROM figure; DELETE FROM figure_word;"
        "INSERT INTO search_text (search_text) VALUES ('delete-all');"
        "INSERT INTO search_person (search_person) VALUES ('delete-all');"
        "DELETE FROM state WHERE key IN ('search-last', 'search-newest')");
    if (!rows || !emptied) {
        return std::unexpected(rows ? emptied.error() : rows.error());
    }
    FigureStore figures(database);
    SearchIndex search(database);
    Statement mark = database.later(markSql);
    std::vector<std::pair<TicketId, std::int64_t>> keys;
    // from the oldest on, so that a search from the newest on can end early
    auto done = rows->walkByReport([&](const TicketRow &row) {
        return figures.add(countedRow(row))
            .and_then([&] { return search.add(searchedTexts(row), {}); })
            .transform([&](std::int64_t key) { keys.emplace_back(row.id, key); });
    });
    for (const auto &[id, key] : keys) {
        done = done.and_then([&] { return mark.bindBytes(1, bytesOf(id)).bind(2, key).run(); });
    }
    return done.and_then([&] { return figures.finish(); }).and_then([&] { return search.finish(); }).and_then([&] {
        return indexCitizens(database, reports);
    });
}

} // namespace huying
