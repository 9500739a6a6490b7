#include "OutboxFile.h"

#include <sync/Wire.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

constexpr std::int64_t application = 0x48594f42; // HYOB
constexpr int version = 2;

constexpr std::string_view schema = "CREATE TABLE proposal ("
                                    "    id INTEGER PRIMARY KEY,"
                                    "    event BLOB NOT NULL UNIQUE,"
                                    "    text TEXT NOT NULL,"
                                    "    accepted_at INTEGER,"
                                    "    refused TEXT,"
                                    "    reason TEXT,"
                                    "    number TEXT NOT NULL DEFAULT ''"
                                    ") STRICT;"
                                    "CREATE TABLE serial (day TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;"
                                    "PRAGMA application_id=1213812546; PRAGMA user_version=2;";
static_assert(application == 1213812546);

constexpr std::string_view fromFirst =
    "ALTER TABLE proposal ADD COLUMN number TEXT NOT NULL DEFAULT ''; PRAGMA user_version=2;";

std::expected<void, Failure> inOneStep(const Database &database, std::string_view sql)
{
    return Transaction::beginWriting(database).and_then(
        [&](Transaction step) { return database.execute(sql).and_then([&] { return step.commit(); }); });
}

std::expected<void, Failure> prepare(const Database &database)
{
    const auto tables = database.number("SELECT count(*) FROM sqlite_schema");
    const auto kind = database.number("PRAGMA application_id");
    const auto found = database.number("PRAGMA user_version");
    if (!tables || !kind || !found) {
        return std::unexpected(!tables ? tables.error() : !kind ? kind.error() : found.error());
    }
    if (*tables == 0) {
        return inOneStep(database, schema);
    }
    if (*kind != application) {
        return failure(FailureKind::Damaged,
            QCoreApplication::translate("Outbox", "The file of waiting actions is something else."));
    }
    if (*found > version) {
        return failure(FailureKind::Newer,
            QCoreApplication::translate("Outbox", "The file of waiting actions was made by a newer version."));
    }
    return *found < version ? inOneStep(database, fromFirst) : std::expected<void, Failure>();
}

std::string_view firstEvent(const Proposal &proposal)
{
    return bytesOf(proposal.records.front().id);
}

std::expected<Proposal, Failure> proposalIn(std::string_view text)
{
    return proposalsFrom(text, 1).and_then([](std::vector<Proposal> read) -> std::expected<Proposal, Failure> {
        if (read.size() != 1) {
            return failure(
                FailureKind::Damaged, QCoreApplication::translate("Outbox", "A waiting action cannot be read."));
        }
        return std::move(read.front());
    });
}

} // namespace

OutboxFile::OutboxFile(std::unique_ptr<Database> database) : _database(std::move(database)) {}

std::expected<std::unique_ptr<OutboxFile>, Failure> OutboxFile::open(const std::filesystem::path &file)
{
    auto opened = Database::open(file, Opening::Create, Synchronous::Full);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    auto database = std::make_unique<Database>(std::move(*opened));
    if (const auto prepared = prepare(*database); !prepared) {
        return std::unexpected(prepared.error());
    }
    return std::unique_ptr<OutboxFile>(new OutboxFile(std::move(database)));
}

std::expected<void, Failure> OutboxFile::put(const Proposal &proposal, std::string_view number)
{
    const std::string text = textOf(std::span(&proposal, 1));
    ++_edition;
    return _database->prepare("INSERT INTO proposal (event, text, number) VALUES (?1, ?2, ?3)")
        .and_then([&](Statement statement) {
            return statement.bindBytes(1, firstEvent(proposal)).bind(2, std::string_view(text)).bind(3, number).run();
        });
}

/// What waits is read again after each action, and mostly is what it was.
std::expected<Proposal, Failure> OutboxFile::known(std::string_view text) const
{
    std::string key(text);
    if (const auto there = _known.find(key); there != _known.end()) {
        return there->second;
    }
    return proposalIn(text).transform(
        [&](Proposal proposal) { return _known.emplace(std::move(key), std::move(proposal)).first->second; });
}

std::expected<std::vector<Proposal>, Failure> OutboxFile::read(std::string_view sql, int limit) const
{
    auto statement = _database->prepare(sql);
    if (!statement) {
        return std::unexpected(statement.error());
    }
    statement->bind(1, std::int64_t(limit));
    std::vector<Proposal> proposals;
    while (true) {
        const auto row = statement->step();
        if (!row || !*row) {
            return row ? std::expected<std::vector<Proposal>, Failure>(std::move(proposals))
                       : std::unexpected(row.error());
        }
        auto proposal = known(statement->text(0));
        if (!proposal) {
            return std::unexpected(proposal.error());
        }
        proposals.push_back(std::move(*proposal));
    }
}

std::expected<std::vector<Proposal>, Failure> OutboxFile::unanswered(int limit) const
{
    return read("SELECT text FROM proposal WHERE accepted_at IS NULL AND refused IS NULL ORDER BY id LIMIT ?1", limit);
}

std::expected<std::vector<Proposal>, Failure> OutboxFile::onTop() const
{
    auto waiting = read("SELECT text FROM proposal WHERE refused IS NULL ORDER BY id LIMIT ?1", -1);
    if (waiting && _known.size() > 2 * waiting->size() + 64) {
        _known.clear(); // most of it has been answered
    }
    return waiting;
}

std::expected<void, Failure> OutboxFile::answered(
    std::span<const Proposal> proposals, std::span<const Outcome> outcomes)
{
    ++_edition;
    auto step = Transaction::beginWriting(*_database);
    auto update =
        _database->prepare("UPDATE proposal SET accepted_at = ?2, refused = ?3, reason = ?4 WHERE event = ?1");
    if (!step || !update) {
        return std::unexpected(!step ? step.error() : update.error());
    }
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        const Outcome &outcome = outcomes[i];
        const std::string reason = outcome.refused ? outcome.refused->text.toStdString() : std::string();
        update->bindBytes(1, firstEvent(proposals[i]));
        if (outcome.refused) {
            update->bindNothing(2).bind(3, nameOf(outcome.refused->kind)).bind(4, std::string_view(reason));
        } else {
            update->bind(2, outcome.positions.back()).bindNothing(3).bindNothing(4);
        }
        if (const auto done = update->run(); !done) {
            return done;
        }
    }
    return step->commit();
}

std::expected<void, Failure> OutboxFile::settle(Position known)
{
    return _database->prepare("DELETE FROM proposal WHERE accepted_at <= ?1").and_then([&](Statement statement) {
        const auto settled = statement.bind(1, known).run();
        _edition += settled && _database->changes() == 0 ? 0 : 1;
        return settled;
    });
}

std::expected<std::vector<RefusedProposal>, Failure> OutboxFile::refused() const
{
    auto statement =
        _database->prepare("SELECT text, refused, reason, number FROM proposal WHERE refused IS NOT NULL ORDER BY id");
    if (!statement) {
        return std::unexpected(statement.error());
    }
    std::vector<RefusedProposal> found;
    while (true) {
        const auto row = statement->step();
        if (!row || !*row) {
            return row ? std::expected<std::vector<RefusedProposal>, Failure>(std::move(found))
                       : std::unexpected(row.error());
        }
        auto proposal = proposalIn(statement->text(0));
        if (!proposal) {
            return std::unexpected(proposal.error());
        }
        const std::string_view reason = statement->text(2);
        found.push_back({ std::move(*proposal),
            { failureKindFrom(statement->text(1)), QString::fromUtf8(reason.data(), qsizetype(reason.size())) },
            std::string(statement->text(3)) });
    }
}

std::expected<OutboxFile::Counts, Failure> OutboxFile::counts() const
{
    auto statement = _database->prepare("SELECT count(*) FILTER (WHERE refused IS NULL), count(refused) FROM proposal");
    if (!statement) {
        return std::unexpected(statement.error());
    }
    return statement->step().transform(
        [&](bool) { return Counts { .waiting = int(statement->number(0)), .refused = int(statement->number(1)) }; });
}

std::expected<void, Failure> OutboxFile::drop(const EventId &event)
{
    ++_edition;
    return _database->prepare("DELETE FROM proposal WHERE event = ?1 AND refused IS NOT NULL")
        .and_then([&](Statement statement) { return statement.bindBytes(1, bytesOf(event)).run(); });
}

std::expected<int, Failure> OutboxFile::nextSerial(Day day)
{
    const std::string name = isoDay(day);
    auto statement = _database->prepare("INSERT INTO serial (day, last) VALUES (?1, 1) "
                                        "ON CONFLICT (day) DO UPDATE SET last = last + 1 RETURNING last");
    if (!statement) {
        return std::unexpected(statement.error());
    }
    const auto row = statement->bind(1, std::string_view(name)).step();
    if (!row) {
        return std::unexpected(row.error());
    }
    const int serial = int(statement->number(0));
    // The insert is carried out, and committed, by the step after the row.
    return statement->step().transform([serial](bool) { return serial; });
}

} // namespace huying
