#include "Session.h"

#include "WorkstationClock.h"

#include <algorithm>
#include <iterator>

namespace huying
{

namespace
{

/// xorshift64*: enough for jitter, the same everywhere.
std::uint64_t drawn(std::uint64_t &state)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return state * 0x2545F4914F6CDD1DULL;
}

void add(std::vector<Wish> &wishes, std::vector<Wish> more)
{
    std::ranges::move(more, std::back_inserter(wishes));
}

} // namespace

Session::Session(Journal &journal, Outbox &outbox, std::uint64_t seed, SessionSettings settings)
    : _journal(journal), _outbox(outbox), _settings(std::move(settings)), _random(seed | 1)
{
    _state.asOf = _settings.asOf;
    _state.clockError = _settings.clockError;
}

std::vector<Wish> Session::start(Instant now)
{
    const auto position = _journal.position();
    if (!position) {
        return troubled(position.error(), now);
    }
    _state.position = *position;
    return { AskGreeting {} };
}

std::vector<Wish> Session::greeted(const Greeting &greeting, Instant asked, Instant now)
{
    _state.clockError = now - (greeting.now + (now - asked) / 2);
    _state.head = greeting.head;
    _state.trouble.reset();
    if (greeting.head < _state.position) {
        return troubled({ FailureKind::Damaged,
                            QStringLiteral("the ledger ends at %1, before what is known here (%2)")
                                .arg(greeting.head)
                                .arg(_state.position) },
            now);
    }
    if (auto others = forOthers(greeting.audience)) {
        return troubled(std::move(*others), now);
    }
    _state.line = Line::CatchingUp;
    std::vector<Wish> wishes = send();
    add(wishes, next(now));
    return wishes;
}

/// Where the backend answers for other eyes now than the journal was made for.
std::optional<Failure> Session::forOthers(const std::string &audience) const
{
    if (!_settings.audience || audience == *_settings.audience) {
        return std::nullopt;
    }
    return Failure { FailureKind::Damaged,
        QStringLiteral("what is known here is for others (%1) than the backend serves now (%2)")
            .arg(QString::fromStdString(*_settings.audience), QString::fromStdString(audience)) };
}

/// Somebody's role may have become another since the greeting.
std::optional<Failure> Session::forOthers(const Page &page) const
{
    return page.audience.empty() ? std::nullopt : forOthers(page.audience);
}

std::vector<Wish> Session::next(Instant now)
{
    if (_state.line == Line::Away || _held) {
        return {};
    }
    if (_state.position < _state.head) {
        return { AskPage { _state.position } };
    }
    _state.line = Line::Live;
    const Instant here = now - _state.clockError;
    const Instant known = _state.asOf.value_or(here);
    // it goes back only where the backend's clock has
    _state.asOf = known - here < clockErrorTold ? std::max(known, here) : here;
    _failures = 0;
    if (_isLiveOpen) {
        return {};
    }
    _isLiveOpen = true;
    return { OpenLive { _state.position } };
}

std::vector<Wish> Session::pageArrived(const Page &page, Instant now)
{
    if (_state.line == Line::Away) {
        return {};
    }
    if (auto others = forOthers(page)) {
        return troubled(std::move(*others), now);
    }
    _state.head = std::max(_state.head, page.head);
    return take(page, now);
}

std::vector<Wish> Session::liveArrived(const Page &page, Instant backendNow, Instant now)
{
    if (!_isLiveOpen) {
        return {};
    }
    if (auto others = forOthers(page)) {
        return troubled(std::move(*others), now);
    }
    _state.head = std::max(_state.head, page.head);
    const Position known = _held ? _held->last() : _state.position;
    if (page.isEmpty()) {
        if (page.head <= known) {
            _state.asOf = backendNow;
            return {};
        }
        return next(now);
    }
    if (_behind.empty() && page.first() > known + 1) {
        return next(now);
    }
    std::vector<Wish> wishes = take(page, now);
    if (_state.position >= _state.head) {
        _state.asOf = backendNow;
    }
    return wishes;
}

std::vector<Wish> Session::take(const Page &page, Instant now)
{
    if (_held) {
        _behind.push_back(page);
        return {};
    }
    if (page.isEmpty() || page.last() <= _state.position) {
        return next(now);
    }
    const auto missing = _journal.missingFor(page);
    if (!missing) {
        return troubled(missing.error(), now);
    }
    _held = page;
    if (!missing->empty()) {
        return { AskTrails { *missing } };
    }
    return store({}, now);
}

std::vector<Wish> Session::trailsArrived(std::span<const Entry> trails, Instant now)
{
    return _held ? store(trails, now) : std::vector<Wish> {};
}

std::vector<Wish> Session::store(std::span<const Entry> trails, Instant now)
{
    const Page page = std::move(*_held);
    _held.reset();
    if (const auto stored = _journal.store(page, trails); !stored) {
        return troubled(stored.error(), now);
    }
    _state.position = page.last();
    std::vector<Wish> wishes;
    while (!_behind.empty() && !_held && _state.line != Line::Away) {
        const Page waiting = std::move(_behind.front());
        _behind.erase(_behind.begin());
        if (!waiting.isEmpty() && waiting.first() <= _state.position + 1) {
            add(wishes, take(waiting, now));
        }
    }
    if (wishes.empty()) {
        add(wishes, next(now));
    }
    return wishes;
}

std::vector<Wish> Session::send()
{
    if (!_sent.empty() || _state.line == Line::Away) {
        return {};
    }
    auto waiting = _outbox.unanswered(_settings.proposalsAtOnce);
    if (!waiting) {
        _state.trouble = waiting.error();
        return {};
    }
    if (waiting->empty()) {
        return {};
    }
    _sent = *waiting;
    return { Propose { std::move(*waiting) } };
}

std::vector<Wish> Session::answersArrived(std::span<const Outcome> outcomes, Instant now)
{
    if (outcomes.size() != _sent.size()) {
        return troubled(
            { FailureKind::Invalid,
                QStringLiteral("the backend answered %1 of %2 proposals").arg(outcomes.size()).arg(_sent.size()) },
            now);
    }
    const auto kept = _outbox.answered(_sent, outcomes);
    _sent.clear();
    return kept ? send() : troubled(kept.error(), now);
}

std::vector<Wish> Session::outboxGrew(Instant)
{
    return send();
}

std::vector<Wish> Session::troubled(Failure why, Instant now)
{
    std::vector<Wish> wishes { Hangup {} };
    add(wishes, lost(std::move(why), now));
    return wishes;
}

std::vector<Wish> Session::lost(Failure why, Instant now)
{
    _state.line = Line::Away;
    _state.trouble = std::move(why);
    _isLiveOpen = false;
    _held.reset();
    _behind.clear();
    _sent.clear();
    if (_isWaiting) {
        return {};
    }
    _isWaiting = true;
    return { RetryAt { now + wait() } };
}

std::vector<Wish> Session::retryDue(Instant now)
{
    if (!_isWaiting) {
        return {};
    }
    _isWaiting = false;
    return start(now);
}

/// Doubles from the first retry up to the longest, then takes between half and the whole of it.
std::chrono::milliseconds Session::wait()
{
    const auto longest = _settings.firstRetry * (1LL << std::min(_failures, 16));
    ++_failures;
    const auto bounded = std::min<std::chrono::milliseconds>(longest, _settings.longestRetry);
    const auto half = bounded / 2;
    return half + half * static_cast<std::int64_t>(drawn(_random) % 1024) / 1024;
}

} // namespace huying
