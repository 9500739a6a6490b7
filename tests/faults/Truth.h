#pragma once

#include "WorldBackend.h"

#include <domain/Ticket.h>

namespace huying::testing
{

using Rows = std::map<TicketId, TicketRow>;

/// What the ledger holds after a run.
struct Truth {
    std::vector<Entry> entries; ///< the one at position p is number p - 1
    Rows rows;
    std::map<TicketId, Ticket> tickets; ///< folded anew
    std::vector<CountyFact> facts;
    std::map<EventId, std::vector<Position>> places;
    std::map<TicketId, std::size_t> lengths; ///< of trails
};

/// Reads it from the backend's file. What is wrong with the ledger by itself, in words: its chain, its rows, its
/// figures, or an answer that does not hold.
std::string read(Truth &truth, const WorldBackend &backend);

Rows rowsIn(RowStore &store);

inline std::string textOf(const Failure &failed)
{
    return failed.text.toStdString();
}

} // namespace huying::testing
