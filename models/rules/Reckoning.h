#pragma once

#include "Deadlines.h"
#include "Pauses.h"

namespace huying
{

/// How a deadline came about, as far as lamp and explanation ask.
struct Reckoned {
    Deadline deadline;
    /// Of a limit of working days the day that counts as 0; absent where the limit runs by the clock.
    std::optional<Day> dayZero;
    int workingDays = 0; ///< counted after `dayZero`
};

/// The deadline of `ticket` as if it were neither on account nor answered: what class, report, ended times on account,
/// extensions and a given deadline make of it. `since` and `cause` are those of what set it last.
Reckoned reckon(const Ticket &ticket, const Calendar &calendar, const DeadlineSettings &settings, const Pauses &pauses);

/// Whether the first answer of `ticket` is given and an extension granted after it sets a time for the solution.
bool isForTheSolution(const Ticket &ticket);

/// The last day of a deadline: of one at 24:00 the day that ends there.
inline Day lastDayOf(Instant due)
{
    return dayOf(due - std::chrono::milliseconds { 1 });
}

} // namespace huying
