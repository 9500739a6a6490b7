#include "PostgresFailure.h"

#include <QCoreApplication>

#include <libpq-fe.h>

#include <algorithm>
#include <array>

namespace huying
{

namespace
{

struct Kind {
    std::string_view begin;
    FailureKind kind;
};

/// The first that fits; what none fits was never meant to happen. A server that stops, starts or has become a standby
/// is one that is away for a while.
constexpr std::array kinds {
    Kind { "57014", FailureKind::Busy }, // query canceled
    Kind { "57P", FailureKind::Unreachable }, // shutdown, crash, cannot connect now
    Kind { "08", FailureKind::Unreachable }, // connection
    Kind { "25006", FailureKind::Unreachable }, // read only: a standby
    Kind { "25P0", FailureKind::Unreachable }, // ended for having waited too long in a transaction
    Kind { "53100", FailureKind::Full }, // disk
    Kind { "53", FailureKind::Busy }, // memory, connections
    Kind { "55P03", FailureKind::Busy }, // the lock is somebody else's for long
    Kind { "40", FailureKind::Busy }, // deadlock
    Kind { "42501", FailureKind::Refused }, // no right
    Kind { "28", FailureKind::Refused }, // password
    Kind { "3D", FailureKind::NotFound }, // no such database
    Kind { "58", FailureKind::Full }, // disk of the server
};

QString firstLine(const char *words)
{
    return QString::fromUtf8(words).section(u'\n', 0, 0).trimmed();
}

QString awayWords(const QString &words)
{
    return words.isEmpty() ? QCoreApplication::translate("Postgres", "The database does not answer.")
                           : QCoreApplication::translate("Postgres", "The database does not answer (%1).").arg(words);
}

} // namespace

FailureKind kindOfState(std::string_view state)
{
    if (state.empty()) {
        return FailureKind::Unreachable;
    }
    const auto found = std::ranges::find_if(kinds, [&](const Kind &kind) { return state.starts_with(kind.begin); });
    return found != kinds.end() ? found->kind : FailureKind::Damaged;
}

Failure failureOf(const pg_result *result, const pg_conn *connection)
{
    const char *const state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    // the primary message alone: detail and context quote rows
    const char *const words = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    if (PQstatus(connection) != CONNECTION_OK || state == nullptr) {
        return { FailureKind::Unreachable, awayWords(words != nullptr ? firstLine(words) : QString()) };
    }
    const FailureKind kind = kindOfState(state);
    const QString said = firstLine(words != nullptr ? words : "");
    switch (kind) {
    case FailureKind::Unreachable:
        return { kind, awayWords(said) };
    case FailureKind::Busy:
        return { kind, QCoreApplication::translate("Postgres", "The database is busy (%1).").arg(said) };
    case FailureKind::Full:
        return { kind, QCoreApplication::translate("Postgres", "The database has no room left (%1).").arg(said) };
    default:
        return { kind, QCoreApplication::translate("Postgres", "The database says: %1").arg(said) };
    }
}

Failure failureOf(const pg_conn *connection)
{
    return { FailureKind::Unreachable, awayWords(firstLine(PQerrorMessage(connection))) };
}

} // namespace huying
