#include "Live.h"

#include <sync/Wire.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>

namespace huying
{

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace
{
constexpr std::size_t recentEntries = 8192;
constexpr std::size_t entriesInAFrame = 512;
}

LiveFeed::LiveFeed(asio::any_io_executor executor, Routes &routes, ServiceLimits limits)
    : _executor(std::move(executor)), _routes(routes), _limits(limits)
{
}

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
    for (asio::steady_timer *listener : _listeners) {
        listener->cancel();
    }
}

std::pair<std::string, Position> LiveFeed::recentAfter(Position sent) const
{
    TimedPage frame { .page = { .entries = {}, .head = _head }, .now = _routes.now() };
    const auto skip = std::size_t(sent + 1 - _recent.front().position);
    for (std::size_t i = skip; i < _recent.size() && frame.page.entries.size() < entriesInAFrame; ++i) {
        frame.page.entries.push_back(_recent[i]);
    }
    const Position reached = frame.page.entries.empty() ? sent : frame.page.entries.back().position;
    return { textOf(frame, true), reached };
}

asio::awaitable<std::expected<std::pair<std::string, Position>, Failure>> LiveFeed::frameAfter(Position sent)
{
    if (!_recent.empty() && sent + 1 >= _recent.front().position) {
        co_return recentAfter(sent);
    }
    const auto page = co_await _routes.entriesAfter(sent);
    if (!page) {
        co_return std::unexpected(page.error());
    }
    _head = std::max(_head, page->head);
    const Position reached = page->entries.empty() ? sent : page->entries.back().position;
    co_return std::pair(textOf(TimedPage { .page = *page, .now = _routes.now() }, true), reached);
}

asio::awaitable<void> LiveFeed::feed(std::shared_ptr<LiveStream> stream, Position sent)
{
    asio::steady_timer wake(_executor);
    _listeners.insert(&wake);
    const auto leave = std::unique_ptr<asio::steady_timer, std::function<void(asio::steady_timer *)>>(
        &wake, [this](asio::steady_timer *timer) { _listeners.erase(timer); });
    for (;;) {
        const auto frame = co_await frameAfter(sent);
        if (!frame) {
            co_return;
        }
        co_await stream->async_write(asio::buffer(frame->first), asio::use_awaitable);
        sent = frame->second;
        if (sent < _head) {
            continue;
        }
        boost::system::error_code woken;
        wake.expires_after(_limits.pulse);
        co_await wake.async_wait(asio::redirect_error(asio::use_awaitable, woken));
    }
}

/// A desk says nothing on the live line; reading notices that it left, and answers its pings.
asio::awaitable<void> LiveFeed::listen(std::shared_ptr<LiveStream> stream)
{
    beast::flat_buffer ignored(1024);
    for (;;) {
        co_await stream->async_read(ignored, asio::use_awaitable);
        ignored.clear();
    }
}

asio::awaitable<void> LiveFeed::serve(std::shared_ptr<LiveStream> stream, Position after)
{
    using namespace asio::experimental::awaitable_operators;
    try {
        co_await (feed(stream, after) || listen(stream));
    } catch (const boost::system::system_error &) {
        // The desk left or was too slow; it comes back with its position.
    }
}

} // namespace huying
