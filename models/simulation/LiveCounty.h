#pragma once

#include "Flow.h"

#include <unordered_set>

namespace huying
{

/// From what a live county goes on.
struct LiveStart {
    std::uint64_t seed = 1;
    Instant from; ///< where its own time begins: the end of the log it continues
    std::vector<Ticket> open; ///< the open tickets of that log
    int lastSerial = 0; ///< its ticket numbers go on after this one
    double ticketsPerMinute = 6;
    std::vector<GeoPoint> border = {}; ///< as in simulatedCounty
};

/// A county that goes on producing: reports arrive evenly, as many a minute as asked for, and all that follows on them
/// at the same pace. Its own time runs through the hall's days only, so that there is no dead night; what it offers
/// bears the caller's time. The same seed and start offer the same events in the same order, only their times differ.
class LiveCounty
{
public:
    /// Desks of its own, `21` and on, so that its numbers are never those of a desk at which somebody sits.
    static constexpr int firstDesk = 20;
    LiveCounty(LiveStart start, const Calendar &calendar);

    /// How long to wait from the last offer to the next.
    std::chrono::milliseconds wait();
    /// What happens next, dated `now`: one event, or those of several tickets that stand or fall together. Empty where
    /// nothing came of it that the rules allow; ask again. Times of one ticket must not run backwards.
    std::vector<TicketEvent> next(Instant now);

    /// Others have done something, or the ledger has confirmed what was offered: the county goes on from there.
    void heard(const TicketEvent &event);
    /// What was offered has been refused: the county lets go of the ticket.
    void refused(const TicketId &ticket);

private:
    void expectReport(Instant after);
    std::optional<TicketEvent> real(const TicketEvent &event, Instant now);
    std::chrono::milliseconds openTime(Instant from, Instant to) const;

    LiveStart _start;
    RuleBook _rules;
    Stage _stage;
    Flow _flow;
    Numbers _numbers;
    Instant _time; ///< its own
    Instant _lastOffer;
    std::uint64_t _reports = 0;
    std::unordered_set<EventId> _offered; ///< and not yet heard of
    std::unordered_map<TicketId, Ticket> _real; ///< the tickets as the log has them
};

} // namespace huying
