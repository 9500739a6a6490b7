#include "PostgresSchema.h"

#include <QCoreApplication>
#include <QFile>

#include <format>

static void initialiseResources()
{
    Q_INIT_RESOURCE(postgres_schema);
}

namespace huying
{

namespace
{

constexpr std::int64_t version = 2;

std::string sqlOf(std::int64_t step)
{
    initialiseResources();
    QFile file(QStringLiteral(":/huying/postgres/%1.sql").arg(step, 3, 10, QLatin1Char('0')));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// 0 where nothing of ours is.
std::expected<std::int64_t, Failure> versionIn(PostgresConnection &connection)
{
    const auto there = connection.run("SELECT to_regclass('huying.version') IS NOT NULL");
    if (!there || !there->isTrue(0, 0)) {
        return there.transform([](const PostgresRows &) { return std::int64_t { 0 }; });
    }
    return connection.run("SELECT max(number) FROM huying.version").transform([](const PostgresRows &rows) {
        return rows.number(0, 0);
    });
}

std::unexpected<Failure> newer(std::int64_t found)
{
    return failure(FailureKind::Newer,
        QCoreApplication::translate(
            "Postgres", "The database was made by a newer version of Huying (schema %1, this one knows %2).")
            .arg(found)
            .arg(version));
}

std::expected<void, Failure> takeSteps(PostgresConnection &connection, std::int64_t found)
{
    std::string script;
    for (std::int64_t step = found + 1; step <= version; ++step) {
        script += sqlOf(step);
    }
    script +=
        std::format("DELETE FROM huying.version; INSERT INTO huying.version (number) VALUES ({}); COMMIT;", version);
    return connection.runScript(script);
}

} // namespace

std::expected<void, Failure> preparePostgres(PostgresConnection &connection)
{
    if (const auto found = versionIn(connection); !found || *found >= version) {
        return found.and_then([](std::int64_t number) {
            return number > version ? std::expected<void, Failure>(newer(number)) : std::expected<void, Failure>();
        });
    }
    const auto prepared = connection.runScript("BEGIN")
                              .and_then([&] { return connection.run(takeLock, PostgresParameters().add(0)); })
                              .and_then([&](const PostgresRows &) { return versionIn(connection); })
                              .and_then([&](std::int64_t found) { return takeSteps(connection, found); });
    if (!prepared && !connection.isLost()) {
        (void)connection.runScript("ROLLBACK");
    }
    return prepared;
}

std::expected<void, Failure> checkPostgres(PostgresConnection &connection)
{
    return versionIn(connection).and_then([](std::int64_t found) -> std::expected<void, Failure> {
        if (found > version) {
            return newer(found);
        }
        if (found < version) {
            return failure(found == 0 ? FailureKind::NotFound : FailureKind::Refused,
                QCoreApplication::translate("Postgres",
                    "The database holds no ledger of this version; a program that writes it, such as huying-backend, "
                    "makes it."));
        }
        return {};
    });
}

} // namespace huying
