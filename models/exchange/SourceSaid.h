#pragma once

#include "Mapping.h"

#include <domain/Ticket.h>

namespace huying
{

/// What a source said of a ticket so far: read from the events of its author, and no one else's.
struct SourceSaid {
    std::optional<Instant> deadline;
    std::optional<Instant> closed; ///< nothing while the source has it open
    bool isVoid = false;
    CategoryCode category; ///< as classified; empty before
    UnitCode unit;
    bool isHandling = false;
    std::string answer;
    /// By TicketField: what it said in a note, until an event of the flow said it anew.
    std::array<std::optional<std::string>, fieldNames.size()> notes;
};

/// `columns` as in Mapping: what notes begin with.
SourceSaid saidSoFar(const Ticket &ticket, const Author &source, const Mapping &mapping);

/// Whether the source has written this note.
bool hasNoted(const Ticket &ticket, const Author &source, std::string_view note);

/// `COLUMN: VALUE`; the field's own name where the mapping has no column for it.
std::string noteOn(const Mapping &mapping, TicketField field, std::string_view value);

/// `value` as it stands in a note.
std::string noted(std::string_view value);

} // namespace huying
