#pragma once

#include <domain/Failure.h>
#include <domain/Uuid.h>

#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace huying
{

/// The statements of one connection that nobody uses just now: most are asked for again and again, and preparing one
/// costs as much as running it.
class StatementPool
{
public:
    explicit StatementPool(sqlite3 *connection) : _connection(connection) {}
    ~StatementPool() { close(); }
    StatementPool(const StatementPool &) = delete;
    StatementPool &operator=(const StatementPool &) = delete;

    /// One that is ready to be bound; null when it cannot be prepared, the connection says why.
    sqlite3_stmt *take(std::string_view sql);
    void giveBack(sqlite3_stmt *prepared);
    /// Nothing is kept from here on.
    void close();
    sqlite3 *connection() const { return _connection; }

private:
    sqlite3 *_connection;
    std::multimap<std::string, sqlite3_stmt *, std::less<>> _idle;
    bool _isClosed = false;
};

/// A prepared statement. Parameters and columns count from 1 and 0 as in SQLite's own interface (sqlite.org/c3ref).
/// Texts and blobs that are bound must live until the step is done; those read live until the next step.
class Statement
{
public:
    Statement() = default;
    /// Prepared when it is first used.
    Statement(std::shared_ptr<StatementPool> pool, std::string_view sql);
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;

    Statement &bind(int parameter, std::int64_t value);
    Statement &bind(int parameter, std::string_view text);
    Statement &bindBytes(int parameter, std::string_view bytes);
    Statement &bindNothing(int parameter);
    template <class Value>
    Statement &bind(int parameter, const std::optional<Value> &value)
    {
        return value ? bind(parameter, *value) : bindNothing(parameter);
    }
    Statement &bind(int parameter, Instant moment) { return bind(parameter, moment.time_since_epoch().count()); }

    /// Prepares it now.
    std::expected<void, Failure> prepare();
    /// True while there is a row.
    std::expected<bool, Failure> step();
    /// Runs to the end and is ready to be bound again.
    std::expected<void, Failure> run();
    /// Ready to be bound again.
    void reset();

    bool isNull(int column) const;
    std::int64_t number(int column) const;
    std::string_view text(int column) const;
    std::string_view bytes(int column) const;
    std::optional<std::int64_t> optionalNumber(int column) const;
    Instant instant(int column) const { return Instant { std::chrono::milliseconds { number(column) } }; }
    std::optional<Instant> optionalInstant(int column) const;

private:
    sqlite3_stmt *prepared();

    std::shared_ptr<StatementPool> _pool;
    std::string _sql;
    sqlite3_stmt *_prepared = nullptr;
};

} // namespace huying
