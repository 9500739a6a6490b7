#pragma once

#include <common/DayStrip.h>
#include <domain/Ticket.h>
#include <rules/Deadlines.h>

#include <QStringList>

namespace huying
{

/// What the limit is in words: `Solved within 7 working days`.
QString limitText(const DeadlineExplanation &explanation, const DeadlineSettings &settings, bool isGiven);

/// The days as the strip shows them; of a long row of days the first and the last, with a gap between.
QList<ShownDay> shownDays(const DeadlineExplanation &explanation, Day today);

/// Why the days that do not count do not, and those of weekends that do, by which notice; what is provisional, given
/// or on account; the extensions. A sentence each.
QStringList whyTexts(const DeadlineExplanation &explanation, const Ticket &ticket);

/// Every deadline that ever applied but the one in force, the latest first.
QStringList earlierDeadlines(const Ticket &ticket, Instant now);

} // namespace huying
