#include "OwnActions.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <format>

namespace huying
{

namespace
{

constexpr std::size_t recordsInAProposal = 16;

template <std::size_t size>
std::array<std::uint8_t, size> randomBytes()
{
    std::array<std::uint8_t, size> bytes {};
    for (std::uint8_t &byte : bytes) {
        byte = std::uint8_t(QRandomGenerator::system()->bounded(256));
    }
    return bytes;
}

} // namespace

OwnActions::OwnActions(Author author, Cache &cache, OnTop &onTop, OutboxFile &outbox, std::function<Instant()> now)
    : _author(std::move(author)), _cache(cache), _onTop(onTop), _outbox(outbox), _now(std::move(now))
{
}

TicketEvent OwnActions::eventOn(const TicketId &ticket, Version decidedOn, TicketContent content) const
{
    TicketEvent event;
    event.at = _now();
    event.id = uuid7(event.at, randomBytes<10>());
    event.ticket = ticket;
    event.decidedOn = decidedOn;
    event.author = _author;
    event.content = std::move(content);
    return event;
}

std::expected<void, Failure> OwnActions::propose(const std::vector<TicketEvent> &events)
{
    for (std::size_t first = 0; first < events.size(); first += recordsInAProposal) {
        Proposal proposal;
        for (std::size_t i = first; i < std::min(events.size(), first + recordsInAProposal); ++i) {
            proposal.records.push_back(recordOf(events[i], randomBytes<16>()));
        }
        if (const auto kept = _outbox.put(proposal); !kept) {
            return kept;
        }
    }
    return {};
}

/// Whoever answers a parent tells its duplicates.
std::expected<std::vector<TicketEvent>, Failure> OwnActions::withChildren(const Ticket &ticket, TicketEvent event) const
{
    std::vector<TicketEvent> events { std::move(event) };
    const auto *answer = std::get_if<Answered>(&events.front().content);
    if (!answer || ticket.isFollowedUp) {
        return events;
    }
    const std::string text = answer->text;
    for (const TicketId &id : ticket.children) {
        const auto child = _onTop.ticket(id);
        if (!child) {
            return std::unexpected(child.error());
        }
        if (*child && (*child)->isOpen()) {
            events.push_back(eventOn(id, (*child)->version, ClosedWithParent { ticket.id, text }));
        }
    }
    return events;
}

std::expected<void, Failure> OwnActions::act(const TicketId &id, Version decidedOn, const TicketContent &content)
{
    const auto ticket = _onTop.ticket(id);
    if (!ticket || !*ticket) {
        return failure(FailureKind::Unreachable,
            QCoreApplication::translate(
                "huying::Desk", "The ticket's trail is at the backend; it can be worked on when the line is there."));
    }
    TicketEvent event = eventOn(id, decidedOn, content);
    return check(**ticket, event, _cache.rules())
        .and_then([&] { return withChildren(**ticket, std::move(event)); })
        .and_then([&](const std::vector<TicketEvent> &events) { return propose(events); });
}

std::expected<void, Failure> OwnActions::undo(const TicketId &ticket, const EventId &event)
{
    return _onTop.ticket(ticket).and_then(
        [&](const std::optional<Ticket> &known) { return act(ticket, known ? known->version : 0, Undone { event }); });
}

std::expected<OwnActions::Made, Failure> OwnActions::report(const Reported &content)
{
    const Day today = dayOf(_now());
    const auto serial = _outbox.nextSerial(today);
    if (!serial) {
        return std::unexpected(serial.error());
    }
    Reported numbered = content;
    numbered.number = std::format("{:%Y%m%d}-{}-{:04}", today, _author.desk, *serial);
    TicketEvent event = eventOn({}, 0, numbered);
    event.ticket = event.id;
    return check(Ticket {}, event, _cache.rules()).and_then([&] { return propose({ event }); }).transform([&] {
        return Made { event.id, numbered.number };
    });
}

std::expected<void, Failure> OwnActions::again(const EventId &refused)
{
    const auto all = _outbox.refused();
    if (!all) {
        return std::unexpected(all.error());
    }
    for (const RefusedProposal &each : *all) {
        const auto event = eventOf(each.proposal.records.front());
        const auto *own = event ? std::get_if<TicketEvent>(&*event) : nullptr;
        if (!own || own->id != refused) {
            continue;
        }
        return _onTop.ticket(own->ticket)
            .and_then([&](const std::optional<Ticket> &ticket) {
                return act(own->ticket, ticket ? ticket->version : 0, own->content);
            })
            .and_then([&] { return _outbox.drop(refused); });
    }
    return failure(
        FailureKind::NotFound, QCoreApplication::translate("huying::Desk", "The refused action is no longer there."));
}

} // namespace huying
