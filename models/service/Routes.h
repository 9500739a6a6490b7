#pragma once

#include "Answer.h"
#include "Limits.h"
#include "Served.h"
#include "Writer.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace huying
{

/// Who the service says it is.
struct Identity {
    std::string county;
    std::string name;
};

struct Request {
    std::string method;
    std::string target;
    std::string body;
};

/// Protocol 1, from a request to an answer; models/sync/PROTOCOL.md tells it in words.
class Routes
{
public:
    Routes(Identity identity, ServedLog &log, Writer &writer, ServiceLimits limits, std::function<Instant()> clock);

    boost::asio::awaitable<Answer> answer(Request request);

    /// At most `limits.entriesAtOnce` entries after `position`, read on the reading thread.
    boost::asio::awaitable<std::expected<Page, Failure>> entriesAfter(Position position);

    Instant now() const { return _clock(); }
    void finish();

private:
    boost::asio::awaitable<Answer> greeting();
    boost::asio::awaitable<Answer> events(std::string query);
    boost::asio::awaitable<Answer> trails(std::string body);
    boost::asio::awaitable<Answer> snapshot();
    boost::asio::awaitable<Answer> proposals(std::string body);

    Identity _identity;
    ServedLog &_log;
    Writer &_writer;
    ServiceLimits _limits;
    std::function<Instant()> _clock;
    boost::asio::thread_pool _reading { 1 };
    boost::asio::thread_pool _copying { 1 }; ///< a snapshot takes seconds, and readers do not wait for it
};

/// The whole number behind `key` in `query` (`after=12&limit=50`); nothing when it is absent or no number.
std::optional<std::int64_t> numberIn(std::string_view query, std::string_view key);

} // namespace huying
