#pragma once

#include "Served.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include <memory>
#include <mutex>
#include <vector>

namespace huying
{

/// Brings proposals of many callers to the ledger in batches: while one batch is being made durable the next gathers.
class Writer
{
public:
    explicit Writer(ServedLedger &ledger);

    /// The outcomes of `proposals` of `by`; resumes on the caller's executor after their commit.
    boost::asio::awaitable<std::expected<std::vector<Outcome>, Failure>> append(
        std::vector<Proposal> proposals, Account by);

    /// Waits for what was begun.
    void finish();

private:
    struct Waiting;

    void drain();

    ServedLedger &_ledger;
    boost::asio::thread_pool _thread { 1 };
    std::mutex _lock;
    std::vector<std::shared_ptr<Waiting>> _queue;
};

} // namespace huying
