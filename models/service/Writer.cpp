#include "Writer.h"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <iterator>

namespace huying
{

namespace asio = boost::asio;

/// One caller: the timer never runs out, cancelling it wakes the caller on their own executor.
struct Writer::Waiting {
    explicit Waiting(const asio::any_io_executor &executor) : wake(executor, asio::steady_timer::time_point::max()) {}

    std::vector<Proposal> proposals;
    Account by;
    std::expected<std::vector<Outcome>, Failure> outcomes;
    bool isDone = false;
    asio::steady_timer wake;
};

Writer::Writer(ServedLedger &ledger) : _ledger(ledger) {}

asio::awaitable<std::expected<std::vector<Outcome>, Failure>> Writer::append(
    std::vector<Proposal> proposals, Account by)
{
    const auto waiting = std::make_shared<Waiting>(co_await asio::this_coro::executor);
    waiting->proposals = std::move(proposals);
    waiting->by = std::move(by);
    {
        const std::scoped_lock held(_lock);
        _queue.push_back(waiting);
    }
    asio::post(_thread, [this] { drain(); });
    while (!waiting->isDone) {
        boost::system::error_code woken;
        co_await waiting->wake.async_wait(asio::redirect_error(asio::use_awaitable, woken));
    }
    co_return std::move(waiting->outcomes);
}

void Writer::drain()
{
    std::vector<std::shared_ptr<Waiting>> batch;
    {
        const std::scoped_lock held(_lock);
        batch.swap(_queue);
    }
    if (batch.empty()) {
        return;
    }
    std::vector<Proposal> all;
    std::vector<Account> by;
    for (const auto &waiting : batch) {
        std::ranges::copy(waiting->proposals, std::back_inserter(all));
        by.resize(all.size(), waiting->by);
    }
    auto outcomes = _ledger.append(all, by);
    std::size_t taken = 0;
    for (const auto &waiting : batch) {
        std::expected<std::vector<Outcome>, Failure> own;
        if (outcomes) {
            const auto from = outcomes->begin() + std::ptrdiff_t(taken);
            own = std::vector<Outcome>(from, from + std::ptrdiff_t(waiting->proposals.size()));
        } else {
            own = std::unexpected(outcomes.error());
        }
        taken += waiting->proposals.size();
        asio::post(waiting->wake.get_executor(), [waiting, own = std::move(own)]() mutable {
            waiting->outcomes = std::move(own);
            waiting->isDone = true;
            waiting->wake.cancel();
        });
    }
}

void Writer::finish()
{
    _thread.join();
}

} // namespace huying
