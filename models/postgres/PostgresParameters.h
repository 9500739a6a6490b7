#pragma once

#include <domain/Instant.h>
#include <domain/Uuid.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huying
{

/// Types as PostgreSQL numbers them (pg_type.dat).
enum class PostgresType : std::uint32_t {
    Bytes = 17,
    Number = 20,
    Text = 25,
    Uuid = 2950,
    Numbers = 1016,
    Texts = 1009,
    BytesList = 1001,
    Uuids = 2951,
};

/// A list of values of one type, as one parameter.
class PostgresList
{
public:
    explicit PostgresList(PostgresType element) : _element(element) {}

    void add(std::int64_t number);
    /// Text, bytes, or the 16 bytes of a uuid.
    void add(std::string_view bytes);
    void addNothing();

    PostgresType type() const;
    /// In PostgreSQL's binary form (array_recv in arrayfuncs.c).
    std::string bytes() const;

private:
    PostgresType _element;
    std::string _elements;
    std::uint32_t _count = 0;
    bool _hasNothing = false;
};

/// What a statement is run with, in PostgreSQL's binary form: $1, $2 …
class PostgresParameters
{
public:
    PostgresParameters &add(std::int64_t number);
    PostgresParameters &add(Instant moment) { return add(std::int64_t { moment.time_since_epoch().count() }); }
    PostgresParameters &add(std::string_view text);
    PostgresParameters &addBytes(std::string_view bytes);
    PostgresParameters &add(const PostgresList &list);

    const std::vector<std::string> &values() const { return _values; }
    const std::vector<PostgresType> &types() const { return _types; }

private:
    std::vector<std::string> _values;
    std::vector<PostgresType> _types;
};

} // namespace huying
