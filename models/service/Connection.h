#pragma once

#include "Live.h"

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>

namespace huying
{

/// Serves one connection until it ends, breaks a limit or becomes a live feed. Never throws.
boost::asio::awaitable<void> serveConnection(
    boost::beast::tcp_stream stream, Routes &routes, LiveFeed &live, ServiceLimits limits);

} // namespace huying
