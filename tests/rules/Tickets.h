#pragma once

#include "Days.h"

#include <rules/Deadlines.h>

namespace huying
{

/// A ticket as it is after its report.
inline Ticket reported(DeadlineClass deadlineClass, std::string_view moment)
{
    Ticket ticket;
    ticket.deadlineClass = deadlineClass;
    ticket.reportedAt = at(moment);
    return ticket;
}

inline void putOnAccount(Ticket &ticket, std::string_view since, std::string_view until)
{
    ticket.accounts.push_back({ at(since), at(until), {}, {} });
}

inline void extendByDays(Ticket &ticket, std::string_view granted, int workingDays)
{
    ticket.extensions.push_back({ at(granted), { workingDays, std::nullopt }, true });
}

inline void extendUntil(Ticket &ticket, std::string_view granted, std::string_view moment)
{
    ticket.extensions.push_back({ at(granted), { std::nullopt, at(moment) }, true });
}

} // namespace huying
