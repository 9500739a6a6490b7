#pragma once

#include <sync/Session.h>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <random>

namespace huying::testing
{

/// A ledger in memory: gives positions, takes the same id once, refuses what says so.
class FakeLedger
{
public:
    Page after(Position position, std::size_t limit) const;
    std::vector<Outcome> append(const std::vector<Proposal> &proposals);
    const std::vector<Entry> &entries() const { return _entries; }

private:
    std::vector<Entry> _entries;
    std::map<EventId, Position> _known;
};

class FakeJournal : public Journal
{
public:
    std::expected<Position, Failure> position() const override;
    std::expected<std::vector<TicketId>, Failure> missingFor(const Page &page) const override;
    std::expected<void, Failure> store(const Page &page, std::span<const Entry> trails) override;

    std::vector<Entry> entries;
    bool isFull = false;
};

class FakeOutbox : public Outbox
{
public:
    std::expected<std::vector<Proposal>, Failure> unanswered(int limit) const override;
    std::expected<void, Failure> answered(
        std::span<const Proposal> proposals, std::span<const Outcome> outcomes) override;

    std::deque<Proposal> waiting;
    std::vector<EventId> accepted;
    std::vector<EventId> refused;
};

/// A record with an id that is `number`; one whose kind is `refused` is refused by the ledger.
Proposal proposal(int number, const std::string &kind = "noted");

/// Desks, a ledger and a network under virtual time: one seed decides everything, so a failing one can be run again
/// alone.
class World
{
public:
    World(std::uint64_t seed, int desks);
    ~World();

    /// Lives for `span` with faults, desks acting now and then.
    void live(std::chrono::milliseconds span);
    /// No more faults and no more actions; until everybody is quiet or `span` is over.
    void settle(std::chrono::milliseconds span);
    /// What is wrong now, in words; empty when every desk has the ledger, and every action is in it exactly once or
    /// refused.
    std::string wrong() const;

    int proposed() const { return _proposed; }

private:
    struct Desk;
    struct Happening {
        Instant at;
        std::uint64_t order;
        std::function<void()> happens;
    };

    void later(std::chrono::milliseconds after, std::function<void()> happens);
    void runUntil(Instant end);
    void carryOut(Desk &desk, const std::vector<Wish> &wishes);
    void carryOut(Desk &desk, const Wish &wish);
    void answer(Desk &desk, const std::function<std::vector<Wish>()> &arrives);
    void cut(Desk &desk);
    void act(Desk &desk);
    void restart(Desk &desk);
    void push(Desk &desk);
    bool chance(int percent);
    std::chrono::milliseconds delay();

    std::mt19937_64 _random;
    Instant _now;
    std::uint64_t _order = 0;
    bool _isFaulty = true;
    int _proposed = 0;
    FakeLedger _ledger;
    std::vector<std::unique_ptr<Desk>> _desks;
    std::multimap<std::pair<Instant, std::uint64_t>, std::function<void()>> _agenda;
};

} // namespace huying::testing
