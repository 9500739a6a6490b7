#include "Database.h"

#include "AreaCondition.h"
#include "CheckedPages.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <cerrno>
#include <utility>

namespace huying
{

namespace
{

constexpr int busyMilliseconds = 10'000;

/// A file beside the database that cannot be made or grown (its log, its shared memory) is told as one that cannot be
/// opened or read.
bool isOutOfRoom(int code, int systemError)
{
    const int kind = code & 0xff;
    const bool isOfTheDisk = systemError == ENOSPC || systemError == EDQUOT;
    return kind == SQLITE_FULL || code == SQLITE_IOERR_SHMSIZE
        || (isOfTheDisk && (kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN));
}

FailureKind kindFor(int code, int systemError)
{
    if (code == SQLITE_IOERR_DATA) {
        return FailureKind::Damaged;
    }
    if (isOutOfRoom(code, systemError)) {
        return FailureKind::Full;
    }
    switch (code & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return FailureKind::Damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return FailureKind::Busy;
    case SQLITE_IOERR:
        return FailureKind::Unreachable;
    case SQLITE_CANTOPEN:
        return FailureKind::NotFound;
    case SQLITE_INTERRUPT:
        return FailureKind::Cancelled;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return FailureKind::Refused;
    default:
        return FailureKind::Invalid;
    }
}

int flagsFor(Opening opening)
{
    switch (opening) {
    case Opening::Read:
        return SQLITE_OPEN_READONLY;
    case Opening::Write:
        return SQLITE_OPEN_READWRITE;
    case Opening::Create:
        break;
    }
    return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

std::string_view pragmaFor(Synchronous synchronous)
{
    switch (synchronous) {
    case Synchronous::Off:
        return "PRAGMA synchronous=OFF";
    case Synchronous::Normal:
        return "PRAGMA synchronous=NORMAL";
    case Synchronous::Full:
        break;
    }
    return "PRAGMA synchronous=FULL";
}

/// `file` as one that does not change, which SQLite reads without locks and without files beside it.
std::string unchangingUri(const std::filesystem::path &file)
{
    const QByteArray name = QByteArray::fromStdString(std::filesystem::absolute(file).string());
    return "file:" + name.toPercentEncoding("/").toStdString() + "?immutable=1";
}

} // namespace

Failure failureOf(sqlite3 *connection, const std::string &wanted)
{
    const FailureKind kind = kindFor(sqlite3_extended_errcode(connection), sqlite3_system_errno(connection));
    const char *const name = sqlite3_db_filename(connection, "main");
    const bool isKnown = name != nullptr && *name != '\0';
    const QString file = isKnown ? QString::fromUtf8(name) : QString::fromStdString(wanted);
    const QString words = QString::fromUtf8(sqlite3_errmsg(connection));
    switch (kind) {
    case FailureKind::Damaged:
        return { kind, QCoreApplication::translate("Storage", "%1 is damaged or no database (%2).").arg(file, words) };
    case FailureKind::Busy:
        return { kind, QCoreApplication::translate("Storage", "%1 is being written by another program.").arg(file) };
    case FailureKind::Full:
        return { kind, QCoreApplication::translate("Storage", "There is no room left on the disk of %1.").arg(file) };
    case FailureKind::NotFound:
        return { kind, QCoreApplication::translate("Storage", "%1 cannot be opened (%2).").arg(file, words) };
    case FailureKind::Refused:
        return { kind, QCoreApplication::translate("Storage", "%1 may not be written (%2).").arg(file, words) };
    default:
        return { kind, QStringLiteral("%1: %2").arg(file, words) };
    }
}

void Database::Closer::operator()(sqlite3 *connection) const
{
    sqlite3_close_v2(connection);
}

Database::Statements &Database::Statements::operator=(Statements &&other) noexcept
{
    std::swap(pool, other.pool);
    return *this;
}

Database::Statements::~Statements()
{
    if (pool) {
        pool->close();
    }
}

void Database::hold(sqlite3 *connection)
{
    _connection.reset(connection);
    _statements = Statements(connection);
}

std::expected<Database, Failure> Database::connect(const std::string &name, int flags)
{
    sqlite3 *raw = nullptr;
    const int result =
        sqlite3_open_v2(name.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, checkedPages());
    Database database;
    database.hold(raw);
    if (result != SQLITE_OK) {
        return std::unexpected(failureOf(raw, name));
    }
    sqlite3_busy_timeout(raw, busyMilliseconds);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_wal_autocheckpoint(raw, 0);
    addAreaFunction(raw);
    // Reading the header tells a file that is no database here, not at the first question.
    return database.number("PRAGMA schema_version").transform([&](std::int64_t) { return std::move(database); });
}

std::expected<Database, Failure> Database::open(
    const std::filesystem::path &file, Opening opening, Synchronous synchronous)
{
    auto database = connect(file.native(), flagsFor(opening));
    std::error_code unknown;
    if (!database && opening == Opening::Read && std::filesystem::exists(file, unknown)
        && !std::filesystem::exists(file.string() + "-wal", unknown)) {
        // Where the files beside it cannot be made, a file that nobody writes is read as it lies there.
        if (auto unchanging = connect(unchangingUri(file), flagsFor(opening) | SQLITE_OPEN_URI)) {
            database = std::move(unchanging);
        }
    }
    if (!database) {
        return database;
    }
    std::expected<void, Failure> opened;
    if (opening != Opening::Read) {
        opened = database->execute("PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON");
    }
    opened = opened.and_then([&] { return database->execute(pragmaFor(synchronous)); }).and_then([&] {
        return database->execute("PRAGMA mmap_size=67108864; PRAGMA temp_store=MEMORY");
    });
    opened = opened.and_then([&] { return database->keepPages(PageCache::Usual); });
    return opened.transform([&] { return std::move(*database); });
}

std::expected<void, Failure> Database::keepPages(PageCache cache) const
{
    // in KiB
    return execute(cache == PageCache::Usual ? "PRAGMA cache_size=-12288" : "PRAGMA cache_size=-512");
}

std::expected<Database, Failure> Database::openForUpkeep(const std::filesystem::path &file)
{
    return connect(file.native(), flagsFor(Opening::Write));
}

std::expected<Database, Failure> Database::openForBulk(const std::filesystem::path &file)
{
    sqlite3 *raw = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int result = sqlite3_open_v2(file.c_str(), &raw, flags, checkedPages());
    Database database;
    database.hold(raw);
    if (result != SQLITE_OK) {
        return std::unexpected(failureOf(raw));
    }
    const auto opened =
        database.execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;"
                         "PRAGMA page_size=4096; PRAGMA cache_size=-262144; PRAGMA temp_store=MEMORY");
    return opened ? std::expected<Database, Failure>(std::move(database)) : std::unexpected(opened.error());
}

std::expected<Statement, Failure> Database::prepare(std::string_view sql) const
{
    Statement statement = later(sql);
    return statement.prepare().transform([&] { return std::move(statement); });
}

std::expected<void, Failure> Database::execute(std::string_view sql) const
{
    const std::string terminated(sql);
    if (sqlite3_exec(connection(), terminated.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return std::unexpected(failureOf(connection()));
    }
    return {};
}

std::expected<std::int64_t, Failure> Database::number(std::string_view sql) const
{
    auto statement = prepare(sql);
    if (!statement) {
        return std::unexpected(statement.error());
    }
    const auto row = statement->step();
    if (!row) {
        return std::unexpected(row.error());
    }
    return *row ? std::expected<std::int64_t, Failure>(statement->number(0))
                : failure(FailureKind::NotFound, QStringLiteral("no row"));
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(connection());
}

std::expected<std::uintmax_t, Failure> Database::checkpoint() const
{
    constexpr std::uintmax_t pageBytes = 4096;
    int inLog = 0;
    int moved = 0;
    const int result = sqlite3_wal_checkpoint_v2(connection(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &inLog, &moved);
    if (result != SQLITE_OK && (result & 0xff) != SQLITE_BUSY) {
        return std::unexpected(failureOf(connection()));
    }
    return pageBytes * std::uintmax_t(std::max(inLog, 0)); // -1 where somebody else is at it
}

bool Database::restartLog() const
{
    sqlite3_busy_timeout(connection(), 0);
    const int result = sqlite3_wal_checkpoint_v2(connection(), nullptr, SQLITE_CHECKPOINT_RESTART, nullptr, nullptr);
    sqlite3_busy_timeout(connection(), busyMilliseconds);
    return result == SQLITE_OK;
}

Transaction::Transaction(const Database &database) : _database(&database) {}

Transaction::Transaction(Transaction &&other) noexcept : _database(std::exchange(other._database, nullptr)) {}

Transaction::~Transaction()
{
    if (_database && !sqlite3_get_autocommit(_database->connection())) {
        static_cast<void>(_database->later("ROLLBACK").run());
    }
}

std::expected<Transaction, Failure> Transaction::beginWriting(const Database &database)
{
    return database.later("BEGIN IMMEDIATE").run().transform([&] { return Transaction(database); });
}

std::expected<Transaction, Failure> Transaction::beginReading(const Database &database)
{
    return database.later("BEGIN").run().transform([&] { return Transaction(database); });
}

std::expected<void, Failure> Transaction::commit()
{
    const auto done = _database->later("COMMIT").run();
    if (done) {
        _database = nullptr;
    }
    return done;
}

} // namespace huying
