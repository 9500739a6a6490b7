#pragma once

#include <domain/Ticket.h>

#include <list>
#include <unordered_map>

namespace huying
{

/// The tickets that were folded last, so that the next event of one costs no reading of its trail.
class TicketMemory
{
public:
    explicit TicketMemory(std::size_t capacity);

    /// The ticket, which counts as used now, or nothing; valid until the next keep().
    const Ticket *find(const TicketId &id);
    void keep(Ticket ticket);
    void forget(const TicketId &id);
    void clear();

private:
    using Order = std::list<Ticket>; ///< the one used last in front

    std::size_t _capacity;
    Order _order;
    std::unordered_map<TicketId, Order::iterator> _places;
};

} // namespace huying
