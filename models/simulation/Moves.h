#pragma once

#include "Course.h"

namespace huying
{

/// All that a move of one ticket is decided by. The functions below propose moves; `take` keeps the earliest.
class Moves
{
public:
    Moves(const Stage &stage, const Ticket &ticket, const Fate &fate, Random random)
        : _stage(stage), _ticket(ticket), _fate(fate), _random(random)
    {
    }

    /// By step; joined tickets have one of their own.
    void whileReported();
    void whileAccepted(const Ticket *kin);
    void whileAssigned();
    void whileHandled();
    void whileFollowedUp();
    void whileOnAccount();
    void whileClosed();
    void whileJoined(const Ticket *parent);

    std::optional<Move> earliest() && { return std::move(_earliest); }

private:
    // Branches of whileHandled.
    void answerFirst();
    void urge(Instant solved);
    void extend();
    void putOnAccount();
    void confer(Instant solved);
    void note(Instant solved);
    void answer(Instant solved);
    Instant solvedAt();

    bool isEmergency() const { return _ticket.deadlineClass == DeadlineClass::Emergency; }
    bool isHallMatter() const { return _ticket.deadlineClass == DeadlineClass::Consultation; }
    bool isClockRunning() const { return _ticket.deadline && !_ticket.milestoneMetAt; }
    template <class Content>
    int count() const;
    template <class Content>
    bool has() const
    {
        return count<Content>() > 0;
    }

    std::chrono::minutes any(int least, int most);
    /// When the unit has worked `least` to `most` minutes after `from`: round the clock in an emergency, into the
    /// evening for a question.
    Instant unitAfter(Instant from, int least, int most);
    Instant unitAfter(Instant from, std::chrono::minutes work) const;
    Instant hallAfter(Instant from, int least, int most);
    Author hall() const { return _stage.dispatcher(_fate.desk); }
    Author unit() const { return _stage.clerk(_ticket.lead, _fate.desk % 3 + 1); }
    Gaps gaps() const;
    std::string say(std::string_view occasion) { return _stage.phrases().say(occasion, _random, gaps()); }
    void take(Instant at, Author author, TicketContent content);
    /// Whether a move at `at` could be the earliest; the words of others need not be made.
    bool isSooner(Instant at) const { return !_earliest || at < _earliest->at; }

    const Stage &_stage;
    const Ticket &_ticket;
    const Fate &_fate;
    Random _random;
    std::optional<Move> _earliest;
};

template <class Content>
int Moves::count() const
{
    int times = 0;
    for (const TicketEvent &event : _ticket.trail) {
        times += std::holds_alternative<Content>(event.content);
    }
    return times;
}

} // namespace huying
