#pragma once

#include "Fate.h"
#include "Stage.h"

#include <optional>

namespace huying
{

/// What somebody is going to do with a ticket.
struct Move {
    Instant at;
    Author author;
    TicketContent content;
};

/// The course that tickets take. It looks at a ticket alone, as it is: who continues from the end of a ledger gets the
/// same next move as who simulated it from its beginning.
class Course
{
public:
    Course(const Stage &stage, std::uint64_t seed) : _stage(stage), _seed(seed) {}

    /// What happens next to `ticket`, after its latest event; nothing when it has come to its end or waits for another.
    /// `kin` is the ticket it is joined to or may be a repeat of, absent where there is none.
    std::optional<Move> next(const Ticket &ticket, const Ticket *kin) const;

    Fate fate(const Ticket &ticket) const;

private:
    const Stage &_stage;
    std::uint64_t _seed;
};

} // namespace huying
