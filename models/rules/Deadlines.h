#pragma once

#include "Calendar.h"

#include <domain/Lamp.h>
#include <domain/Ticket.h>
#include <domain/TicketRow.h>

namespace huying
{

/// What the reports leave open (product.md, "Deadlines"); the defaults are the hall's.
struct DeadlineSettings {
    std::chrono::minutes emergency { 120 };
    int publicServiceDays = 2;
    int otherDays = 7;
    int soonPercent = 80; ///< from this share of the counted time the lamp is yellow

    bool operator==(const DeadlineSettings &) const = default;
};

/// One day of the explanation of a deadline.
struct ExplainedDay {
    Day day {};
    bool isCounted = false;
    int number = 0; ///< the how-manieth counted day it is; 0 where not counted
    bool isOnAccount = false;
    DayKind kind;

    bool operator==(const ExplainedDay &) const = default;
};

/// Why a ticket is due when it is: each day from the report to the due day.
struct DeadlineExplanation {
    Deadline deadline;
    DeadlineClass deadlineClass = DeadlineClass::Other;
    int workingDays = 0; ///< of the limit, 0 where it is not one of working days
    std::vector<ExplainedDay> days;
    std::vector<Extension> extensions;

    bool operator==(const DeadlineExplanation &) const = default;
};

/// The deadline that class, report, times on account, extensions and a given deadline make of `ticket`;
/// nothing while it is on account, or where the class has no limit any more (public service after its first answer).
/// `since` and `cause` are left to the caller.
std::optional<Deadline> deadlineOf(const Ticket &ticket, const Calendar &calendar, const DeadlineSettings &settings);

/// The moment from which the lamp is yellow: the given share of the counted time.
std::optional<Instant> soonFrom(const Ticket &ticket, const Calendar &calendar, const DeadlineSettings &settings);

DeadlineExplanation explain(const Ticket &ticket, const Calendar &calendar, const DeadlineSettings &settings);

/// A deadline without a ticket: for `huyingctl deadline` and for a form that is being filled in.
DeadlineExplanation explain(
    DeadlineClass deadlineClass, Instant reported, const Calendar &calendar, const DeadlineSettings &settings);

/// How the ticket stands at `now`. An open ticket whose milestone is reached has no running clock: in time.
/// A closed one shows whether its milestone was met by the deadline in force.
Lamp lampOf(const TicketRow &row, Instant now);

/// How long `row` is past its deadline at `now`; zero when it is not overdue.
std::chrono::milliseconds overdueBy(const TicketRow &row, Instant now);

} // namespace huying
