// What somebody does at a desk of the world.
#include "Deeds.h"
#include "WorldDesk.h"

#include <algorithm>
#include <client/Replies.h>
#include <format>

namespace huying::testing
{

using std::chrono::milliseconds;

namespace
{

std::array<std::uint8_t, 10> tenBytes(std::mt19937_64 &random)
{
    std::array<std::uint8_t, 10> bytes {};
    std::ranges::generate(bytes, [&] { return std::uint8_t(random()); });
    return bytes;
}

} // namespace

void WorldDesk::settle()
{
    static_cast<void>(_cache->takeChange());
    static_cast<void>(_outbox->settle(_session->state().position));
    static_cast<void>(_onTop->read());
    lookWhetherAlive();
}

Instant WorldDesk::corrected() const
{
    return wall() - _session->state().clockError;
}

void WorldDesk::act(std::vector<TicketId> &tickets)
{
    if (!_session) {
        return;
    }
    const Instant now = corrected();
    TicketEvent event { .id = uuid7(now, tenBytes(_world.random)),
        .ticket = {},
        .decidedOn = 0,
        .author = authorAt(_number),
        .at = now,
        .content = Noted {} };
    if (_world.below(5) == 0) {
        const auto serial = _outbox->nextSerial(dayOf(now));
        if (!serial) {
            return lookWhetherAlive();
        }
        event.content = reportNumbered(std::format("{:%Y%m%d}-0{}-{:04}", dayOf(now), _number, *serial), _world.random);
        event.ticket = event.id;
        tickets.push_back(event.id);
        return keep(event, true);
    }
    const TicketId id = tickets[_world.below(tickets.size())];
    const auto ticket = _onTop->ticket(id);
    if (!ticket || !*ticket) {
        return askTrail(id);
    }
    const auto deed = nextDeed(**ticket, now, _world.random);
    event.ticket = id;
    event.decidedOn = (*ticket)->version;
    event.content = deed.value_or(Noted { "备注" });
    if (check(**ticket, event, _cache->rules())) {
        keep(event, false);
    }
}

void WorldDesk::keep(const TicketEvent &event, bool isReport)
{
    const Proposal proposal { { recordOf(event, { std::uint8_t(_number) }) } };
    const auto kept = _outbox->put(proposal);
    _deeds.push_back({ proposal, kept.has_value(), isReport });
    if (_disk.isDead()) {
        return lookWhetherAlive();
    }
    settle();
    run([this](Session &session) { return session.outboxGrew(wall()); });
}

void WorldDesk::askTrail(const TicketId &ticket)
{
    if (!isCableIn()) {
        return;
    }
    whileLiving(_world.delay(), [this, ticket] {
        const auto text = _backend.isUp() ? _backend.answer(AskTrails { { ticket } }) : std::nullopt;
        if (!text || !*text) {
            return;
        }
        whileLiving(_world.delay(), [this, trail = entriesFrom(**text)] {
            if (trail && _cache) {
                static_cast<void>(_cache->keepTrail(*trail));
                lookWhetherAlive();
            }
        });
    });
}

} // namespace huying::testing
