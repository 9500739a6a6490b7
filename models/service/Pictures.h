#pragma once

#include "Answer.h"
#include "Served.h"

#include <accounts/Account.h>
#include <attachments/BlobFolder.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include <functional>
#include <optional>

namespace huying
{

struct Request;

/// The part of protocol 1 that is about pictures: how much of one is here, taking a piece of it, handing it out. Each
/// is asked for by way of a ticket that names it, so that nobody gets what they may not see, and nothing is kept that
/// the log does not name. Who named it may still send it when the ticket has gone out of their sight.
class Pictures
{
public:
    /// `folder`: where they lie; nothing where this backend keeps none. `log` is asked on `reading`.
    Pictures(ServedLog &log, boost::asio::thread_pool &reading, std::optional<BlobFolder> folder,
        std::function<Instant()> clock);

    /// `/v1/attachments/DIGEST?ticket=ID`, by HEAD, PATCH or GET.
    boost::asio::awaitable<Answer> answer(std::string path, std::string query, Request request, Account account);
    void finish();

private:
    boost::asio::awaitable<std::expected<Attachment, Failure>> named(
        std::string digest, std::string query, Account account, PersonCode sender);
    std::expected<std::vector<TicketEvent>, Failure> trailOf(const TicketId &ticket, const Audience &audience);
    boost::asio::awaitable<Answer> state(Attachment attachment);
    boost::asio::awaitable<Answer> take(Attachment attachment, std::uint64_t offset, std::string bytes);
    boost::asio::awaitable<Answer> give(Attachment attachment, std::uint64_t from, std::string begun);

    ServedLog &_log;
    boost::asio::thread_pool &_reading;
    std::optional<BlobFolder> _folder;
    std::function<Instant()> _clock;
    Instant _tidied;
    boost::asio::thread_pool _storing { 1 };
};

} // namespace huying
