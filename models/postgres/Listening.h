#pragma once

#include "SharedLedger.h"

#include <thread>

namespace huying
{

/// Follows a county's log as others add to it, on a thread and connection of its own, as long as it lives: within
/// milliseconds when the database tells, and within two seconds in any case. While the database is away it looks again
/// and again.
class Listening
{
public:
    Listening(SharedLedger &ledger, PostgresAddress address);
    ~Listening();
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;

private:
    void run(const std::stop_token &stop);
    void listen(const std::stop_token &stop, SharedLog &log);
    bool wait(int socket) const;

    SharedLedger &_ledger;
    PostgresAddress _address;
    int _wake; ///< an eventfd
    std::jthread _thread;
};

} // namespace huying
