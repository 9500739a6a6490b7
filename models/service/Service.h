#pragma once

#include "Limits.h"
#include "Routes.h"
#include "Served.h"

#include <functional>
#include <memory>
#include <string>

namespace huying
{

/// The ledger over HTTP and WebSocket, protocol 1, on a thread of its own; `pictures` is where pictures lie, nothing
/// where none are kept. Every limit is its own guard: the library
/// below (Boost.Beast) bounds header, body and time of a request, the service bounds connections.
class Service
{
public:
    Service(Identity identity, ServedLog &log, ServedLedger &ledger, Door &door, ServiceLimits limits,
        std::function<Instant()> clock, std::optional<BlobFolder> pictures = {});
    ~Service();
    Service(const Service &) = delete;
    Service &operator=(const Service &) = delete;

    /// Listens on `address` and `port` (0: any free one); the port it got. Busy when the port is in use. Refused for an
    /// address that is not a loopback one, unless `reach` says that others are meant to come in.
    enum class Reach : std::uint8_t { ThisMachine, Everybody };
    std::expected<std::uint16_t, Failure> listen(
        const std::string &address, std::uint16_t port, Reach reach = Reach::ThisMachine);

    /// What has been committed, for the live feed; from the writing thread.
    void published(std::vector<Entry> entries);

    /// Ends all connections; what was begun to be written is finished first.
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> _parts;
};

} // namespace huying
