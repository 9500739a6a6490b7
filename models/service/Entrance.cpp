#include "Entrance.h"

#include "Elsewhere.h"

#include <accounts/AccountText.h>

#include <QCoreApplication>

namespace huying
{

namespace asio = boost::asio;

namespace
{

constexpr int mostWaiting = 32;

struct SayEntrance {
    Q_DECLARE_TR_FUNCTIONS(Service)
};

Answer tooOften(std::chrono::milliseconds wait)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    Answer answer = answerOf({ FailureKind::Busy,
        SayEntrance::tr("Too many wrong passwords for this name; try again in %1 seconds.").arg(seconds) });
    answer.status = 429;
    answer.retryAfterSeconds = seconds;
    return answer;
}

} // namespace

Entrance::Entrance(Door &door, std::function<Instant()> clock) : _door(door), _clock(std::move(clock)) {}

asio::awaitable<Answer> Entrance::signIn(std::string body)
{
    auto credentials = credentialsFrom(body);
    if (!credentials) {
        co_return answerOf(credentials.error());
    }
    const std::string name = credentials->name;
    if (const auto wait = _guesses.waitFor(name, _clock()); wait > std::chrono::milliseconds {}) {
        co_return tooOften(wait);
    }
    if (_waiting >= mostWaiting) {
        co_return answerOf({ FailureKind::Busy, SayEntrance::tr("Too many people are signing in at this moment.") });
    }
    // Taken for wrong before it is known, so that many at once are counted too.
    _guesses.wrong(name, _clock());
    ++_waiting;
    auto hash = [this, asked = std::move(*credentials), now = _clock()] {
        return _door.signIn(asked.name, asked.password, now);
    };
    const auto signedIn = co_await on(_hashing, std::move(hash));
    --_waiting;
    if (!signedIn) {
        co_return answerOf(signedIn.error());
    }
    _guesses.right(name);
    co_return Answer {
        .status = 200, .type = "application/json", .body = textOf(*signedIn), .file = {}, .retryAfterSeconds = {}
    };
}

asio::awaitable<Answer> Entrance::signOut(std::string token)
{
    auto end = [this, token = std::move(token)] { return _door.signOut(token); };
    const auto ended = co_await on(_checking, std::move(end));
    co_return ended
        ? Answer { .status = 200, .type = "application/json", .body = "{}", .file = {}, .retryAfterSeconds = {} }
        : answerOf(ended.error());
}

asio::awaitable<std::expected<Account, Failure>> Entrance::whose(std::string token)
{
    auto look = [this, token = std::move(token), now = _clock()] { return _door.whose(token, now); };
    co_return co_await on(_checking, std::move(look));
}

void Entrance::finish()
{
    _hashing.join();
    _checking.join();
}

} // namespace huying
