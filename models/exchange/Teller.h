#pragma once

#include "CatchUp.h"
#include "SourceSaid.h"

namespace huying
{

/// Tells a ticket's further story event by event, as CatchUp.h says; the first refusal ends it.
class Teller
{
public:
    Teller(const Ticket &ticket, const SourceTicket &row, const RowCodes &codes, const Mapping &mapping,
        const RuleBook &rules, const EventMaker &maker)
        : _ticket(ticket)
        , _row(row)
        , _codes(codes)
        , _mapping(mapping)
        , _rules(rules)
        , _maker(maker)
        , _said(saidSoFar(ticket, maker.author, mapping))
    {
    }

    std::expected<std::vector<TicketEvent>, Failure> story() &&
    {
        if (_ticket.version == 0) {
            report();
            takeSteps();
        } else {
            noteTexts();
            moveDeadline();
            takeSteps();
        }
        if (_refused) {
            return std::unexpected(std::move(*_refused));
        }
        return std::move(_events);
    }

private:
    TicketEvent eventOf(TicketContent content, Instant at) const
    {
        TicketEvent event;
        event.id = _maker.newId(at);
        event.ticket = _ticket.version == 0 ? event.id : _ticket.id;
        event.decidedOn = _ticket.version;
        event.author = _maker.author;
        event.at = at;
        event.content = std::move(content);
        return event;
    }

    void tell(TicketContent content, Instant at)
    {
        if (_refused) {
            return;
        }
        TicketEvent event = eventOf(std::move(content), at);
        if (auto allowed = apply(_ticket, event, _rules); !allowed) {
            _refused = std::move(allowed).error();
            return;
        }
        _events.push_back(std::move(event));
    }

    bool mayTell(TicketContent content, Instant at) const
    {
        return !_refused && check(_ticket, eventOf(std::move(content), at), _rules).has_value();
    }

    /// A note on a field, unless the source has said this before: in its last note, else in its events.
    void noteChange(TicketField field, bool isAsInEvents, std::string_view now)
    {
        const auto &last = _said.notes[static_cast<std::size_t>(field)];
        if (last ? *last != noted(now) : !isAsInEvents) {
            tell(Noted { noteOn(_mapping, field, now) }, undated());
        }
    }

    /// The moment of what the source does not date: see the header.
    Instant undated() const
    {
        const Instant at = _row.updated.value_or(_ticket.changedAt);
        return std::max(_row.closed ? std::min(at, *_row.closed) : at, _row.opened);
    }

    void report();
    void noteTexts();
    void moveDeadline();
    void takeSteps();
    void classify();
    void assign();
    void makeVoid();
    void open();
    void close();
    void answer();
    void reopen();

    Ticket _ticket;
    const SourceTicket &_row;
    const RowCodes &_codes;
    const Mapping &_mapping;
    const RuleBook &_rules;
    const EventMaker &_maker;
    const SourceSaid _said;
    std::vector<TicketEvent> _events;
    std::optional<Failure> _refused;
};

} // namespace huying
