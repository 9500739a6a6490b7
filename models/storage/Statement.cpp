#include "Statement.h"

#include "Database.h"

#include <sqlite3.h>

#include <utility>

namespace huying
{

namespace
{

constexpr std::size_t idleStatements = 64;

}

sqlite3_stmt *StatementPool::take(std::string_view sql)
{
    if (const auto idle = _idle.find(sql); idle != _idle.end()) {
        return _idle.extract(idle).mapped();
    }
    sqlite3_stmt *prepared = nullptr;
    sqlite3_prepare_v3(_connection, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    return prepared;
}

void StatementPool::giveBack(sqlite3_stmt *prepared)
{
    sqlite3_reset(prepared);
    if (_isClosed || _idle.size() >= idleStatements) {
        sqlite3_finalize(prepared);
        return;
    }
    sqlite3_clear_bindings(prepared);
    _idle.emplace(sqlite3_sql(prepared), prepared);
}

void StatementPool::close()
{
    _isClosed = true;
    for (const auto &[sql, prepared] : std::exchange(_idle, {})) {
        sqlite3_finalize(prepared);
    }
}

Statement::Statement(std::shared_ptr<StatementPool> pool, std::string_view sql) : _pool(std::move(pool)), _sql(sql) {}

Statement::~Statement()
{
    if (_prepared != nullptr) {
        _pool->giveBack(_prepared);
    }
}

Statement::Statement(Statement &&other) noexcept
    : _pool(std::move(other._pool)), _sql(std::move(other._sql)), _prepared(std::exchange(other._prepared, nullptr))
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(_pool, other._pool);
    std::swap(_sql, other._sql);
    std::swap(_prepared, other._prepared);
    return *this;
}

sqlite3_stmt *Statement::prepared()
{
    if (_prepared == nullptr && _pool) {
        _prepared = _pool->take(_sql);
    }
    return _prepared;
}

std::expected<void, Failure> Statement::prepare()
{
    return prepared() != nullptr ? std::expected<void, Failure>() : std::unexpected(failureOf(_pool->connection()));
}

Statement &Statement::bind(int parameter, std::int64_t value)
{
    sqlite3_bind_int64(prepared(), parameter, value);
    return *this;
}

// A null pointer would bind NULL, so that empty texts get a pointer of their own.
Statement &Statement::bind(int parameter, std::string_view text)
{
    sqlite3_bind_text64(prepared(), parameter, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bindBytes(int parameter, std::string_view bytes)
{
    sqlite3_bind_blob64(prepared(), parameter, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_STATIC);
    return *this;
}

Statement &Statement::bindNothing(int parameter)
{
    sqlite3_bind_null(prepared(), parameter);
    return *this;
}

std::expected<bool, Failure> Statement::step()
{
    if (const auto isPrepared = prepare(); !isPrepared) {
        return std::unexpected(isPrepared.error());
    }
    const int result = sqlite3_step(_prepared);
    if (result == SQLITE_ROW || result == SQLITE_DONE) {
        return result == SQLITE_ROW;
    }
    Failure told = failureOf(sqlite3_db_handle(_prepared));
    sqlite3_reset(_prepared);
    return std::unexpected(std::move(told));
}

std::expected<void, Failure> Statement::run()
{
    while (true) {
        const auto row = step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            sqlite3_reset(_prepared);
            return {};
        }
    }
}

void Statement::reset()
{
    sqlite3_reset(_prepared);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(_prepared, column) == SQLITE_NULL;
}

std::int64_t Statement::number(int column) const
{
    return sqlite3_column_int64(_prepared, column);
}

std::string_view Statement::text(int column) const
{
    const auto *text = sqlite3_column_text(_prepared, column);
    return { reinterpret_cast<const char *>(text), std::size_t(sqlite3_column_bytes(_prepared, column)) };
}

std::string_view Statement::bytes(int column) const
{
    const void *bytes = sqlite3_column_blob(_prepared, column);
    return { static_cast<const char *>(bytes), std::size_t(sqlite3_column_bytes(_prepared, column)) };
}

std::optional<std::int64_t> Statement::optionalNumber(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(number(column));
}

std::optional<Instant> Statement::optionalInstant(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(instant(column));
}

} // namespace huying
