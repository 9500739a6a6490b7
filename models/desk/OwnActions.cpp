#include "OwnActions.h"

#include "RandomBytes.h"

#include <QCoreApplication>

#include <algorithm>
#include <format>

namespace huying
{

namespace
{

constexpr std::size_t recordsInAProposal = 16;

QString notHere()
{
    return QCoreApplication::translate(
        "huying::Desk", "The ticket's trail is at the backend; it can be worked on when the line is there.");
}

} // namespace

OwnActions::OwnActions(Author author, std::optional<Account> account, Cache &cache, OnTop &onTop, OutboxFile &outbox,
    std::function<Instant()> now, KeepPictures keepPictures)
    : _author(std::move(author))
    , _account(std::move(account))
    , _cache(cache)
    , _onTop(onTop)
    , _outbox(outbox)
    , _now(std::move(now))
    , _keepPictures(std::move(keepPictures))
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

std::expected<void, Failure> OwnActions::propose(const std::vector<TicketEvent> &events, std::string_view number)
{
    for (const TicketEvent &event : events) {
        const auto pictures = attachmentsOf(event.content);
        if (const auto kept = pictures.empty() || !_keepPictures ? std::expected<void, Failure>()
                                                                 : _keepPictures(event.ticket, pictures);
            !kept) {
            return kept;
        }
    }
    for (std::size_t first = 0; first < events.size(); first += recordsInAProposal) {
        Proposal proposal;
        for (std::size_t i = first; i < std::min(events.size(), first + recordsInAProposal); ++i) {
            proposal.records.push_back(recordOf(events[i], randomBytes<16>()));
        }
        if (const auto kept = _outbox.put(proposal, first == 0 ? number : std::string_view()); !kept) {
            return kept;
        }
    }
    return {};
}

/// What goes along with `event` on other tickets: two that are joined change together, or not at all.
OwnActions::Events OwnActions::withKin(const Ticket &ticket, TicketEvent event) const
{
    const TicketContent &content = event.content;
    if (std::holds_alternative<Joined>(content) || std::holds_alternative<Separated>(content)) {
        return withParent(ticket, std::move(event));
    }
    if (std::holds_alternative<Answered>(content) && !ticket.isFollowedUp) {
        return withChildren(ticket, std::move(event));
    }
    return std::vector { std::move(event) };
}

bool OwnActions::isOpenHere(const TicketId &ticket) const
{
    const auto row = _onTop.row(ticket);
    return row && *row && (*row)->isOpen();
}

/// Whoever answers a parent tells its duplicates.
OwnActions::Events OwnActions::withChildren(const Ticket &ticket, TicketEvent event) const
{
    const std::string text = std::get<Answered>(event.content).text;
    std::vector<TicketEvent> events { std::move(event) };
    for (const TicketId &id : ticket.children) {
        const auto child = _onTop.ticket(id);
        if (!child) {
            return std::unexpected(child.error());
        }
        if (!*child && isOpenHere(id)) {
            return failure(FailureKind::Unreachable, notHere());
        }
        if (*child && (*child)->isOpen()) {
            events.push_back(eventOn(id, (*child)->version, ClosedWithParent { ticket.id, text }));
        }
    }
    return events;
}

OwnActions::Events OwnActions::withParent(const Ticket &ticket, TicketEvent event) const
{
    const auto *joined = std::get_if<Joined>(&event.content);
    const TicketId id = joined ? joined->parent : std::get<Separated>(event.content).parent;
    const auto parent = _onTop.ticket(id);
    if (!parent || !*parent) {
        return parent ? failure(FailureKind::Unreachable, notHere()) : std::unexpected(parent.error());
    }
    const TicketContent content =
        joined ? TicketContent(DuplicateAdded { ticket.id }) : TicketContent(DuplicateRemoved { ticket.id });
    TicketEvent onParent = eventOn(id, (*parent)->version, content);
    const auto allowed = joined ? checkJoin(ticket, **parent) : check(**parent, onParent, _cache.rules());
    return allowed.transform([&] { return std::vector { std::move(event), std::move(onParent) }; });
}

/// The same answer that the backend would give, before anything waits for it.
std::expected<void, Failure> OwnActions::mayDo(const TicketEvent &event, const Ticket &ticket) const
{
    return _account ? mayPropose(*_account, event, ticket) : std::expected<void, Failure>();
}

std::expected<void, Failure> OwnActions::act(const TicketId &id, Version decidedOn, const TicketContent &content)
{
    const auto ticket = _onTop.ticket(id);
    if (!ticket || !*ticket) {
        return failure(FailureKind::Unreachable, notHere());
    }
    TicketEvent event = eventOn(id, decidedOn, content);
    return mayDo(event, **ticket)
        .and_then([&] { return check(**ticket, event, _cache.rules()); })
        .and_then([&] { return withKin(**ticket, std::move(event)); })
        .and_then([&](const std::vector<TicketEvent> &events) { return propose(events, (*ticket)->number); });
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
    return mayDo(event, Ticket {})
        .and_then([&] { return check(Ticket {}, event, _cache.rules()); })
        .and_then([&] { return propose({ event }, numbered.number); })
        .transform([&] { return Made { event.id, numbered.number }; });
}

std::expected<TicketEvent, Failure> OwnActions::refusedAction(const EventId &refused) const
{
    for (const RefusedProposal &each : _onTop.refused()) {
        const auto event = eventOf(each.proposal.records.front());
        const auto *own = event ? std::get_if<TicketEvent>(&*event) : nullptr;
        if (own && own->id == refused) {
            return *own;
        }
    }
    return failure(
        FailureKind::NotFound, QCoreApplication::translate("huying::Desk", "The refused action is no longer there."));
}

std::expected<void, Failure> OwnActions::again(const EventId &refused)
{
    return refusedAction(refused).and_then([&](const TicketEvent &own) {
        return _onTop.ticket(own.ticket).and_then([&](const std::optional<Ticket> &ticket) {
            return actInstead(refused, own.ticket, ticket ? ticket->version : 0, own.content);
        });
    });
}

/// In this order: whoever is cut off in between has both, and sees it.
std::expected<void, Failure> OwnActions::actInstead(
    const EventId &refused, const TicketId &ticket, Version decidedOn, const TicketContent &content)
{
    return refusedAction(refused)
        .and_then([&](const TicketEvent &) { return act(ticket, decidedOn, content); })
        .and_then([&] { return _outbox.drop(refused); });
}

} // namespace huying
