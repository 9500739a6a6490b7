#include "PostgresRows.h"

#include <QtEndian>

#include <libpq-fe.h>

namespace huying
{

void PostgresRows::Closer::operator()(pg_result *result) const
{
    PQclear(result);
}

bool PostgresRows::isDone() const
{
    const ExecStatusType status = PQresultStatus(_result.get());
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

int PostgresRows::count() const
{
    return PQntuples(_result.get());
}

bool PostgresRows::isNull(int row, int column) const
{
    return PQgetisnull(_result.get(), row, column) != 0;
}

std::string_view PostgresRows::bytes(int row, int column) const
{
    return { PQgetvalue(_result.get(), row, column), std::size_t(PQgetlength(_result.get(), row, column)) };
}

std::int64_t PostgresRows::number(int row, int column) const
{
    const std::string_view value = bytes(row, column);
    switch (value.size()) {
    case 8:
        return qFromBigEndian<std::int64_t>(value.data());
    case 4:
        return qFromBigEndian<std::int32_t>(value.data());
    case 2:
        return qFromBigEndian<std::int16_t>(value.data());
    default:
        return 0;
    }
}

bool PostgresRows::isTrue(int row, int column) const
{
    const std::string_view value = bytes(row, column);
    return value.size() == 1 && value.front() != 0;
}

} // namespace huying
