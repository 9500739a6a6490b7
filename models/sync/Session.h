#pragma once

#include "Feed.h"

#include <chrono>
#include <cstdint>
#include <expected>
#include <span>
#include <variant>

namespace huying
{

/// Where changes of the backend's log are kept. Storing a page and its position is one step:
/// after a crash either both are there or neither is.
class Journal
{
public:
    virtual ~Journal() = default;
    virtual std::expected<Position, Failure> position() const = 0;
    /// The tickets of `page` whose earlier events are not here and have to come with the page.
    virtual std::expected<std::vector<TicketId>, Failure> missingFor(const Page &page) const = 0;
    /// `trails`: whole trails of the missing tickets, without those that are out of sight by now. Entries at or below
    /// the position are the same again and are passed over.
    virtual std::expected<void, Failure> store(const Page &page, std::span<const Entry> trails) = 0;
};

/// Own actions on their way. They survive restarts and any loss of the journal.
class Outbox
{
public:
    virtual ~Outbox() = default;
    /// The oldest proposals that nobody has answered yet, at most `limit`.
    virtual std::expected<std::vector<Proposal>, Failure> unanswered(int limit) const = 0;
    /// Takes accepted ones out once the journal has them, and keeps refused ones with the reason.
    virtual std::expected<void, Failure> answered(
        std::span<const Proposal> proposals, std::span<const Outcome> outcomes) = 0;
};

/// What the session wants done next; whoever holds the line does it and reports back.
struct AskGreeting {
    bool operator==(const AskGreeting &) const = default;
};
struct AskPage {
    Position after = 0;
    bool operator==(const AskPage &) const = default;
};
struct AskTrails {
    std::vector<TicketId> tickets;
    bool operator==(const AskTrails &) const = default;
};
struct OpenLive {
    Position after = 0;
    bool operator==(const OpenLive &) const = default;
};
struct Propose {
    std::vector<Proposal> proposals;
    bool operator==(const Propose &) const = default;
};
struct Hangup {
    bool operator==(const Hangup &) const = default;
};
struct RetryAt {
    Instant at;
    bool operator==(const RetryAt &) const = default;
};
using Wish = std::variant<AskGreeting, AskPage, AskTrails, OpenLive, Propose, Hangup, RetryAt>;

enum class Line : std::uint8_t { Away, CatchingUp, Live };

struct SessionState {
    Line line = Line::Away;
    Position position = 0;
    Position head = 0;
    std::optional<Instant> asOf; ///< the backend's time at which we last knew all there was
    std::chrono::milliseconds clockError {}; ///< this clock minus the backend's
    std::optional<Failure> trouble; ///< why the line is away, or why the journal could not be written

    bool operator==(const SessionState &) const = default;
};

struct SessionSettings {
    std::chrono::milliseconds firstRetry { 500 };
    std::chrono::milliseconds longestRetry { 30'000 };
    int proposalsAtOnce = 64;
    std::optional<std::string> audience; ///< for whom the journal is; answers for others are not stored in it
    std::optional<Instant> asOf; ///< of what the journal holds at the beginning
    std::chrono::milliseconds clockError {}; ///< until the first greeting
};

/// The rounds between a feed and a journal: greeting, catching up, live; and between outbox and ledger. It does no
/// input or output and never asks the clock, so that it runs the same under real and under simulated time. One thread.
class Session
{
public:
    /// `seed` is for the jitter of the waits, so that two hundred desks do not come back at once.
    Session(Journal &journal, Outbox &outbox, std::uint64_t seed, SessionSettings settings = {});

    std::vector<Wish> start(Instant now);
    std::vector<Wish> greeted(const Greeting &greeting, Instant asked, Instant now);
    std::vector<Wish> pageArrived(const Page &page, Instant now);
    std::vector<Wish> trailsArrived(std::span<const Entry> trails, Instant now);
    /// Entries pushed by the live feed, and the pulse that tells nothing was missed.
    std::vector<Wish> liveArrived(const Page &page, Instant backendNow, Instant now);
    std::vector<Wish> answersArrived(std::span<const Outcome> outcomes, Instant now);
    std::vector<Wish> lost(Failure why, Instant now);
    /// The moment of a RetryAt has come.
    std::vector<Wish> retryDue(Instant now);
    /// Something was put into the outbox.
    std::vector<Wish> outboxGrew(Instant now);

    const SessionState &state() const { return _state; }

private:
    std::vector<Wish> take(const Page &page, Instant now);
    std::vector<Wish> store(std::span<const Entry> trails, Instant now);
    std::vector<Wish> next(Instant now);
    std::vector<Wish> send();
    std::vector<Wish> troubled(Failure why, Instant now);
    std::optional<Failure> forOthers(const std::string &audience) const;
    std::optional<Failure> forOthers(const Page &page) const;
    std::chrono::milliseconds wait();

    Journal &_journal;
    Outbox &_outbox;
    SessionSettings _settings;
    std::uint64_t _random;
    SessionState _state;
    int _failures = 0;
    bool _isLiveOpen = false;
    bool _isWaiting = false;
    std::optional<Page> _held; ///< waits for the trails of its tickets
    std::vector<Page> _behind; ///< live pages that came while one was held
    std::vector<Proposal> _sent; ///< on their way, not answered
};

} // namespace huying
