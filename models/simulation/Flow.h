#pragma once

#include "Course.h"
#include "Intake.h"

#include <rules/Workflow.h>

#include <deque>
#include <functional>
#include <queue>
#include <unordered_map>

namespace huying
{

/// Receives what has happened, in the order of time: the event and the ticket after it. A failure ends the flow.
using TakeEvent = std::function<std::expected<void, Failure>(const TicketEvent &event, const Ticket &after)>;

/// Tickets on their course: what is due next happens first, whoever it happens to. Every event passes the rules. Only
/// tickets to which something can still happen are kept.
class Flow
{
public:
    Flow(const Stage &stage, RuleBook rules, std::uint64_t seed, const Half &troubled);

    /// Moves after `end` never happen, and are forgotten.
    void stopAt(Instant end) { _end = end; }

    /// Has a report of `draft` arrive at `at`. `serial` names it among all of this flow.
    void expect(Instant at, const Draft &draft, std::uint64_t serial);
    /// The same, with a draft made up for the day of `at`.
    Draft drafted(Day day, Random &random) { return _intake.drafted(day, random); }

    /// Takes up an open ticket; what should have happened to it before `now` happens then.
    void adopt(const Ticket &ticket, Instant now);
    /// Somebody outside did something to a ticket: it goes on from there.
    void heard(const TicketEvent &event, Instant now);
    /// Nothing happens to `ticket` any more.
    void forget(const TicketId &ticket);
    bool keeps(const TicketId &ticket) const { return _slotOf.contains(ticket); }

    /// Told of each ticket to which nothing can happen any more.
    void whenEnded(std::function<void(const Ticket &)> tell) { _tellEnded = std::move(tell); }
    /// Lets go of all tickets, which have then ended.
    void end();

    std::optional<Instant> nextAt();
    /// Lets what is due next happen. Ids bear `stamp` as their time, or the moment itself. A report gets its number of
    /// `numbers`, for the day of its id.
    std::expected<void, Failure> happen(std::optional<Instant> stamp, Numbers &numbers, const TakeEvent &take);

    /// A notice has become known at `now`: from now on the days are those of `calendar`, provisional deadlines are set
    /// anew, and whoever has one looks at what to do next.
    void learn(Calendar calendar, Instant now);

private:
    struct Slot {
        Ticket ticket;
        std::optional<Move> move;
        std::optional<Draft> draft;
        std::uint64_t serial = 0;
        std::optional<TicketId> kin; ///< it may be a repeat of this one
        std::uint32_t generation = 0;
    };
    struct Due {
        Instant at;
        std::uint64_t order;
        std::uint32_t slot;
        std::uint32_t generation;
        bool operator>(const Due &other) const { return std::tie(at, order) > std::tie(other.at, other.order); }
    };

    std::uint32_t newSlot();
    void release(std::uint32_t slot);
    void schedule(std::uint32_t slot, Instant at);
    void plan(std::uint32_t slot, Instant notBefore);
    const Ticket *find(const std::optional<TicketId> &id) const;
    const Ticket *kinOf(const Slot &slot) const;
    const Ticket *repeated(Instant at, Random &random) const;
    std::expected<void, Failure> report(
        std::uint32_t slot, Instant at, std::optional<Instant> stamp, Numbers &numbers, const TakeEvent &take);
    std::expected<void, Failure> write(Slot &slot, Instant at, const Author &author, TicketContent content,
        std::optional<Instant> stamp, const TakeEvent &take);
    std::expected<void, Failure> tellKin(const TicketEvent &event, std::optional<Instant> stamp, const TakeEvent &take);
    void planChildren(const Ticket &parent, Instant notBefore);

    const Stage &_stage;
    RuleBook _rules;
    std::uint64_t _seed;
    Intake _intake;
    Course _course;
    std::function<void(const Ticket &)> _tellEnded;
    Instant _end = Instant::max();
    std::deque<Slot> _slots;
    std::vector<std::uint32_t> _free;
    std::unordered_map<TicketId, std::uint32_t> _slotOf;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> _due;
    std::uint64_t _order = 0;
    std::vector<TicketId> _recent; ///< a ring of the latest reports, for repeats
    std::size_t _nextRecent = 0;
};

/// The salt of the personal part of `event`, from `seed` and the event's id.
std::array<std::uint8_t, 16> saltOf(std::uint64_t seed, const EventId &event);

} // namespace huying
