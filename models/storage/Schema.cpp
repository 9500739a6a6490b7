#include "Schema.h"

#include "CheckedPages.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <utility>

static void initialiseResources()
{
    Q_INIT_RESOURCE(schema);
}

namespace huying
{

namespace
{

/// What one step adds, in files of SQL: one for all files and perhaps one for a kind of them; keys and indexes apart,
/// so that they are made after the rows where many are written at once. Steps never change once they are out.
struct SchemaStep {
    bool hasLedgerPart = false;
    bool hasCachePart = false;
    bool hasKeys = false;
    bool hasIndexes = false;
};
constexpr std::array steps {
    SchemaStep { .hasKeys = true, .hasIndexes = true }, // 1: events, tickets, facts
    SchemaStep { .hasLedgerPart = true }, // 2: who works along; accounts
    SchemaStep { .hasCachePart = true }, // 3: figures
    SchemaStep { .hasIndexes = true }, // 4: search
    SchemaStep { .hasLedgerPart = true }, // 5: what was refused
};
constexpr int version = int(steps.size());

std::string sqlOf(int step, const char *part)
{
    initialiseResources();
    QFile file(QStringLiteral(":/huying/schema/%1%2.sql").arg(step, 3, 10, QLatin1Char('0')).arg(QLatin1String(part)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string header(FileKind kind)
{
    return "PRAGMA application_id=" + std::to_string(std::to_underlying(kind))
        + "; PRAGMA user_version=" + std::to_string(version) + ";";
}

std::string tablesOf(int step, FileKind kind)
{
    const SchemaStep &what = steps[std::size_t(step) - 1];
    return sqlOf(step, "") + (what.hasLedgerPart && kind == FileKind::Ledger ? sqlOf(step, "-ledger") : std::string())
        + (what.hasCachePart && kind == FileKind::Cache ? sqlOf(step, "-cache") : std::string());
}

std::string keysOf(int step)
{
    return steps[std::size_t(step) - 1].hasKeys ? sqlOf(step, "-keys") : std::string();
}

std::string indexesOf(int step)
{
    return steps[std::size_t(step) - 1].hasIndexes ? sqlOf(step, "-indexes") : std::string();
}

/// Every step after the schema `from`, whole.
std::string stepsAfter(std::int64_t from, FileKind kind)
{
    std::string sql;
    for (int step = int(from) + 1; step <= version; ++step) {
        sql += tablesOf(step, kind) + keysOf(step) + indexesOf(step);
    }
    return sql;
}

std::string ofAllSteps(const std::function<std::string(int)> &part)
{
    std::string sql;
    for (int step = 1; step <= version; ++step) {
        sql += part(step);
    }
    return sql;
}

std::unexpected<Failure> foreign(FileKind kind)
{
    const QString wanted = kind == FileKind::Ledger ? QCoreApplication::translate("Storage", "ledger")
                                                    : QCoreApplication::translate("Storage", "cache");
    return failure(FailureKind::Damaged,
        QCoreApplication::translate("Storage", "The file is a database, but not a %1 of Huying.").arg(wanted));
}

/// The file's own version; 0 for an empty file.
std::expected<std::int64_t, Failure> versionOf(const Database &database, FileKind kind)
{
    const auto application = database.number("PRAGMA application_id");
    const auto tables = database.number("SELECT count(*) FROM sqlite_schema");
    const auto found = database.number("PRAGMA user_version");
    if (!application || !tables || !found) {
        return std::unexpected(!application ? application.error() : !tables ? tables.error() : found.error());
    }
    if (*tables > 0 && *application != std::to_underlying(kind)) {
        return foreign(kind);
    }
    if (*found > version) {
        return failure(FailureKind::Newer,
            QCoreApplication::translate(
                "Storage", "The file was made by a newer version of Huying (schema %1, this one knows %2).")
                .arg(*found)
                .arg(version));
    }
    return *tables > 0 ? *found : 0;
}

template <class Value>
std::expected<void, Failure> put(const Database &database, std::string_view key, Value value)
{
    auto statement = database.prepare("INSERT INTO state (key, value) VALUES (?1, ?2) "
                                      "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    return statement.and_then([&](Statement &prepared) { return prepared.bind(1, key).bind(2, value).run(); });
}

template <class Read>
auto get(const Database &database, std::string_view key, Read read)
    -> std::expected<std::optional<std::invoke_result_t<Read, Statement &>>, Failure>
{
    auto statement = database.prepare("SELECT value FROM state WHERE key = ?1");
    if (!statement) {
        return std::unexpected(statement.error());
    }
    const auto row = statement->bind(1, key).step();
    if (!row) {
        return std::unexpected(row.error());
    }
    return *row ? std::optional(read(*statement)) : std::nullopt;
}

} // namespace

namespace
{

/// A cache that is written in one go, as desks get it, is one with checked pages.
std::expected<void, Failure> beginCache(const Database &database, FileKind kind)
{
    return database.number("PRAGMA page_count").and_then([&](std::int64_t pages) {
        return kind == FileKind::Cache && pages == 0 ? beginChecked(database) : std::expected<void, Failure>();
    });
}

} // namespace

std::expected<void, Failure> prepareSchema(const Database &database, FileKind kind, const Derivation &derive)
{
    const auto found = versionOf(database, kind);
    if (!found) {
        return std::unexpected(found.error());
    }
    if (*found == version) {
        return {};
    }
    const auto begun = beginCache(database, kind);
    if (!begun) {
        return begun;
    }
    return Transaction::beginWriting(database).and_then([&](Transaction step) {
        return database.execute(stepsAfter(*found, kind) + header(kind))
            .and_then([&] { return *found > 0 && derive ? derive(database) : std::expected<void, Failure>(); })
            .and_then([&] { return step.commit(); });
    });
}

std::expected<void, Failure> prepareTables(const Database &database, FileKind kind)
{
    return beginCache(database, kind).and_then([&] {
        return database.execute(ofAllSteps([&](int step) { return tablesOf(step, kind); }) + header(kind));
    });
}

std::expected<void, Failure> addKeys(const Database &database)
{
    return database.execute(ofAllSteps(keysOf));
}

std::expected<void, Failure> addIndexes(const Database &database)
{
    return database.execute(ofAllSteps(indexesOf));
}

std::expected<void, Failure> checkSchema(const Database &database, FileKind kind)
{
    return versionOf(database, kind).and_then([&](std::int64_t found) -> std::expected<void, Failure> {
        if (found == 0) {
            return foreign(kind);
        }
        if (found < version) {
            return failure(FailureKind::Refused,
                QCoreApplication::translate("Storage",
                    "The file was made by an older version of Huying (schema %1, this one knows %2); a "
                    "program that writes it, such as huying-backend, brings it up to date.")
                    .arg(found)
                    .arg(version));
        }
        return {};
    });
}

std::expected<std::optional<std::int64_t>, Failure> stateNumber(const Database &database, std::string_view key)
{
    return get(database, key, [](Statement &row) { return row.number(0); });
}

std::expected<std::optional<std::string>, Failure> stateText(const Database &database, std::string_view key)
{
    return get(database, key, [](Statement &row) { return std::string(row.text(0)); });
}

std::expected<void, Failure> setState(const Database &database, std::string_view key, std::int64_t value)
{
    return put(database, key, value);
}

std::expected<void, Failure> setState(const Database &database, std::string_view key, std::string_view text)
{
    return put(database, key, text);
}

} // namespace huying
