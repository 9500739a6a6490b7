#include "Schema.h"

#include "CheckedPages.h"

#include <QCoreApplication>
#include <QFile>

#include <utility>

static void initialiseResources()
{
    Q_INIT_RESOURCE(schema);
}

namespace huying
{

namespace
{

constexpr int version = 2;

std::string sqlOf(const QString &name)
{
    initialiseResources();
    QFile file(QStringLiteral(":/huying/schema/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string header(FileKind kind)
{
    return "PRAGMA application_id=" + std::to_string(std::to_underlying(kind))
        + "; PRAGMA user_version=" + std::to_string(version) + ";";
}

/// What schema 2 adds to schema 1.
std::string secondStep(FileKind kind)
{
    return sqlOf(QStringLiteral("002.sql"))
        + (kind == FileKind::Ledger ? sqlOf(QStringLiteral("002-ledger.sql")) : std::string());
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

std::expected<void, Failure> prepareSchema(const Database &database, FileKind kind)
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
    const std::string first = *found > 0 ? std::string()
                                         : sqlOf(QStringLiteral("001.sql")) + sqlOf(QStringLiteral("001-keys.sql"))
            + sqlOf(QStringLiteral("001-indexes.sql"));
    return Transaction::beginWriting(database).and_then([&](Transaction step) {
        return database.execute(first + secondStep(kind) + header(kind)).and_then([&] { return step.commit(); });
    });
}

std::expected<void, Failure> prepareTables(const Database &database, FileKind kind)
{
    return beginCache(database, kind).and_then([&] {
        return database.execute(sqlOf(QStringLiteral("001.sql")) + secondStep(kind) + header(kind));
    });
}

std::expected<void, Failure> addKeys(const Database &database)
{
    return database.execute(sqlOf(QStringLiteral("001-keys.sql")));
}

std::expected<void, Failure> addIndexes(const Database &database)
{
    return database.execute(sqlOf(QStringLiteral("001-indexes.sql")));
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
