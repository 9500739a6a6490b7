// What somebody does at a desk of the world.
#include "Deeds.h"
#include "People.h"
#include "WorldDesk.h"

#include <accounts/Rights.h>
#include <algorithm>
#include <client/Replies.h>
#include <format>
#include <rules/Workflow.h>

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
        .author = authorAt(_number, _account),
        .at = now,
        .content = Noted {} };
    if (_world.below(5) == 0 && isOpenTo(0, _account.role)) {
        const auto serial = _outbox->nextSerial(dayOf(now));
        if (!serial) {
            return lookWhetherAlive();
        }
        const RegionCode township = _account.role == Role::Township ? _account.region : townshipBy(*serial);
        event.content =
            reportNumbered(std::format("{:%Y%m%d}-0{}-{:04}", dayOf(now), _number, *serial), township, _world.random);
        event.ticket = event.id;
        tickets.push_back(event.id);
        return keep({ event }, true);
    }
    const TicketId id = oneOf(tickets);
    const auto ticket = _onTop->ticket(id);
    if (!ticket || !*ticket) {
        return askTrail(id);
    }
    event.ticket = id;
    event.decidedOn = (*ticket)->version;
    if (_account.role == Role::Dispatcher && _world.below(10) == 0) {
        return actOnTwo(**ticket, event, oneOf(tickets));
    }
    const bool isMoved = _world.hasOthers && _world.below(3) == 0;
    const auto deed = (isMoved ? movingDeed : nextDeed)(**ticket, _account, now, _world.random);
    event.content = deed.value_or(Noted { "备注" });
    if (mayPropose(_account, event, **ticket) && check(**ticket, event, _cache->rules())) {
        keep({ event }, false);
    }
}

/// Joins `ticket` to `other`, or parts it from its parent: two events that stand or fall together.
void WorldDesk::actOnTwo(const Ticket &ticket, TicketEvent event, const TicketId &other)
{
    const auto parent = _onTop->ticket(ticket.parent.value_or(other));
    if (!parent || !*parent || (*parent)->id == ticket.id) {
        return;
    }
    TicketEvent onParent = event;
    onParent.id = uuid7(event.at, tenBytes(_world.random));
    onParent.ticket = (*parent)->id;
    onParent.decidedOn = (*parent)->version;
    if (ticket.parent) {
        event.content = Separated { onParent.ticket, "两处路灯" };
        onParent.content = DuplicateRemoved { ticket.id };
    } else if (checkJoin(ticket, **parent)) {
        event.content = Joined { onParent.ticket };
        onParent.content = DuplicateAdded { ticket.id };
    }
    const RuleBook &rules = _cache->rules();
    if (check(ticket, event, rules) && check(**parent, onParent, rules)
        && !std::holds_alternative<Noted>(event.content)) {
        keep({ event, onParent }, false);
    }
}

/// Who does not see every ticket mostly turns to one that is in sight.
TicketId WorldDesk::oneOf(const std::vector<TicketId> &tickets)
{
    constexpr int looks = 5;
    TicketId id = tickets[_world.below(tickets.size())];
    for (int i = 0; i < looks && !_audience.isWholeCounty() && !_onTop->row(id).value_or(std::nullopt); ++i) {
        id = tickets[_world.below(tickets.size())];
    }
    return id;
}

void WorldDesk::keep(const std::vector<TicketEvent> &events, bool isReport)
{
    Proposal proposal;
    for (const TicketEvent &event : events) {
        proposal.records.push_back(recordOf(event, { std::uint8_t(_number) }));
    }
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
        const auto text = _backend.isUp() ? _backend.answer(AskTrails { { ticket } }, _account) : std::nullopt;
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
