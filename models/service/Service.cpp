#include "Service.h"

#include "Connection.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <thread>

namespace huying
{

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

struct Service::Parts {
    Parts(Identity identity, ServedLog &log, ServedLedger &ledger, Door &door, ServiceLimits limitsGiven,
        std::function<Instant()> clock, std::optional<BlobFolder> pictures)
        : limits(limitsGiven)
        , writer(ledger)
        , routes(std::move(identity), log, writer, door, limits, std::move(clock), std::move(pictures))
        , acceptor(context)
    {
        live.emplace(context.get_executor(), routes, limits);
    }

    asio::awaitable<void> accept();
    asio::awaitable<void> serve(tcp::socket socket);

    ServiceLimits limits;
    Writer writer;
    Routes routes;
    std::optional<LiveFeed> live; // outlives the context, whose end ends the connections that use it
    asio::io_context context { 1 };
    tcp::acceptor acceptor;
    int connections = 0;
    std::jthread thread;
};

asio::awaitable<void> Service::Parts::serve(tcp::socket socket)
{
    ++connections;
    co_await serveConnection(beast::tcp_stream(std::move(socket)), routes, *live, limits);
    --connections;
}

asio::awaitable<void> Service::Parts::accept()
{
    for (;;) {
        boost::system::error_code error;
        tcp::socket socket(context);
        co_await acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
        if (error == asio::error::operation_aborted) {
            co_return;
        }
        if (error) {
            asio::steady_timer pause(context, std::chrono::milliseconds { 100 });
            co_await pause.async_wait(asio::use_awaitable);
            continue;
        }
        if (connections >= limits.connections) {
            continue;
        }
        socket.set_option(tcp::no_delay(true), error);
        asio::co_spawn(context, serve(std::move(socket)), asio::detached);
    }
}

Service::Service(Identity identity, ServedLog &log, ServedLedger &ledger, Door &door, ServiceLimits limits,
    std::function<Instant()> clock, std::optional<BlobFolder> pictures)
    : _parts(std::make_unique<Parts>(
          std::move(identity), log, ledger, door, limits, std::move(clock), std::move(pictures)))
{
}

Service::~Service()
{
    stop();
}

std::expected<std::uint16_t, Failure> Service::listen(const std::string &address, std::uint16_t port, Reach reach)
{
    boost::system::error_code error;
    const auto place = asio::ip::make_address(address, error);
    if (error || (reach == Reach::ThisMachine && !place.is_loopback())) {
        return failure(FailureKind::Refused,
            error ? QStringLiteral("%1 is no address").arg(QString::fromStdString(address))
                  : QStringLiteral("%1 is no loopback address, and passwords would travel unprotected")
                        .arg(QString::fromStdString(address)));
    }
    const tcp::endpoint endpoint(place, port);
    _parts->acceptor.open(endpoint.protocol(), error);
    if (!error) {
        _parts->acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    }
    if (!error) {
        _parts->acceptor.bind(endpoint, error);
    }
    if (!error) {
        _parts->acceptor.listen(asio::socket_base::max_listen_connections, error);
    }
    if (error) {
        const bool isBusy = error == asio::error::address_in_use;
        return failure(isBusy ? FailureKind::Busy : FailureKind::Unreachable,
            isBusy ? QStringLiteral("port %1 is in use; name another with --port").arg(port)
                   : QStringLiteral("cannot listen on port %1: %2")
                         .arg(port)
                         .arg(QString::fromStdString(error.message())));
    }
    asio::co_spawn(_parts->context, _parts->accept(), asio::detached);
    _parts->thread = std::jthread([this] { _parts->context.run(); });
    return _parts->acceptor.local_endpoint().port();
}

void Service::published(std::vector<Entry> entries)
{
    _parts->live->published(std::move(entries));
}

// The connections first, so that nobody asks the other threads for more; then these finish what they have begun.
void Service::stop()
{
    _parts->context.stop();
    if (_parts->thread.joinable()) {
        _parts->thread.join();
    }
    _parts->live->finish();
    _parts->writer.finish();
    _parts->routes.finish();
}

} // namespace huying
