#pragma once

#include "PostgresConnection.h"

namespace huying
{

/// Brings a database to this program's schema, each step in one transaction with its version; several programs may do
/// so at once. Newer when a newer program made it.
std::expected<void, Failure> preparePostgres(PostgresConnection &connection);

/// Whether a database that is only read has a schema this program knows; NotFound when it has none.
std::expected<void, Failure> checkPostgres(PostgresConnection &connection);

/// Takes a county's lock until the transaction ends; county 0 is the schema's own.
inline constexpr std::string_view takeLock = "SELECT pg_advisory_xact_lock(x'48594c47'::integer, $1::integer)";

} // namespace huying
