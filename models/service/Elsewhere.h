#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <memory>
#include <optional>

namespace huying
{

/// Runs `work` on `elsewhere` and resumes here with its result. Nothing of the coroutine goes over there, only the
/// work: so the threads can be ended before the connections that wait for them.
template <class Work>
boost::asio::awaitable<std::invoke_result_t<Work>> on(boost::asio::thread_pool &elsewhere, Work work)
{
    namespace asio = boost::asio;
    using Result = std::invoke_result_t<Work>;
    struct Waiting {
        explicit Waiting(const asio::any_io_executor &executor) : wake(executor, asio::steady_timer::time_point::max())
        {
        }
        std::optional<Result> result;
        asio::steady_timer wake;
    };
    const auto waiting = std::make_shared<Waiting>(co_await asio::this_coro::executor);
    asio::post(elsewhere, [waiting, work = std::move(work)]() mutable {
        asio::post(waiting->wake.get_executor(), [waiting, result = work()]() mutable {
            waiting->result = std::move(result);
            waiting->wake.cancel();
        });
    });
    while (!waiting->result) {
        boost::system::error_code woken;
        co_await waiting->wake.async_wait(asio::redirect_error(asio::use_awaitable, woken));
    }
    co_return std::move(*waiting->result);
}

} // namespace huying
