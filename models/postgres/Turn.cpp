#include "Turn.h"

#include "PostgresSchema.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace huying
{

Turn::Turn(Turn &&other) noexcept : _log(std::exchange(other._log, nullptr)), _missing(std::move(other._missing)) {}

Turn::~Turn()
{
    if (_log == nullptr) {
        return;
    }
    _log->_authors.clear(); // those that were new are not there any more
    if (!_log->_connection.isLost()) {
        (void)_log->_connection.runScript("ROLLBACK");
    }
}

std::expected<Turn, Failure> Turn::take(SharedLog &log, Position position, int limit)
{
    // the question is a statement of its own behind the lock: it sees what was committed while that was waited for
    const std::array<PostgresStatement, 3> begin { PostgresStatement { "BEGIN" },
        PostgresStatement { takeLock, PostgresParameters().add(log._county) }, log.questionAfter(position, limit) };
    const auto begun = log._connection.runTogether(begin);
    Turn turn(log, {});
    return begun.transform([&](const PostgresRows &rows) {
        turn._missing = SharedLog::entriesIn(rows);
        return std::move(turn);
    });
}

/// Whoever listens is told behind the commit and not within it: a transaction that notifies makes those of all other
/// counties wait for its own disk. Who dies between the two is heard of with the next entry, or when the others look.
std::expected<void, Failure> Turn::commit(std::span<const Entry> entries)
{
    if (entries.empty()) {
        return {};
    }
    if (const auto known = _log->addAuthors(entries); !known) {
        return known;
    }
    (void)_log->_connection.hasWarned();
    const std::string channel = _log->channel();
    const std::string position = std::to_string(entries.back().position);
    const std::array<PostgresStatement, 3> statements { _log->insertionOf(entries), PostgresStatement { "COMMIT" },
        PostgresStatement { "SELECT pg_notify($1, $2)",
            PostgresParameters().add(std::string_view(channel)).add(std::string_view(position)) } };
    const auto committed = _log->_connection.runTogether(statements);
    if (!committed) {
        return std::unexpected(committed.error());
    }
    SharedLog &log = *std::exchange(_log, nullptr);
    if (log._connection.hasWarned()) {
        return failure(FailureKind::Unreachable,
            QCoreApplication::translate("Postgres", "The database did not wait until its standby had what was added."));
    }
    return {};
}

} // namespace huying
