#pragma once

#include <domain/Failure.h>

#include <string_view>

struct pg_conn;
struct pg_result;

namespace huying
{

/// What a caller can decide by, of a five-character SQLSTATE (postgresql.org/docs/17/errcodes-appendix.html); empty
/// where the connection itself failed.
FailureKind kindOfState(std::string_view state);

/// What went wrong with a statement; Unreachable when the connection is lost, and with it the outcome.
Failure failureOf(const pg_result *result, const pg_conn *connection);

/// What went wrong with the connection itself: Unreachable, or what the server said.
Failure failureOf(const pg_conn *connection);

} // namespace huying
