#pragma once

#include "Instant.h"

namespace huying
{

/// A deadline as people say it: one that falls on 00:00 is 24:00 of the day that it ends.
struct DueTime {
    Day day;
    std::chrono::milliseconds clock; ///< since 00:00 of the day in the county; 24 hours at its end

    bool operator==(const DueTime &) const = default;
};

DueTime dueTime(Instant due);

/// `24:00`, `14:30`; seconds are left out.
std::string clockText(const DueTime &due);

/// `2023-07-21 24:00`.
std::string isoDue(Instant due);

} // namespace huying
