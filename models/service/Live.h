#pragma once

#include "Limits.h"
#include "Routes.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <deque>
#include <memory>
#include <set>

namespace huying
{

using LiveStream = boost::beast::websocket::stream<boost::beast::tcp_stream>;

/// Pushes what is committed to every connected desk. A desk that falls behind is not queued for: it is read to from the
/// log at its own pace, so that a slow one costs no memory. All but `published` runs on one executor.
class LiveFeed
{
public:
    LiveFeed(boost::asio::any_io_executor executor, Routes &routes, ServiceLimits limits);

    /// From the writing thread, after the commit, in order.
    void published(std::vector<Entry> entries);

    /// Feeds one desk from `after` on until it leaves. The handshake is done.
    boost::asio::awaitable<void> serve(std::shared_ptr<LiveStream> stream, Position after);

    std::size_t listeners() const { return _listeners.size(); }

private:
    struct Listener;

    void take(const std::vector<Entry> &entries);
    boost::asio::awaitable<void> feed(std::shared_ptr<LiveStream> stream, Position sent);
    boost::asio::awaitable<void> listen(std::shared_ptr<LiveStream> stream);
    /// The next frame after `sent`, and the position it reaches.
    boost::asio::awaitable<std::expected<std::pair<std::string, Position>, Failure>> frameAfter(Position sent);
    std::pair<std::string, Position> recentAfter(Position sent) const;

    boost::asio::any_io_executor _executor;
    Routes &_routes;
    ServiceLimits _limits;
    std::deque<Entry> _recent; ///< the last entries, without gaps
    Position _head = 0;
    std::set<boost::asio::steady_timer *> _listeners;
};

} // namespace huying
