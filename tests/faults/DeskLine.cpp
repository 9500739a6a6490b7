// What goes between a desk of the world and the backend, and comes to grief on its way.
#include "WorldDesk.h"

#include <client/Replies.h>
#include <sync/Wire.h>

#include <algorithm>

namespace huying::testing
{

using std::chrono::milliseconds;

namespace
{

// As in models/client/BackendLine.h.
constexpr milliseconds answerTime { 15'000 };
constexpr milliseconds silence { 10'000 };

const Failure broken { FailureKind::Unreachable, QStringLiteral("the connection broke") };

} // namespace

void WorldDesk::run(const std::function<std::vector<Wish>(Session &)> &work)
{
    if (!_session) {
        return;
    }
    const auto wishes = work(*_session);
    if (_disk.isDead()) {
        return lookWhetherAlive();
    }
    carryOut(wishes);
    whileLiving(milliseconds { 0 }, [this] { heedDamage(); });
}

void WorldDesk::carryOut(const std::vector<Wish> &wishes)
{
    for (const Wish &wish : wishes) {
        carryOut(wish);
    }
}

void WorldDesk::carryOut(const Wish &wish)
{
    if (std::holds_alternative<Hangup>(wish)) {
        ++_round;
        _isListening = false;
        _backend.leave(_number);
    } else if (const auto *retry = std::get_if<RetryAt>(&wish)) {
        whileLiving(std::max(retry->at - wall(), milliseconds { 1 }),
            [this] { run([this](Session &session) { return session.retryDue(wall()); }); });
    } else if (const auto *live = std::get_if<OpenLive>(&wish)) {
        openLive(live->after);
    } else {
        if (std::holds_alternative<AskGreeting>(wish)) {
            ++_round;
        }
        ask(wish);
    }
}

/// A request travels, is answered, and the answer travels back; each may come to grief on its way.
void WorldDesk::ask(const Wish &wish)
{
    const auto inThisRound = [this, round = _round](milliseconds after, const auto &happens) {
        whileLiving(after, [this, round, happens] {
            if (round == _round) {
                happens();
            }
        });
    };
    const auto breaks = [this, inThisRound](milliseconds after) { inThisRound(after, [this] { lineLost(broken); }); };
    if (!isCableIn() || _world.chance(_world.weather.lost)) {
        return breaks(isCableIn() ? answerTime : milliseconds { 20 });
    }
    const Instant asked = wall();
    const bool comesTwice = _world.chance(_world.weather.doubled);
    // What is on its way arrives, whatever becomes of the desk meanwhile.
    _world.agenda.later(_world.delay(), [this, wish, inThisRound, breaks, asked, comesTwice] {
        if (!_backend.isUp()) {
            return breaks(milliseconds { 5 });
        }
        if (_world.chance(_world.weather.refusing)) {
            return breaks(_world.delay());
        }
        auto text = _backend.answer(wish, _account);
        if (comesTwice && text) {
            text = _backend.answer(wish, _account);
        }
        if (!text || _world.chance(_world.weather.cut)) {
            return breaks(_world.delay());
        }
        if (_world.chance(_world.weather.lost)) {
            return breaks(answerTime);
        }
        inThisRound(_world.delay(),
            [this, wish, text = *text, asked] { isCableIn() ? arrived(wish, text, asked) : lineLost(broken); });
    });
}

void WorldDesk::arrived(const Wish &wish, const std::expected<std::string, Failure> &text, Instant asked)
{
    const auto read = [&](const auto &parse, const auto &tell) {
        const auto parsed = text.and_then([&](const std::string &body) { return parse(body); });
        if (!parsed) {
            return lineLost(parsed.error());
        }
        run([&](Session &session) { return tell(session, *parsed); });
        if (_session && !std::holds_alternative<AskGreeting>(wish)) {
            settle();
        }
    };
    if (std::holds_alternative<AskGreeting>(wish)) {
        read(greetingFrom,
            [&](Session &session, const Greeting &greeting) { return session.greeted(greeting, asked, wall()); });
    } else if (std::holds_alternative<AskPage>(wish)) {
        read(pageFrom, [&](Session &session, const TimedPage &page) { return session.pageArrived(page.page, wall()); });
    } else if (std::holds_alternative<AskTrails>(wish)) {
        read(entriesFrom,
            [&](Session &session, const std::vector<Entry> &trails) { return session.trailsArrived(trails, wall()); });
    } else {
        read(outcomesFrom, [&](Session &session, const std::vector<Outcome> &outcomes) {
            return session.answersArrived(outcomes, wall());
        });
    }
}

void WorldDesk::openLive(Position after)
{
    _isListening = true;
    _silentAt = _world.agenda.now() + silence;
    watchSilence();
    const auto deliver = [this, round = _round, life = _life](const std::string &text) {
        if (life == _life && round == _round && _isListening && isCableIn()) {
            frameArrived(text);
        }
    };
    const auto frame = [this, deliver](const std::string &text) {
        if (_world.chance(_world.weather.lost)) {
            return;
        }
        const int times = _world.chance(_world.weather.doubled) ? 2 : 1;
        for (int i = 0; i < times; ++i) {
            _world.agenda.later(_world.delay(), [deliver, text] { deliver(text); });
        }
    };
    const auto begin = [this, after, frame, round = _round] {
        if (round == _round && _backend.isUp() && isCableIn()) {
            _backend.listen(_number, after, _audience, frame);
        }
    };
    whileLiving(_world.delay(), begin);
}

void WorldDesk::watchSilence()
{
    if (_isWatching) {
        return;
    }
    _isWatching = true;
    whileLiving(_silentAt - _world.agenda.now(), [this] {
        _isWatching = false;
        if (!_isListening) {
            return;
        }
        if (_world.agenda.now() >= _silentAt) {
            return lineLost({ FailureKind::Unreachable, QStringLiteral("silence") });
        }
        watchSilence();
    });
}

void WorldDesk::frameArrived(const std::string &text)
{
    _silentAt = _world.agenda.now() + silence;
    const auto page = pageFrom(text);
    if (!page) {
        return lineLost(page.error());
    }
    run([&](Session &session) { return session.liveArrived(page->page, page->now, wall()); });
    if (_session && !page->page.isEmpty()) {
        settle();
    }
}

void WorldDesk::lineLost(const Failure &why)
{
    carryOut(Hangup {});
    run([&](Session &session) { return session.lost(why, wall()); });
}

void WorldDesk::cut()
{
    if (_session) {
        whileLiving(_world.delay(), [this, round = _round] {
            if (round == _round) {
                lineLost(broken);
            }
        });
    }
}

void WorldDesk::pullCable(milliseconds span)
{
    _cableBack = _world.agenda.now() + span;
    cut();
}

} // namespace huying::testing
