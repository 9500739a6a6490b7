#pragma once

#include "Calendar.h"

#include <domain/Ticket.h>

#include <span>
#include <vector>

namespace huying
{

/// From `from` to before `until`.
template <class Point>
struct Pause {
    Point from;
    Point until;

    bool operator==(const Pause &) const = default;
};

/// The ended times on account, as the clock sees them and as the calendar does: by moments, and by days from the one
/// on which it began to the one before it ended. Sorted, neither touching nor overlapping; without any, no memory is
/// taken.
struct Pauses {
    std::vector<Pause<Instant>> moments;
    std::vector<Pause<Day>> days;
};

Pauses pausesOf(std::span<const OnAccount> accounts);

/// Whether `day` is not counted.
bool isPaused(Day day, const Pauses &pauses);

/// The first day from `day` on that is counted, working day or not.
Day firstUnpaused(Day day, const Pauses &pauses);

/// The moment at which a clock that starts at `from` and stands still in pauses has run for `length`; a clock that
/// runs out just when a pause begins has run out. A negative length is before all pauses.
Instant runFor(std::chrono::milliseconds length, Instant from, const Pauses &pauses);

/// What such a clock shows at `to`; 0 when `to` is not after `from`.
std::chrono::milliseconds runningTime(Instant from, Instant to, const Pauses &pauses);

/// The `count`-th working day after `day` that is not paused; 0 gives `day`.
Day countOn(Day day, int count, const Calendar &calendar, const Pauses &pauses);

/// The working days after `from` up to and with `to` that are not paused.
int countedDays(Day from, Day to, const Calendar &calendar, const Pauses &pauses);

} // namespace huying
