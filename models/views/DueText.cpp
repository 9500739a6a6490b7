#include "DueText.h"

#include <domain/DueTime.h>

#include <QCoreApplication>

#include <array>

namespace huying
{

using namespace std::chrono;

namespace
{

class DeadlineWords
{
    Q_DECLARE_TR_FUNCTIONS(DeadlineWords)
};

} // namespace

QString weekdayText(Day day)
{
    const std::array names { DeadlineWords::tr("Sun"), DeadlineWords::tr("Mon"), DeadlineWords::tr("Tue"),
        DeadlineWords::tr("Wed"), DeadlineWords::tr("Thu"), DeadlineWords::tr("Fri"), DeadlineWords::tr("Sat") };
    return names[weekday { day }.c_encoding()];
}

QString dayText(Day day)
{
    const year_month_day date { day };
    return DeadlineWords::tr("%1-%2", "month, day").arg(unsigned(date.month())).arg(unsigned(date.day()));
}

QString dueText(Instant due)
{
    const DueTime local = dueTime(due);
    return DeadlineWords::tr("%1-%2 (%3) %4", "year, month-day, weekday, time")
        .arg(int(year_month_day { local.day }.year()))
        .arg(dayText(local.day), weekdayText(local.day), QString::fromStdString(clockText(local)));
}

QString dueText(Instant due, Instant now)
{
    const DueTime local = dueTime(due);
    if (year_month_day { local.day }.year() != year_month_day { dayOf(now) }.year()) {
        return dueText(due);
    }
    return DeadlineWords::tr("%1 (%2) %3", "month-day, weekday, time")
        .arg(dayText(local.day), weekdayText(local.day), QString::fromStdString(clockText(local)));
}

} // namespace huying
