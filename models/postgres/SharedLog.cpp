#include "SharedLog.h"

#include "PostgresSchema.h"
#include "SharedRefusals.h"

#include <QCoreApplication>

#include <cstring>
#include <set>

namespace huying
{

namespace
{

constexpr std::size_t authorsKept = 20'000;

template <std::size_t size>
void copyInto(std::array<std::uint8_t, size> &bytes, std::string_view from)
{
    if (from.size() == size) {
        std::memcpy(bytes.data(), from.data(), size);
    }
}

template <std::size_t size>
std::string_view view(const std::array<std::uint8_t, size> &bytes)
{
    return { reinterpret_cast<const char *>(bytes.data()), size };
}

Entry entryIn(const PostgresRows &rows, int row)
{
    Entry entry;
    entry.position = rows.number(row, 0);
    entry.record.id = uuidFromBytes(rows.bytes(row, 1)).value_or(EventId {});
    entry.record.subject = rows.bytes(row, 2);
    entry.record.kind = rows.bytes(row, 3);
    entry.record.decidedOn = Version(rows.number(row, 4));
    entry.record.at = rows.instant(row, 5);
    entry.received = rows.instant(row, 6);
    entry.record.author = rows.bytes(row, 7);
    entry.record.content = rows.bytes(row, 8);
    entry.record.personal = rows.bytes(row, 9);
    copyInto(entry.record.salt, rows.bytes(row, 10));
    copyInto(entry.record.personalDigest, rows.bytes(row, 11));
    copyInto(entry.chain, rows.bytes(row, 12));
    return entry;
}

Digest digestIn(const PostgresRows &rows, int column)
{
    Digest digest {};
    copyInto(digest, rows.bytes(0, column));
    return digest;
}

} // namespace

SharedLog::SharedLog(PostgresConnection connection, std::int64_t county, Founding founding)
    : _connection(std::move(connection)), _county(county), _founding(std::move(founding))
{
}

std::expected<SharedLog, Failure> SharedLog::find(PostgresConnection connection, const RegionCode &county)
{
    const auto found = connection.run("SELECT id, created FROM huying.county WHERE code = $1",
        PostgresParameters().add(std::string_view(county.text)));
    if (!found) {
        return std::unexpected(found.error());
    }
    if (found->isEmpty()) {
        return failure(FailureKind::NotFound,
            QCoreApplication::translate("Postgres", "The database has no ledger of the county %1.")
                .arg(QString::fromStdString(county.text)));
    }
    return SharedLog(std::move(connection), found->number(0, 0), Founding { county, found->instant(0, 1) });
}

std::expected<SharedLog, Failure> SharedLog::open(const PostgresAddress &address, const RegionCode &county)
{
    return PostgresConnection::open(address).and_then([&](PostgresConnection connection) {
        return checkPostgres(connection).and_then([&] { return find(std::move(connection), county); });
    });
}

/// The write at the end is acknowledged when all that was there before it is durable too, at a standby as well: what
/// this connection reads may be answered to somebody.
std::expected<SharedLog, Failure> SharedLog::openOrFound(const PostgresAddress &address, const Founding &founding)
{
    return PostgresConnection::open(address).and_then([&](PostgresConnection connection) {
        const std::string_view code = founding.county.text;
        return preparePostgres(connection)
            .and_then([&] {
                return connection.run("INSERT INTO huying.county (code, created) VALUES ($1, $2) "
                                      "ON CONFLICT (code) DO UPDATE SET joined = county.joined + 1",
                    PostgresParameters().add(code).add(founding.created));
            })
            .and_then([&](const PostgresRows &) { return find(std::move(connection), founding.county); });
    });
}

std::expected<Head, Failure> SharedLog::head()
{
    return _connection
        .run("SELECT position, chain FROM huying.event WHERE county = $1::integer ORDER BY position DESC LIMIT 1",
            PostgresParameters().add(_county))
        .transform([](const PostgresRows &rows) {
            return rows.isEmpty() ? Head() : Head { rows.number(0, 0), digestIn(rows, 1) };
        });
}

std::expected<std::optional<Digest>, Failure> SharedLog::chainAt(Position position)
{
    return _connection
        .run("SELECT chain FROM huying.event WHERE county = $1::integer AND position = $2",
            PostgresParameters().add(_county).add(position))
        .transform(
            [](const PostgresRows &rows) { return rows.isEmpty() ? std::nullopt : std::optional(digestIn(rows, 0)); });
}

PostgresStatement SharedLog::questionAfter(Position position, int limit) const
{
    return {
        "SELECT position, event.id, subject, kind, decided_on, at, received, author.text, content, personal, salt, "
        "personal_digest, chain FROM huying.event JOIN huying.author ON author.id = event.author "
        "WHERE event.county = $1::integer AND position > $2 ORDER BY position LIMIT $3",
        PostgresParameters().add(_county).add(position).add(std::int64_t { limit })
    };
}

std::vector<Entry> SharedLog::entriesIn(const PostgresRows &rows)
{
    std::vector<Entry> entries;
    entries.reserve(std::size_t(rows.count()));
    for (int row = 0; row < rows.count(); ++row) {
        entries.push_back(entryIn(rows, row));
    }
    return entries;
}

std::expected<std::vector<Entry>, Failure> SharedLog::after(Position position, int limit)
{
    const PostgresStatement question = questionAfter(position, limit);
    return _connection.run(question.sql, question.parameters).transform(&SharedLog::entriesIn);
}

std::expected<std::vector<Refusal>, Failure> SharedLog::refusals()
{
    const PostgresStatement question = questionOfRefusals(_county);
    return _connection.run(question.sql, question.parameters).transform(refusalsIn);
}

std::string SharedLog::channel() const
{
    return "huying_" + std::to_string(_county);
}

std::expected<void, Failure> SharedLog::listen()
{
    return _connection.runScript("LISTEN " + channel());
}

/// Asks for the numbers of authors that this connection has not met, and gives those that the log has not met theirs.
std::expected<void, Failure> SharedLog::addAuthors(std::span<const Entry> entries)
{
    std::set<std::string_view> unknown;
    for (const Entry &entry : entries) {
        if (!_authors.contains(entry.record.author)) {
            unknown.insert(entry.record.author);
        }
    }
    if (unknown.empty()) {
        return {};
    }
    if (_authors.size() >= authorsKept) {
        _authors.clear();
        return addAuthors(entries);
    }
    PostgresList texts(PostgresType::Text);
    for (const std::string_view text : unknown) {
        texts.add(text);
    }
    return _connection
        .run(
            "WITH wanted AS (SELECT unnest($2::text[]) AS text), "
            "known AS (SELECT author.id, text FROM huying.author JOIN wanted USING (text) WHERE county = $1::integer), "
            "fresh AS (INSERT INTO huying.author (county, text) SELECT $1::integer, text FROM wanted "
            "WHERE text NOT IN (SELECT text FROM known) RETURNING id, text) "
            "SELECT id, text FROM known UNION ALL SELECT id, text FROM fresh",
            PostgresParameters().add(_county).add(texts))
        .transform([&](const PostgresRows &rows) {
            for (int row = 0; row < rows.count(); ++row) {
                _authors.emplace(rows.bytes(row, 1), rows.number(row, 0));
            }
        });
}

/// Within a transaction of the caller's.
std::expected<void, Failure> SharedLog::add(std::span<const Entry> entries)
{
    return addAuthors(entries)
        .and_then([&] {
            const PostgresStatement insertion = insertionOf(entries);
            return _connection.run(insertion.sql, insertion.parameters);
        })
        .transform([](const PostgresRows &) {});
}

/// All entries as one statement; their authors have to be known.
PostgresStatement SharedLog::insertionOf(std::span<const Entry> entries) const
{
    using enum PostgresType;
    PostgresList positions(Number), ids(Uuid), subjects(Text), kinds(Text), decidedOn(Number), at(Number),
        received(Number), authors(Number), contents(Text), personal(Text), salts(Bytes), digests(Bytes), chains(Bytes);
    for (const Entry &entry : entries) {
        const Record &record = entry.record;
        positions.add(entry.position);
        ids.add(bytesOf(record.id));
        subjects.add(std::string_view(record.subject));
        kinds.add(std::string_view(record.kind));
        decidedOn.add(std::int64_t { record.decidedOn });
        at.add(std::int64_t { record.at.time_since_epoch().count() });
        received.add(std::int64_t { entry.received.time_since_epoch().count() });
        authors.add(_authors.at(record.author));
        contents.add(std::string_view(record.content));
        record.personal.empty() ? personal.addNothing() : personal.add(std::string_view(record.personal));
        record.personal.empty() ? salts.addNothing() : salts.add(view(record.salt));
        record.personalDigest == Digest {} ? digests.addNothing() : digests.add(view(record.personalDigest));
        chains.add(view(entry.chain));
    }
    PostgresParameters parameters;
    parameters.add(_county);
    for (const PostgresList *list : { &positions, &ids, &subjects, &kinds, &decidedOn, &at, &received, &authors,
             &contents, &personal, &salts, &digests, &chains }) {
        parameters.add(*list);
    }
    return {
        "INSERT INTO huying.event (county, position, id, subject, kind, decided_on, at, received, author, content, "
        "personal, salt, personal_digest, chain) SELECT $1::integer, * FROM unnest($2::bigint[], $3::uuid[], "
        "$4::text[], $5::text[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::text[], "
        "$11::text[], $12::bytea[], $13::bytea[], $14::bytea[])",
        std::move(parameters)
    };
}

} // namespace huying
