#include "Listening.h"

#include <array>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace huying
{

namespace
{
constexpr int lookMilliseconds = 2'000;
}

Listening::Listening(SharedLedger &ledger, PostgresAddress address)
    : _ledger(ledger)
    , _address(std::move(address))
    , _wake(::eventfd(0, EFD_CLOEXEC))
    , _thread([this](const std::stop_token &stop) { run(stop); })
{
}

Listening::~Listening()
{
    _thread.request_stop();
    (void)::eventfd_write(_wake, 1);
    _thread.join();
    ::close(_wake);
}

/// Until something comes in, it is time to look, or it is to end; false then.
bool Listening::wait(int socket) const
{
    std::array<pollfd, 2> files { pollfd { _wake, POLLIN, 0 }, pollfd { socket, POLLIN, 0 } };
    ::poll(files.data(), socket < 0 ? 1 : 2, lookMilliseconds);
    return files[0].revents == 0;
}

void Listening::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        auto log = SharedLog::open(_address, _ledger.founding().county);
        if (log && log->listen()) {
            listen(stop, *log);
        } else {
            wait(-1);
        }
    }
}

/// Looks once at the beginning, for what was told while nobody listened. One's own entries are told too.
void Listening::listen(const std::stop_token &stop, SharedLog &log)
{
    std::optional<Position> told;
    while (!stop.stop_requested()) {
        if (!told || *told > _ledger.position()) {
            // what fails is said by whoever writes; here it is tried again
            (void)_ledger.follow();
        }
        if (!wait(log.connection().socket())) {
            return;
        }
        const auto heard = log.connection().hear();
        if (!heard) {
            return;
        }
        told = *heard;
    }
}

} // namespace huying
