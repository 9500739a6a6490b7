#pragma once

#include "OnTop.h"

#include <accounts/Rights.h>

#include <functional>
#include <optional>

namespace huying
{

/// What is done at this desk: events of its author on the tickets as they stand here, checked by the rules and kept in
/// the outbox. Every failure means that nothing was done.
class OwnActions
{
public:
    /// Sees to it that the pictures that an event names wait to be sent, before the event does.
    using KeepPictures = std::function<std::expected<void, Failure>(const TicketId &, std::span<const Attachment>)>;

    /// `now` is the corrected clock; `account` is who is signed in, nobody where the backend serves all.
    OwnActions(Author author, std::optional<Account> account, Cache &cache, OnTop &onTop, OutboxFile &outbox,
        std::function<Instant()> now, KeepPictures keepPictures = {});

    /// Unreachable when the ticket's events are not all here; Refused by the rules, or because it is not for this
    /// account.
    std::expected<void, Failure> act(const TicketId &ticket, Version decidedOn, const TicketContent &content);
    std::expected<void, Failure> undo(const TicketId &ticket, const EventId &event);

    struct Made {
        TicketId ticket;
        std::string number;
    };
    /// A new ticket; its number is made here.
    std::expected<Made, Failure> report(const Reported &reported);

    /// Does a refused action again, on the ticket as it is now, and lets go of the refused one. NotFound when it is no
    /// longer there.
    std::expected<void, Failure> again(const EventId &refused);
    /// act(), in place of a refused action, which is let go of. NotFound when it is no longer there.
    std::expected<void, Failure> actInstead(
        const EventId &refused, const TicketId &ticket, Version decidedOn, const TicketContent &content);

private:
    std::expected<TicketEvent, Failure> refusedAction(const EventId &event) const;
    TicketEvent eventOn(const TicketId &ticket, Version decidedOn, TicketContent content) const;
    std::expected<void, Failure> propose(const std::vector<TicketEvent> &events, std::string_view number);
    using Events = std::expected<std::vector<TicketEvent>, Failure>;
    Events withKin(const Ticket &ticket, TicketEvent event) const;
    bool isOpenHere(const TicketId &ticket) const;
    Events withChildren(const Ticket &ticket, TicketEvent event) const;
    Events withParent(const Ticket &ticket, TicketEvent event) const;

    std::expected<void, Failure> mayDo(const TicketEvent &event, const Ticket &ticket) const;

    Author _author;
    std::optional<Account> _account;
    Cache &_cache;
    OnTop &_onTop;
    OutboxFile &_outbox;
    std::function<Instant()> _now;
    KeepPictures _keepPictures;
};

} // namespace huying
