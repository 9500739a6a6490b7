#pragma once

#include <domain/Lamp.h>
#include <domain/Ticket.h>
#include <domain/TicketRow.h>

#include <QString>

namespace huying
{

/// The hall's words for what the domain names; every screen says them alike.
QString wordFor(Step step);
QString wordFor(Channel channel);
QString wordFor(DeadlineClass deadlineClass);
QString wordFor(Milestone milestone);
QString wordFor(Lamp lamp);
QString wordFor(VoidReason reason);
QString wordFor(UrgingLevel level);
QString wordFor(Rating rating);
QString wordFor(Role role);
/// What happened, as the trail says it (受理, 指派, 退回 …), by its kind in the log.
QString wordForKind(std::string_view kind);

/// `38 min`, `1 h 12 min`, `7 d`; whole units, rounded down, at least one minute.
QString spanText(std::chrono::milliseconds span);

/// What the column of time left says: what is left, by how much it is over, on account, answered, or nothing without a
/// deadline.
QString timeLeftText(const TicketRow &row, Instant now);

/// `07-12 09:31`; the year is said where it is not `now`'s. County time.
QString shortTime(Instant moment, Instant now);
/// `2023-07-12 09:31:05`, county time.
QString fullTime(Instant moment);

/// The text of the domain, for people.
inline QString shown(const std::string &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace huying
