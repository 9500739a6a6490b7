#pragma once

#include <domain/Instant.h>

#include <QString>

namespace huying
{

/// `7-21 (Fri) 24:00`, county time; a deadline at 00:00 ends the day before. With the year.
QString dueText(Instant due);
/// The same without the year where it is `now`'s.
QString dueText(Instant due, Instant now);

/// `7-21`.
QString dayText(Day day);
/// `Fri`.
QString weekdayText(Day day);

} // namespace huying
