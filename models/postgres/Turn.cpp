#include "Turn.h"

#include "PostgresSchema.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace huying
{

Turn::Turn(Turn &&other) noexcept
    : _log(std::exchange(other._log, nullptr)), _missing(std::move(other._missing)), _refused(std::move(other._refused))
{
}

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

std::expected<Turn, Failure> Turn::take(SharedLog &log, Position position, int limit, std::span<const EventId> proposed)
{
    // the questions are statements of their own behind the lock: they see what was committed while that was waited for
    const std::array<PostgresStatement, 4> begin { PostgresStatement { "BEGIN" },
        PostgresStatement { takeLock, PostgresParameters().add(log._county) }, log.questionAfter(position, limit),
        questionOfRefusals(log._county, proposed) };
    const auto begun = log._connection.runEach(begin);
    Turn turn(log);
    return begun.transform([&](const std::vector<PostgresRows> &rows) {
        turn._missing = SharedLog::entriesIn(rows[2]);
        turn._refused = refusalsIn(rows[3]);
        return std::move(turn);
    });
}

/// Whoever listens is told behind the commit and not within it: a transaction that notifies makes those of all other
/// counties wait for its own disk. Who dies between the two is heard of with the next entry, or when the others look.
std::expected<void, Failure> Turn::commit(std::span<const Entry> entries, std::span<const Refusal> refused)
{
    if (const auto known = _log->addAuthors(entries); !known) {
        return known;
    }
    (void)_log->_connection.hasWarned();
    std::vector<PostgresStatement> statements;
    if (!refused.empty()) {
        statements = keepingOf(_log->_county, refused);
    }
    if (!entries.empty()) {
        statements.push_back(_log->insertionOf(entries));
    }
    statements.push_back({ "COMMIT" });
    const std::string channel = _log->channel();
    if (!entries.empty()) {
        const std::string position = std::to_string(entries.back().position);
        statements.push_back({ "SELECT pg_notify($1, $2)",
            PostgresParameters().add(std::string_view(channel)).add(std::string_view(position)) });
    }
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
