#pragma once

#include "Limits.h"
#include "Routes.h"

#include <sync/Presence.h>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <deque>
#include <map>
#include <memory>

namespace huying
{

using LiveStream = boost::beast::websocket::stream<boost::beast::tcp_stream>;

/// Somebody who is signed in and listens.
struct Guest {
    std::string token;
    Account account;
};

/// Pushes what is committed to every connected desk, each what its audience sees, and what others do at this moment. A
/// desk that falls behind is not queued for: it is read to from the log at its own pace, so that a slow one costs no
/// memory. All but `published` runs on one executor.
class LiveFeed
{
public:
    LiveFeed(boost::asio::any_io_executor executor, Routes &routes, ServiceLimits limits);
    ~LiveFeed();

    /// From the writing thread, after the commit, in order.
    void published(std::vector<Entry> entries);

    /// Feeds one desk from `after` on until it leaves or is signed out. The handshake is done.
    boost::asio::awaitable<void> serve(std::shared_ptr<LiveStream> stream, Position after, Guest guest);

    /// The connections are about to end together: nobody is told that the others left.
    void finish() { _isEnding = true; }

    std::size_t listeners() const { return _listeners.size(); }

private:
    struct Listener;
    using Frame = std::pair<std::string, Position>;

    void take(const std::vector<Entry> &entries);
    boost::asio::awaitable<void> feed(std::shared_ptr<LiveStream> stream, Listener &listener, Position sent);
    boost::asio::awaitable<void> listen(std::shared_ptr<LiveStream> stream, Listener &listener);
    boost::asio::awaitable<bool> isStillIn(Listener &listener);
    /// The next frame after `sent`, and the position it reaches.
    boost::asio::awaitable<std::expected<Frame, Failure>> frameAfter(Position sent, const Audience &audience);
    Frame recentAfter(Position sent, const Audience &audience) const;

    boost::asio::awaitable<void> tellOthers(Listener &listener);
    boost::asio::awaitable<void> tellOf(std::int64_t other, Listener &listener);
    static void tell(Listener &listener, const Presence &presence);
    void leave(const Listener &listener);

    boost::asio::any_io_executor _executor;
    Routes &_routes;
    ServiceLimits _limits;
    std::deque<Entry> _recent; ///< the last entries, without gaps
    Position _head = 0;
    std::map<std::int64_t, Listener *> _listeners;
    std::int64_t _last = 0;
    bool _isEnding = false;
};

} // namespace huying
