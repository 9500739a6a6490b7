#include "Snapshot.h"

#include "WholeFile.h"

#include <storage/Schema.h>

namespace huying
{

namespace
{

/// Tables that are copied whole go from page to page, with their indexes, when nothing stands between INSERT and
/// SELECT.
constexpr std::string_view wholeTables = "INSERT INTO author SELECT * FROM ledger.author;"
                                         "INSERT INTO ticket SELECT * FROM ledger.ticket;"
                                         "INSERT INTO fact SELECT * FROM ledger.fact;";

/// And the notices on holidays, so that a desk knows the rules of each moment.
constexpr std::string_view eventsOfOpenTickets =
    "INSERT INTO event SELECT e.* FROM ledger.event AS e WHERE e.position IN "
    "(SELECT o.position FROM ledger.ticket AS t CROSS JOIN ledger.event AS o ON o.subject = t.id WHERE t.step < 4 "
    "UNION SELECT position FROM ledger.event WHERE kind = 1000 AND subject >= CAST('holiday-notice:' AS BLOB) "
    "AND subject < CAST('holiday-notice;' AS BLOB)) ORDER BY e.position;";

constexpr std::string_view withoutPersonal = "UPDATE event SET personal = NULL, salt = NULL WHERE personal IS NOT NULL;"
                                             "UPDATE fact SET personal = '' WHERE personal <> '';";

std::expected<void, Failure> attach(const Database &target, const std::filesystem::path &ledger)
{
    // locks of an exclusive connection would fall on the ledger too
    return target.execute("PRAGMA locking_mode = NORMAL")
        .and_then([&] { return target.prepare("ATTACH ?1 AS ledger"); })
        .and_then([&](Statement statement) { return statement.bind(1, std::string_view(ledger.native())).run(); });
}

std::expected<Head, Failure> fill(const Database &target, Personal personal)
{
    auto transaction = Transaction::beginReading(target);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    auto statement = target.prepare("SELECT position, chain FROM ledger.event ORDER BY position DESC LIMIT 1");
    if (!statement) {
        return std::unexpected(statement.error());
    }
    auto head = statement->step().transform([&](bool found) { return found ? headIn(*statement) : Head(); });
    statement->reset();
    return head.and_then([&](const Head &at) {
        return target.execute(wholeTables)
            .and_then([&] { return target.execute(eventsOfOpenTickets); })
            .and_then([&] {
                return personal == Personal::With ? std::expected<void, Failure>() : target.execute(withoutPersonal);
            })
            .and_then([&] { return target.execute("INSERT INTO state SELECT * FROM ledger.state"); })
            .and_then([&] { return writeSnapshotHead(target, at); })
            .and_then([&] { return transaction->commit(); })
            .transform([&] { return at; });
    });
}

} // namespace

std::expected<Head, Failure> writeSnapshot(
    const std::filesystem::path &ledger, const std::filesystem::path &target, Personal personal)
{
    WholeFile file(target);
    const auto filled = [&]() -> std::expected<Head, Failure> {
        const auto database = Database::openForBulk(file.unfinished());
        if (!database) {
            return std::unexpected(database.error());
        }
        return prepareSchema(*database, FileKind::Cache)
            .and_then([&] { return attach(*database, ledger); })
            .and_then([&] { return fill(*database, personal); });
    }();
    return filled.and_then([&](const Head &head) { return file.finish().transform([&] { return head; }); });
}

} // namespace huying
