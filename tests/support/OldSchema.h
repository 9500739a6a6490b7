#pragma once

#include <storage/FigureReader.h>
#include <storage/Schema.h>

#include <QFile>

#include <map>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

namespace huying::testing
{

/// The SQL of one file of the schema; a file of this program's schema has to have been made before.
inline std::string schemaSql(const char *name)
{
    QFile file(QStringLiteral(":/huying/schema/%1.sql").arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// Makes `old` a file of schema `version` (1 to 4), by the SQL of that time, with what stood in it of `now`; without
/// the figures and indexes of words, which an upgrade makes anew.
inline std::expected<void, Failure> makeOld(
    const std::filesystem::path &now, const std::filesystem::path &old, FileKind kind, int version)
{
    std::string sql = schemaSql("001") + schemaSql("001-keys") + schemaSql("001-indexes");
    std::string columns =
        "id, version, number, step, channel, deadline_class, category, region, place, longitude, "
        "latitude, title, lead, reported_at, changed_at, closed_at, first_answered_at, "
        "milestone_met_at, due, soon_at, flags, rating, bounces, reworks, repeats, urging, importance, "
        "origin_system, origin_id";
    if (version >= 2) {
        sql += schemaSql("002") + (kind == FileKind::Ledger ? schemaSql("002-ledger") : std::string());
        columns += ", cooperating";
    }
    if (version >= 3) {
        sql += schemaSql("003") + (kind == FileKind::Cache ? schemaSql("003-cache") : std::string());
        columns += ", counted";
    }
    if (version >= 4) {
        sql += schemaSql("004") + schemaSql("004-indexes");
    }
    sql += "PRAGMA application_id=" + std::to_string(std::to_underlying(kind))
        + "; PRAGMA user_version=" + std::to_string(version) + ";";
    sql += "ATTACH '" + now.string() + "' AS now;";
    for (const char *const table : { "event", "author", "fact" }) {
        sql += std::string("INSERT INTO ") + table + " SELECT * FROM now." + table + ";";
    }
    sql += "INSERT INTO state SELECT * FROM now.state WHERE key NOT LIKE 'search-%';";
    sql += "INSERT INTO ticket (" + columns + ") SELECT " + columns + " FROM now.ticket; DETACH now";
    return Database::open(old, Opening::Create).and_then([&](const Database &database) {
        return database.execute(sql);
    });
}

/// Brings `file` up to this program's schema in a process of its own, which is killed when it has derived everything
/// and not committed. False when it came to another end.
inline bool isKilledInUpgrade(const std::filesystem::path &file, FileKind kind, const Derivation &derive)
{
    constexpr int killed = 9;
    const pid_t child = ::fork();
    if (child == 0) {
        const auto database = Database::open(file, Opening::Write);
        static_cast<void>(prepareSchema(*database, kind, [&](const Database &within) {
            static_cast<void>(derive(within));
            ::_exit(killed);
            return std::expected<void, Failure>();
        }));
        ::_exit(1);
    }
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == killed;
}

/// Every count of a file's figures.
inline std::map<FigureCount, std::int64_t> figuresIn(const Database &database)
{
    std::map<FigureCount, std::int64_t> counts;
    const auto walked =
        walkFigures(database, "figure", [&](const FigureCount &what, std::int64_t count) { counts[what] += count; });
    return walked ? counts : std::map<FigureCount, std::int64_t>();
}

/// What differs between two files of one kind, in words; empty when they have the same tables and indexes, the same
/// rows in every table and the same figures. The numbers of words in figures are each file's own; searches are compared
/// apart.
inline std::string differenceBetween(const std::filesystem::path &one, const std::filesystem::path &other)
{
    const auto database = Database::open(one, Opening::Write);
    const auto second = Database::open(other, Opening::Write);
    if (!database || !second || !database->execute("ATTACH '" + other.string() + "' AS other")) {
        return "cannot be opened";
    }
    std::string wrong = figuresIn(*database) == figuresIn(*second) ? "" : "figures ";
    auto tables = database->prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                                    "AND name NOT IN ('figure', 'figure_word')");
    for (auto more = tables->step(); more && *more; more = tables->step()) {
        const std::string table(tables->text(0));
        const std::string columns = table == "sqlite_schema" ? "type, name, sql" : "*";
        for (const auto &[here, there] : { std::pair("main.", "other."), std::pair("other.", "main.") }) {
            const auto count = database->number("SELECT count(*) FROM (SELECT " + columns + " FROM " + (here + table)
                + " EXCEPT SELECT " + columns + " FROM " + (there + table) + ")");
            if (!count || *count != 0) {
                wrong += table + " ";
            }
        }
    }
    return wrong;
}

} // namespace huying::testing
