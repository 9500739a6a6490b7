#pragma once

#include "Answer.h"
#include "Entrance.h"
#include "Limits.h"
#include "Pictures.h"
#include "Served.h"
#include "Writer.h"

#include <accounts/Audience.h>

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
    std::string token; ///< what the header Authorization bears; empty where there is none
    std::uint64_t from = 0; ///< header Range, `bytes=N-`: the beginning that the caller has
    std::string begun {}; ///< header If-Range: of which file that is
    std::optional<std::uint64_t> offset {}; ///< header Upload-Offset
};

/// Protocol 1, from a request to an answer; models/sync/PROTOCOL.md tells it in words.
class Routes
{
public:
    Routes(Identity identity, ServedLog &log, Writer &writer, Door &door, ServiceLimits limits,
        std::function<Instant()> clock, std::optional<BlobFolder> pictures = {});

    boost::asio::awaitable<Answer> answer(Request request);

    /// Whose token it is; SignedOut.
    boost::asio::awaitable<std::expected<Account, Failure>> whose(std::string token);
    /// At most `limits.entriesAtOnce` entries after `position` for `audience`, read on the reading thread.
    boost::asio::awaitable<std::expected<Page, Failure>> entriesAfter(Position position, Audience audience);
    boost::asio::awaitable<bool> isSeen(TicketId ticket, Audience audience);

    Instant now() const { return _clock(); }
    void finish();

private:
    boost::asio::awaitable<Answer> answer(std::string path, std::string query, Request request, Account account);
    boost::asio::awaitable<Answer> greeting(Account account);
    boost::asio::awaitable<Answer> events(std::string query, Audience audience);
    boost::asio::awaitable<Answer> trails(std::string body, Audience audience);
    boost::asio::awaitable<Answer> snapshot(
        Audience audience, std::string query, std::uint64_t from, std::string begun);
    boost::asio::awaitable<Answer> proposals(std::string body, Account account);

    Identity _identity;
    ServedLog &_log;
    Writer &_writer;
    ServiceLimits _limits;
    std::function<Instant()> _clock;
    Entrance _entrance;
    boost::asio::thread_pool _reading { 1 };
    Pictures _pictures;
    boost::asio::thread_pool _copying { 1 }; ///< a snapshot takes seconds, and readers do not wait for it
    boost::asio::thread_pool _copyingFirst { 1 }; ///< nor do those who want the first part of one
};

/// The whole number behind `key` in `query` (`after=12&limit=50`); nothing when it is absent or no number.
std::optional<std::int64_t> numberIn(std::string_view query, std::string_view key);

} // namespace huying
