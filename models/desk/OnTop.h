#pragma once

#include <cache/Cache.h>
#include <cache/OutboxFile.h>
#include <pictures/OwnPictures.h>

#include <unordered_map>
#include <unordered_set>

namespace huying
{

/// The pictures that a proposal's events on tickets name.
std::vector<WaitingPicture> picturesIn(const Proposal &proposal);

/// Own actions on top of what the ledger has confirmed: they show at once, and are applied again whenever the ledger
/// moves.
class OnTop
{
public:
    OnTop(Cache &cache, OutboxFile &outbox);

    /// Reads the outbox anew; the tickets whose own actions are others now than before.
    std::expected<std::unordered_set<TicketId>, Failure> read();

    /// The ticket with own actions on top; one that the ledger would refuse is passed over here, the ledger says why.
    /// Nothing when its events are not all here.
    std::expected<std::optional<Ticket>, Failure> ticket(const TicketId &id) const;
    std::expected<std::optional<TicketRow>, Failure> row(const TicketId &id) const;

    /// Own events on `id` that the ledger has not been seen to hold.
    std::vector<EventId> waitingOn(const TicketId &id) const;
    int waiting() const { return _proposals; }
    /// Own proposals that the ledger refused, the oldest first.
    const std::vector<RefusedProposal> &refused() const { return _refused; }
    /// Whether an own action names the picture on its ticket: one that waits, or was refused and stands there still.
    bool names(const WaitingPicture &picture) const;

private:
    struct Read {
        Record record;
        TicketEvent event;
    };

    const TicketEvent *eventIn(const Record &record, std::unordered_map<EventId, Read> &read);

    Cache &_cache;
    OutboxFile &_outbox;
    std::unordered_map<TicketId, std::vector<TicketEvent>> _events;
    std::unordered_map<EventId, Read> _read; ///< what the events were read from
    std::vector<RefusedProposal> _refused;
    int _proposals = 0;
    std::uint64_t _edition = 0; ///< of the outbox, as it was read
};

} // namespace huying
