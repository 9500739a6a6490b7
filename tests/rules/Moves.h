#pragma once

#include <domain/Ticket.h>

#include <rapidcheck.h>

#include <cstdint>
#include <ostream>
#include <vector>

namespace huying
{

/// Raw numbers that become an event only beside the ticket it happens to, so that most are legal, many are not, and a
/// failing sequence can be made shorter.
struct Move {
    std::uint8_t kind = 0;
    std::uint8_t choice = 0;
    std::uint8_t author = 0;
    std::uint8_t seen = 0;
    std::int16_t minutes = 0;
};

std::ostream &operator<<(std::ostream &out, const Move &move);

/// What `move` means for `ticket`: any kind of event, at any time near the last, by one of three people.
TicketEvent eventOf(const Move &move, const Ticket &ticket, std::uint64_t serial);

} // namespace huying

template <>
struct rc::Arbitrary<huying::Move> {
    static rc::Gen<huying::Move> arbitrary();
};
