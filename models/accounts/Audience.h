#pragma once

#include "Account.h"

#include <canonical/Record.h>
#include <domain/Ticket.h>
#include <domain/TicketRow.h>

namespace huying
{

/// Whose eyes an answer is for: the part of the county that they see, and whether with citizens' names and telephones.
struct Audience {
    enum class Extent : std::uint8_t { County, Unit, Township };

    Extent extent = Extent::County;
    UnitCode unit; ///< where it is not the county: tickets that it leads or works along with
    RegionCode region; ///< of a township: also tickets placed in it
    bool withPersonal = false; ///< of the tickets in sight

    bool isWholeCounty() const { return extent == Extent::County; }
    bool operator==(const Audience &) const = default;
};

/// Dispatchers see all; units what is theirs, townships also what lies in them, both with its personal part; leaders,
/// the organisation department, walls and administrators see all without it. A machine hands on all there is.
Audience audienceOf(const Account &account);

/// A text for each audience, another one for another: `county`, `county+personal`, `unit U01`, `township 130529100 T1`.
std::string nameOf(const Audience &audience);

/// Whether the ticket is in sight as it stands.
bool sees(const Audience &audience, const TicketRow &row);
bool sees(const Audience &audience, const Ticket &ticket);

/// Whether the personal part of a county fact is for them: a township's own grid members, or all with the whole county.
bool seesPersonal(const Audience &audience, const Record &fact);

/// Whether an event of `kind` can make a ticket another's, and so take it out of somebody's sight.
bool mayMove(std::string_view kind);

} // namespace huying
