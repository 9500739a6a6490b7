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
    bool isCounted = false; ///< of a limit that runs by the clock: the clock ran on that day
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
    /// The clock stands still: `deadline` is what it was before, `days` end with the one on which it stopped.
    bool isOnAccount = false;
    /// Further days are left out: a deadline of 2059 is not explained by 20,000 lines.
    bool isCut = false;
    std::vector<ExplainedDay> days;
    std::vector<Extension> extensions;

    bool operator==(const DeadlineExplanation &) const = default;
};

/// The deadline that class, report, times on account, extensions and a given deadline make of `ticket`;
/// nothing while it is on account, or where the class has no limit any more (public service after its first answer).
/// `since` and `cause` tell of what set it last; a caller who knows better (reclassified, resumed) says so.
/// With a deadline given, and for every class but public service, the milestone is the solution. Takes no memory for
/// a ticket that was never on account.
std::optional<Deadline> deadlineOf(const Ticket &ticket, const Calendar &calendar, const DeadlineSettings &settings);

/// The moment from which the lamp is yellow: the given share of the counted time. Of working days that is day 0 from
/// the report on, when it is one, and every counted day; of a limit that runs by the clock the time off account.
std::optional<Instant> soonFrom(const Ticket &ticket, const Calendar &calendar, const DeadlineSettings &settings);

/// Of public service that has its first answer, why that was due when it was. At most 1,000 days are listed.
DeadlineExplanation explain(const Ticket &ticket, const Calendar &calendar, const DeadlineSettings &settings);

/// A deadline without a ticket: for `huyingctl deadline` and for a form that is being filled in.
DeadlineExplanation explain(
    DeadlineClass deadlineClass, Instant reported, const Calendar &calendar, const DeadlineSettings &settings);

/// How the ticket stands at `now`. An open ticket whose milestone is reached has no running clock: in time, as is a
/// void one and one without deadline. A closed one shows whether its milestone was met by the deadline in force.
Lamp lampOf(const TicketRow &row, Instant now);

/// How long `row` is past its deadline at `now`, or how late its milestone was reached; zero when it is not overdue,
/// on account or void. Due exactly at `now` is not yet overdue.
std::chrono::milliseconds overdueBy(const TicketRow &row, Instant now);

} // namespace huying
