#include "TicketMemory.h"

namespace huying
{

TicketMemory::TicketMemory(std::size_t capacity) : _capacity(capacity) {}

const Ticket *TicketMemory::find(const TicketId &id)
{
    const auto place = _places.find(id);
    if (place == _places.end()) {
        return nullptr;
    }
    _order.splice(_order.begin(), _order, place->second);
    return &_order.front();
}

void TicketMemory::keep(Ticket ticket)
{
    forget(ticket.id);
    while (_order.size() >= _capacity) {
        _places.erase(_order.back().id);
        _order.pop_back();
    }
    _order.push_front(std::move(ticket));
    _places.emplace(_order.front().id, _order.begin());
}

void TicketMemory::forget(const TicketId &id)
{
    if (const auto place = _places.find(id); place != _places.end()) {
        _order.erase(place->second);
        _places.erase(place);
    }
}

void TicketMemory::clear()
{
    _order.clear();
    _places.clear();
}

} // namespace huying
