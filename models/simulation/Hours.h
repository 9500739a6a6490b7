#pragma once

#include <rules/Calendar.h>

#include <vector>

namespace huying
{

/// When people of the simulated county work: units from 8:30 to 17:30 on working days, the hall from 7:30 to 20:30
/// every day.
class Hours
{
public:
    /// Fast between `first` and `last`; outside, weekends are off.
    Hours(const Calendar &calendar, Day first, Day last);

    bool isWorkingDay(Day day) const;
    /// The moment at which a unit has worked for `effort` after `from`.
    Instant worked(Instant from, std::chrono::minutes effort) const;
    /// The moment `delay` after `from` in the hall's hours; what falls into the night is done in the morning.
    static Instant inHall(Instant from, std::chrono::minutes delay);

private:
    Day _first;
    std::vector<bool> _working;
};

} // namespace huying
