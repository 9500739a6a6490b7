#include "Eyes.h"

#include <algorithm>

namespace huying::testing
{

bool Eyes::see(const TicketRow &row) const
{
    const bool isTheirs = row.lead == _account.unit || std::ranges::contains(row.cooperating, _account.unit);
    switch (_account.role) {
    case Role::Unit:
        return isTheirs;
    case Role::Township:
        return isTheirs || row.region.text.starts_with(_account.region.text);
    default:
        return true;
    }
}

bool Eyes::seeMembers(std::string_view grid) const
{
    return _account.role == Role::Dispatcher
        || (_account.role == Role::Township && grid.starts_with(_account.region.text));
}

Entry Eyes::seen(Entry entry) const
{
    if (entry.record.personal.empty()) {
        return entry;
    }
    const auto event = eventOf(entry.record);
    const CountyEvent *const fact = event ? std::get_if<CountyEvent>(&*event) : nullptr;
    const GridMember *const member = fact ? std::get_if<GridMember>(&fact->fact) : nullptr;
    if (member ? !seeMembers(member->grid.text) : !seeNames()) {
        entry.record.personal.clear();
        entry.record.salt = {};
    }
    return entry;
}

Ticket Eyes::seen(Ticket ticket) const
{
    if (!seeNames()) {
        ticket.citizen = {};
        std::get<Reported>(ticket.trail.front().content).citizen = {};
    }
    return ticket;
}

CountyFact Eyes::seen(CountyFact fact) const
{
    GridMember *const member = std::get_if<GridMember>(&fact);
    if (member && !seeMembers(member->grid.text)) {
        member->person = {};
    }
    return fact;
}

} // namespace huying::testing
