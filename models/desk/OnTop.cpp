#include "OnTop.h"

#include <algorithm>

namespace huying
{

std::vector<WaitingPicture> picturesIn(const Proposal &proposal)
{
    std::vector<WaitingPicture> named;
    for (const Record &record : proposal.records) {
        const auto event = eventOf(record);
        const auto *const own = event ? std::get_if<TicketEvent>(&*event) : nullptr;
        for (const Attachment &picture : own ? attachmentsOf(own->content) : std::span<const Attachment>()) {
            named.push_back({ .ticket = own->ticket, .attachment = picture });
        }
    }
    return named;
}

OnTop::OnTop(Cache &cache, OutboxFile &outbox) : _cache(cache), _outbox(outbox) {}

/// The event of a ticket in `record`, if there is one, kept in `read`; not read again where it was there before.
const TicketEvent *OnTop::eventIn(const Record &record, std::unordered_map<EventId, Read> &read)
{
    if (const auto before = _read.find(record.id); before != _read.end() && before->second.record == record) {
        return &read.emplace(record.id, std::move(before->second)).first->second.event;
    }
    const auto event = eventOf(record);
    const auto *const ofTicket = event ? std::get_if<TicketEvent>(&*event) : nullptr;
    return ofTicket ? &read.emplace(record.id, Read { record, *ofTicket }).first->second.event : nullptr;
}

std::expected<std::unordered_set<TicketId>, Failure> OnTop::read()
{
    if (_edition == _outbox.edition()) {
        return {};
    }
    const auto proposals = _outbox.onTop();
    auto refused = _outbox.refused();
    if (!proposals || !refused) {
        return std::unexpected(proposals ? refused.error() : proposals.error());
    }
    _refused = std::move(*refused);
    std::unordered_map<TicketId, std::vector<TicketEvent>> events;
    std::unordered_map<EventId, Read> read;
    for (const Proposal &proposal : *proposals) {
        for (const Record &record : proposal.records) {
            if (const TicketEvent *const ofTicket = eventIn(record, read)) {
                events[ofTicket->ticket].push_back(*ofTicket);
            }
        }
    }
    std::unordered_set<TicketId> changed;
    for (const auto *side : { &events, &_events }) {
        const auto &other = side == &events ? _events : events;
        for (const auto &[id, list] : *side) {
            const auto there = other.find(id);
            if (there == other.end() || there->second != list) {
                changed.insert(id);
            }
        }
    }
    _events = std::move(events);
    _read = std::move(read);
    _proposals = int(proposals->size());
    _edition = _outbox.edition();
    return changed;
}

std::expected<std::optional<Ticket>, Failure> OnTop::ticket(const TicketId &id) const
{
    auto confirmed = _cache.ticket(id);
    const auto own = _events.find(id);
    if (!confirmed || own == _events.end()) {
        return confirmed;
    }
    const bool beginsHere = std::holds_alternative<Reported>(own->second.front().content);
    if (!*confirmed && !beginsHere) {
        return confirmed;
    }
    Ticket ticket = confirmed->value_or(Ticket {});
    for (const TicketEvent &event : own->second) {
        const bool isThere = std::ranges::contains(ticket.trail, event.id, &TicketEvent::id);
        if (!isThere) {
            static_cast<void>(apply(ticket, event, _cache.rules()));
        }
    }
    return ticket.version > 0 ? std::optional(std::move(ticket)) : std::nullopt;
}

std::expected<std::optional<TicketRow>, Failure> OnTop::row(const TicketId &id) const
{
    if (!_events.contains(id)) {
        return _cache.row(id);
    }
    return ticket(id).and_then(
        [&](const std::optional<Ticket> &found) -> std::expected<std::optional<TicketRow>, Failure> {
            return found ? std::optional(rowOf(*found, _cache.rules())) : _cache.row(id);
        });
}

std::vector<EventId> OnTop::waitingOn(const TicketId &id) const
{
    std::vector<EventId> waiting;
    if (const auto own = _events.find(id); own != _events.end()) {
        std::ranges::transform(own->second, std::back_inserter(waiting), &TicketEvent::id);
    }
    return waiting;
}

bool OnTop::names(const WaitingPicture &picture) const
{
    const std::string &sha256 = picture.attachment.sha256;
    const auto own = _events.find(picture.ticket);
    const bool isWaitedFor = own != _events.end() && std::ranges::any_of(own->second, [&](const TicketEvent &event) {
        return std::ranges::contains(attachmentsOf(event.content), sha256, &Attachment::sha256);
    });
    return isWaitedFor || std::ranges::any_of(_refused, [&](const RefusedProposal &each) {
        return std::ranges::any_of(picturesIn(each.proposal), [&](const WaitingPicture &named) {
            return named.ticket == picture.ticket && named.attachment.sha256 == sha256;
        });
    });
}

} // namespace huying
