#pragma once

#include <rules/Calendar.h>

#include <QString>

#include <span>
#include <string_view>

namespace huying
{

inline Day on(std::string_view iso)
{
    return dayFromIso(iso).value();
}

inline Instant at(std::string_view iso)
{
    return instantFromIso(iso).value();
}

/// For a comparison whose failure shows both sides.
inline QString shown(Day day)
{
    return QString::fromStdString(isoDay(day));
}

inline QString shown(Instant moment)
{
    return QString::fromStdString(isoCountyTime(moment));
}

inline QString shown(std::optional<Instant> moment)
{
    return moment ? shown(*moment) : QStringLiteral("none");
}

/// The calendar that comes with the program.
inline const Calendar &published()
{
    static const Calendar calendar = Calendar::fromNotices(publishedNotices().value()).value();
    return calendar;
}

/// What is known before the notice for `year` is issued.
inline Calendar knownBefore(int year)
{
    auto notices = publishedNotices().value();
    std::erase_if(notices, [year](const HolidayNotice &notice) { return notice.year >= year; });
    return Calendar::fromNotices(notices).value();
}

} // namespace huying
