#pragma once

#include "SharedLog.h"
#include "SharedRefusals.h"

namespace huying
{

/// The turn to add to a county's log: nobody else adds while it lasts. It ends with commit(), or without anything
/// having been added when it goes out of scope.
class Turn
{
public:
    /// Waits for its turn, and tells what comes after `position` at its beginning, at most `limit` entries, and which
    /// of `proposed` were refused before. Busy when somebody else's lasts for long.
    static std::expected<Turn, Failure> take(
        SharedLog &log, Position position, int limit, std::span<const EventId> proposed);

    /// In order; as many as take() was asked for where there may be more.
    const std::vector<Entry> &missing() const { return _missing; }
    const std::vector<Refusal> &refused() const { return _refused; }

    /// Adds entries and what is refused now, at least one of either, and ends the turn; they are durable then, and
    /// whoever listens is told. After Unreachable nobody knows whether they are in the log: the next turn shows it.
    std::expected<void, Failure> commit(std::span<const Entry> entries, std::span<const Refusal> refused);

    Turn(Turn &&other) noexcept;
    Turn &operator=(Turn &&) = delete;
    ~Turn();

private:
    explicit Turn(SharedLog &log) : _log(&log) {}

    SharedLog *_log; ///< null when it has ended
    std::vector<Entry> _missing;
    std::vector<Refusal> _refused;
};

} // namespace huying
