#pragma once

#include <domain/Instant.h>

#include <cstdint>
#include <memory>
#include <string_view>

struct pg_result;

namespace huying
{

/// What a statement gave, in PostgreSQL's binary form; rows and columns count from 0. Texts live as long as the rows.
class PostgresRows
{
public:
    explicit PostgresRows(pg_result *result) : _result(result) {}

    /// Whether the statement was run to its end.
    bool isDone() const;
    const pg_result *raw() const { return _result.get(); }

    int count() const;
    bool isEmpty() const { return count() == 0; }
    bool isNull(int row, int column) const;
    /// Of a bigint, an integer or a smallint; 0 of anything else.
    std::int64_t number(int row, int column) const;
    bool isTrue(int row, int column) const;
    /// Text, bytea, or the 16 bytes of a uuid.
    std::string_view bytes(int row, int column) const;
    Instant instant(int row, int column) const { return Instant { std::chrono::milliseconds { number(row, column) } }; }

private:
    struct Closer {
        void operator()(pg_result *result) const;
    };
    std::unique_ptr<pg_result, Closer> _result;
};

} // namespace huying
