#include "Snapshot.h"

#include "SnapshotParts.h"
#include "WholeFile.h"

#include <canonical/JsonText.h>
#include <storage/Schema.h>
#include <sync/SnapshotOf.h>

#include <algorithm>

namespace huying
{

namespace
{

/// Tables that are copied whole go from page to page, with their indexes, when nothing stands between INSERT and
/// SELECT.
constexpr std::string_view wholeCounty = "INSERT INTO author SELECT * FROM ledger.author;"
                                         "INSERT INTO ticket SELECT * FROM ledger.ticket;";

constexpr std::string_view everyTicket = "SELECT * FROM ledger.ticket";

/// ?3 the moment after which the closed ones among them were closed.
constexpr std::string_view ticketsAtWork = "SELECT * FROM ledger.ticket WHERE step < 4 UNION ALL "
                                           "SELECT * FROM ledger.ticket WHERE closed_at > ?3 AND step >= 4";

/// ?1 the unit, ?2 the beginning of the region's codes, or nothing.
constexpr std::string_view inSight =
    "(lead = ?1 OR instr(char(10) || cooperating || char(10), char(10) || ?1 || char(10)) > 0 "
    "OR ifnull(substr(region, 1, length(?2)) = ?2, 0))";

/// The open ones come to lie together, behind all others and without gaps: a desk reads each of them whenever it
/// starts, and would look into a page of its own for most.
constexpr std::string_view openOnesTogether =
    "UPDATE ticket SET rowid = own.new FROM (SELECT rowid AS old, (SELECT max(rowid) FROM ticket) "
    "+ row_number() OVER (ORDER BY rowid) AS new FROM ticket WHERE step < 4) AS own WHERE ticket.rowid = own.old";

constexpr std::string_view facts = "INSERT INTO fact SELECT * FROM ledger.fact";

/// So that a desk knows the rules of each moment.
constexpr std::string_view notices =
    "SELECT position FROM ledger.event WHERE kind = 1000 AND subject >= CAST('holiday-notice:' AS BLOB) "
    "AND subject < CAST('holiday-notice;' AS BLOB)";

constexpr std::string_view openTickets =
    "SELECT o.position FROM ticket AS t CROSS JOIN ledger.event AS o ON o.subject = t.id WHERE t.step < 4";

constexpr std::string_view authorsOfEvents =
    "INSERT INTO author SELECT * FROM ledger.author WHERE id IN (SELECT author FROM event)";

constexpr std::string_view withoutPersonal =
    "UPDATE event SET personal = NULL, salt = NULL WHERE personal IS NOT NULL;";

std::expected<void, Failure> attach(const Database &target, const std::filesystem::path &ledger)
{
    // locks of an exclusive connection would fall on the ledger too
    // what is left out again leaves nothing behind in the file
    return target.execute("PRAGMA locking_mode = NORMAL; PRAGMA secure_delete = ON")
        .and_then([&] { return target.prepare("ATTACH ?1 AS ledger"); })
        .and_then([&](Statement statement) { return statement.bind(1, std::string_view(ledger.native())).run(); });
}

/// What a snapshot is to hold.
struct Wanted {
    const Audience &audience;
    std::optional<Instant> closedSince; ///< of a first part

    bool isWholeLedger() const { return audience.isWholeCounty() && !closedSince; }
};

void bindSight(Statement &statement, const Audience &audience)
{
    if (!audience.isWholeCounty()) {
        statement.bind(1, std::string_view(audience.unit.text)).bindNothing(2);
    }
    if (audience.extent == Audience::Extent::Township) {
        statement.bind(2, std::string_view(audience.region.text));
    }
}

/// The numbers of the kinds of events that can take a ticket out of sight, with commas.
std::string movingKinds()
{
    std::string numbers;
    for (std::size_t kind = 0; kind < ticketKindNames.size(); ++kind) {
        if (mayMove(ticketKindNames[kind])) {
            numbers += (numbers.empty() ? "" : ",") + std::to_string(kind);
        }
    }
    return numbers;
}

std::expected<void, Failure> copyTickets(const Database &target, const Wanted &wanted)
{
    const Audience &audience = wanted.audience;
    if (wanted.isWholeLedger()) {
        // These pages go out in their order and are not looked at again: memory for all of them costs more than
        // writing.
        return target.execute("PRAGMA cache_size = -16384").and_then([&] { return target.execute(wholeCounty); });
    }
    const std::string tickets = "INSERT INTO ticket SELECT * FROM ("
        + std::string(wanted.closedSince ? ticketsAtWork : everyTicket) + ')'
        + (audience.isWholeCounty() ? std::string() : " WHERE " + std::string(inSight));
    return target.prepare(tickets).and_then([&](Statement statement) {
        bindSight(statement, audience);
        if (wanted.closedSince) {
            statement.bind(3, *wanted.closedSince);
        }
        return statement.run();
    });
}

/// The personal parts of facts that are not for the audience are left out.
std::expected<void, Failure> cutFacts(const Database &target, const Audience &audience)
{
    auto read = target.prepare("SELECT kind, code, content, personal FROM fact WHERE personal <> ''");
    auto cut = target.prepare("UPDATE fact SET personal = '' WHERE kind = ?1 AND code = ?2");
    if (!read || !cut) {
        return std::unexpected(read ? cut.error() : read.error());
    }
    std::vector<std::pair<std::int64_t, std::string>> withheld;
    auto more = read->step();
    for (; more && *more; more = read->step()) {
        Record fact;
        const auto kind = std::size_t(read->number(0));
        fact.subject = std::string(kind < countyFactNames.size() ? countyFactNames[kind] : std::string_view()) + ':';
        fact.content = read->text(2);
        fact.personal = read->text(3);
        if (!seesPersonal(audience, fact)) {
            withheld.emplace_back(read->number(0), std::string(read->text(1)));
        }
    }
    auto done = more.transform([](bool) {});
    for (const auto &[kind, code] : withheld) {
        done = done.and_then([&] { return cut->bind(1, kind).bind(2, std::string_view(code)).run(); });
    }
    return done;
}

std::expected<void, Failure> copyEvents(const Database &target, const Wanted &wanted)
{
    const std::string events = "INSERT INTO event SELECT e.* FROM ledger.event AS e WHERE e.position IN ("
        + (wanted.closedSince ? std::string() : std::string(openTickets) + " UNION ") + std::string(notices)
        + ") ORDER BY e.position;";
    return target.execute(events)
        .and_then([&] {
            return wanted.audience.withPersonal ? std::expected<void, Failure>() : target.execute(withoutPersonal);
        })
        .and_then(
            [&] { return wanted.isWholeLedger() ? std::expected<void, Failure>() : target.execute(authorsOfEvents); });
}

std::expected<void, Failure> fillFigures(const Database &target, const Wanted &wanted, Position position)
{
    if (!wanted.closedSince) {
        return fillFiguresAndSearch(target, wanted.audience, position);
    }
    return fillFiguresOfRows(target).and_then([&] { return setState(target, "extent", atWorkName); });
}

std::expected<Head, Failure> fill(const Database &target, const Wanted &wanted)
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
        const std::string name = nameOf(wanted.audience);
        return copyTickets(target, wanted)
            .and_then(
                [&] { return wanted.closedSince ? std::expected<void, Failure>() : target.execute(openOnesTogether); })
            .and_then([&] { return target.execute(facts); })
            .and_then([&] { return cutFacts(target, wanted.audience); })
            .and_then([&] { return copyEvents(target, wanted); })
            .and_then([&] { return target.execute("INSERT INTO state SELECT * FROM ledger.state"); })
            .and_then([&] { return setState(target, "audience", std::string_view(name)); })
            .and_then([&] { return fillFigures(target, wanted, at.position); })
            .and_then([&] { return writeSnapshotHead(target, at); })
            .and_then([&] { return transaction->commit(); })
            .transform([&] { return at; });
    });
}

std::expected<Head, Failure> write(
    const std::filesystem::path &ledger, const std::filesystem::path &target, const Wanted &wanted)
{
    WholeFile file(target);
    const auto filled = [&]() -> std::expected<Head, Failure> {
        const auto database = Database::openForBulk(file.unfinished());
        if (!database) {
            return std::unexpected(database.error());
        }
        return prepareSchema(*database, FileKind::Cache)
            .and_then([&] { return attach(*database, ledger); })
            .and_then([&] { return fill(*database, wanted); });
    }();
    return filled.and_then([&](const Head &head) { return file.finish().transform([&] { return head; }); });
}

} // namespace

std::expected<Head, Failure> writeSnapshot(
    const std::filesystem::path &ledger, const std::filesystem::path &target, const Audience &audience)
{
    return write(ledger, target, { audience, std::nullopt });
}

std::expected<Head, Failure> writeFirstPart(const std::filesystem::path &ledger, const std::filesystem::path &target,
    const Audience &audience, Instant closedSince)
{
    return write(ledger, target, { audience, closedSince });
}

std::expected<bool, Failure> mayHoldWhatWent(
    const std::filesystem::path &ledger, const Audience &audience, Position position)
{
    if (audience.isWholeCounty()) {
        return false;
    }
    const std::string kinds = " IN (" + movingKinds() + ") ";
    // a region does not change: what was in sight and is not now was given to the unit, by name, when it last moved
    // before; after something was taken back nobody knows without folding
    const auto undone = std::ranges::find(ticketKindNames, "undone") - ticketKindNames.begin();
    const std::string went = "SELECT EXISTS (SELECT 1 FROM event AS e CROSS JOIN ticket AS t ON t.id = e.subject "
                             "WHERE e.position > ?3 AND e.kind"
        + kinds + "AND NOT " + std::string(inSight)
        + " AND EXISTS (SELECT 1 FROM event AS o WHERE o.position = (SELECT max(m.position) FROM event AS m "
          "WHERE m.subject = e.subject AND m.position <= ?3 AND m.kind"
        + kinds + ") AND (o.kind = " + std::to_string(undone) + " OR instr(o.content, ?4) > 0)))";
    std::string unit;
    appendText(unit, audience.unit.text);
    const auto database = Database::open(ledger, Opening::Read);
    auto statement = database ? database->prepare(went) : std::unexpected(database.error());
    return statement.and_then([&](Statement &asked) {
        bindSight(asked, audience);
        return asked.bind(3, position).bind(4, std::string_view(unit)).step().transform([&](bool found) {
            return found && asked.number(0) != 0;
        });
    });
}

} // namespace huying
