#include "Live.h"

#include <sync/Wire.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <utility>

namespace huying
{

namespace asio = boost::asio;
namespace beast = boost::beast;
using std::chrono::steady_clock;

namespace
{
constexpr std::size_t recentEntries = 8192;
constexpr std::size_t entriesInAFrame = 512;
constexpr std::chrono::milliseconds betweenWords { 250 }; ///< what others do is not told more often
constexpr int wordsInAPulse = 100; ///< more is no desk
}

/// One desk: what it sees, what it does, and what it has yet to be told of others, the latest of each.
struct LiveFeed::Listener {
    Listener(const asio::any_io_executor &executor, std::int64_t number, Guest signedIn)
        : wake(executor), who(number), guest(std::move(signedIn)), audience(audienceOf(guest.account))
    {
    }

    asio::steady_timer wake;
    std::int64_t who;
    Guest guest;
    Audience audience;
    Doing doing;
    bool isTold = true; ///< the others know what it does
    int words = 0; ///< since the last pulse
    steady_clock::time_point spoke;
    steady_clock::time_point told;
    steady_clock::time_point checked = steady_clock::now();
    std::map<std::int64_t, Presence> others;
};

LiveFeed::LiveFeed(asio::any_io_executor executor, Routes &routes, ServiceLimits limits)
    : _executor(std::move(executor)), _routes(routes), _limits(limits)
{
}

LiveFeed::~LiveFeed() = default;

void LiveFeed::published(std::vector<Entry> entries)
{
    asio::post(_executor, [this, entries = std::move(entries)] { take(entries); });
}

void LiveFeed::take(const std::vector<Entry> &entries)
{
    for (const Entry &entry : entries) {
        if (!_recent.empty() && entry.position != _recent.back().position + 1) {
            _recent.clear();
        }
        _recent.push_back(entry);
        _head = entry.position;
    }
    while (_recent.size() > recentEntries) {
        _recent.pop_front();
    }
    for (const auto &[number, listener] : _listeners) {
        listener->wake.cancel();
    }
}

LiveFeed::Frame LiveFeed::recentAfter(Position sent, const Audience &audience) const
{
    TimedPage frame { .page = {}, .now = _routes.now() };
    frame.page.head = _head;
    frame.page.audience = nameOf(audience);
    const auto skip = std::size_t(sent + 1 - _recent.front().position);
    for (std::size_t i = skip; i < _recent.size() && frame.page.entries.size() < entriesInAFrame; ++i) {
        frame.page.entries.push_back(_recent[i]);
    }
    const Position reached = frame.page.isEmpty() ? sent : frame.page.last();
    return { textOf(frame, audience.withPersonal), reached };
}

/// Who sees the whole county is served from memory; for others it is looked up what is in their sight.
asio::awaitable<std::expected<LiveFeed::Frame, Failure>> LiveFeed::frameAfter(Position sent, const Audience &audience)
{
    if (!_recent.empty() && sent + 1 >= _recent.front().position) {
        if (audience.isWholeCounty() || sent >= _head) {
            co_return recentAfter(sent, audience);
        }
    }
    auto page = co_await _routes.entriesAfter(sent, audience);
    if (!page) {
        co_return std::unexpected(page.error());
    }
    _head = std::max(_head, page->head);
    const Position reached = page->isEmpty() ? sent : page->last();
    page->audience = nameOf(audience);
    co_return Frame(textOf(TimedPage { .page = std::move(*page), .now = _routes.now() }, true), reached);
}

/// Looked up once a pulse, so that who is signed out or gets another role does not go on listening.
asio::awaitable<bool> LiveFeed::isStillIn(Listener &listener)
{
    const auto now = steady_clock::now();
    if (now - listener.checked < _limits.pulse) {
        co_return true;
    }
    listener.checked = now;
    listener.words = 0;
    const auto account = co_await _routes.whose(listener.guest.token);
    co_return account && *account == listener.guest.account;
}

asio::awaitable<void> LiveFeed::feed(std::shared_ptr<LiveStream> stream, Listener &listener, Position sent)
{
    for (;;) {
        const auto frame = co_await frameAfter(sent, listener.audience);
        if (!frame) {
            co_return;
        }
        stream->binary(true);
        co_await stream->async_write(asio::buffer(frame->first), asio::use_awaitable);
        sent = frame->second;
        if (!listener.others.empty()) {
            std::string words;
            for (const auto &[number, presence] : std::exchange(listener.others, {})) {
                words += textOf(presence) + '\n';
            }
            listener.told = steady_clock::now();
            stream->text(true);
            co_await stream->async_write(asio::buffer(words), asio::use_awaitable);
        }
        if (!co_await isStillIn(listener)) {
            co_return;
        }
        if (!listener.isTold) {
            co_await tellOthers(listener);
        }
        if (sent < _head) {
            continue;
        }
        boost::system::error_code woken;
        listener.wake.expires_after(_limits.pulse);
        co_await listener.wake.async_wait(asio::redirect_error(asio::use_awaitable, woken));
    }
}

void LiveFeed::tell(Listener &listener, const Presence &presence)
{
    listener.others.insert_or_assign(presence.who, presence);
    if (steady_clock::now() - listener.told > betweenWords) {
        listener.wake.cancel();
    }
}

/// Tells `other` what `listener` does, as far as they see it.
asio::awaitable<void> LiveFeed::tellOf(std::int64_t other, Listener &listener)
{
    Presence presence {
        .who = listener.who, .isGone = false, .name = listener.guest.account.displayName, .doing = listener.doing
    };
    auto to = _listeners.find(other);
    if (to == _listeners.end() || other == listener.who) {
        co_return;
    }
    if (presence.doing.looking && !co_await _routes.isSeen(*presence.doing.looking, to->second->audience)) {
        presence.doing.looking.reset();
    }
    to = _listeners.find(other); // they may have left meanwhile
    if (to != _listeners.end()) {
        tell(*to->second, presence);
    }
}

asio::awaitable<void> LiveFeed::tellOthers(Listener &listener)
{
    listener.isTold = true;
    listener.spoke = steady_clock::now();
    std::vector<std::int64_t> others;
    others.reserve(_listeners.size());
    for (const auto &[number, other] : _listeners) {
        others.push_back(number);
    }
    for (const std::int64_t other : others) {
        co_await tellOf(other, listener);
    }
}

/// What a desk says is what it does; reading also notices that it left, and answers its pings.
asio::awaitable<void> LiveFeed::listen(std::shared_ptr<LiveStream> stream, Listener &listener)
{
    beast::flat_buffer said(1024);
    for (;;) {
        co_await stream->async_read(said, asio::use_awaitable);
        auto doing = doingFrom(beast::buffers_to_string(said.data()));
        said.clear();
        if (!doing || ++listener.words > wordsInAPulse) {
            co_return;
        }
        listener.isTold = listener.isTold && *doing == listener.doing;
        listener.doing = std::move(*doing);
        if (!listener.isTold && steady_clock::now() - listener.spoke > betweenWords) {
            listener.wake.cancel();
        }
    }
}

void LiveFeed::leave(const Listener &listener)
{
    _listeners.erase(listener.who);
    if (_isEnding) {
        return;
    }
    for (const auto &[number, other] : _listeners) {
        tell(*other, { .who = listener.who, .isGone = true, .name = {}, .doing = {} });
    }
}

asio::awaitable<void> LiveFeed::serve(std::shared_ptr<LiveStream> stream, Position after, Guest guest)
{
    using namespace asio::experimental::awaitable_operators;
    Listener listener(_executor, ++_last, std::move(guest));
    _listeners.emplace(listener.who, &listener);
    const auto leaving =
        std::unique_ptr<Listener, std::function<void(Listener *)>>(&listener, [this](Listener *left) { leave(*left); });
    try {
        // With the next pulse of each it is told what they do.
        for (const auto &[number, other] : _listeners) {
            other->isTold = other->isTold && other->doing == Doing();
        }
        co_await (feed(stream, listener, after) || listen(stream, listener));
    } catch (const boost::system::system_error &) {
        // The desk left or was too slow; it comes back with its position.
    }
}

} // namespace huying
