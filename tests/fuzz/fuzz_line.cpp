// A backend that is none: its bytes, head and body, as the answer to each call of the desk's and of huyingctl's. The
// first byte says which call is made.
#include "Fuzzing.h"

#include <client/BackendCalls.h>

#include <QCoreApplication>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <mutex>
#include <string>
#include <thread>

using namespace huying;
using namespace huying::fuzzing;

namespace
{

constexpr qint64 mostBytes = 1 << 20;
constexpr timeval patience { .tv_sec = 0, .tv_usec = 100'000 };

/// Says to everybody who comes what it was told to say, and hangs up.
class Impostor
{
public:
    Impostor()
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        require(::bind(_socket, reinterpret_cast<const sockaddr *>(&address), length) == 0, "a port");
        require(::listen(_socket, 64) == 0, "somebody who listens");
        ::getsockname(_socket, reinterpret_cast<sockaddr *>(&address), &length);
        _port = ntohs(address.sin_port);
        std::thread([this] { serve(); }).detach();
    }
    void say(std::string_view words)
    {
        const std::scoped_lock held(_lock);
        _words = words;
    }
    int port() const { return _port; }

private:
    std::string words()
    {
        const std::scoped_lock held(_lock);
        return _words;
    }
    void serve()
    {
        std::array<char, 16 * 1024> buffer;
        while (true) {
            const int caller = ::accept(_socket, nullptr, nullptr);
            if (caller < 0) {
                return;
            }
            // who keeps a line open that has ended is not waited for
            ::setsockopt(caller, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
            (void)::recv(caller, buffer.data(), buffer.size(), 0);
            const std::string answer = words();
            (void)::send(caller, answer.data(), answer.size(), MSG_NOSIGNAL);
            ::shutdown(caller, SHUT_WR);
            while (::recv(caller, buffer.data(), buffer.size(), 0) > 0) {} // else what was said is lost
            ::close(caller);
        }
    }

    const int _socket = ::socket(AF_INET, SOCK_STREAM, 0);
    int _port = 0;
    std::mutex _lock;
    std::string _words;
};

/// The desk's side; made once.
struct Caller {
    Caller()
    {
        static int count = 1;
        static char name[] = "fuzz";
        static char *arguments[] = { name, nullptr };
        new QCoreApplication(count, arguments);
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(impostor->port());
        calls = new BackendCalls(
            { url, "hall" }, { .answerTime = std::chrono::milliseconds { 2000 }, .answerBytes = mostBytes });
    }

    // both live as long as the process
    Impostor *impostor = new Impostor;
    BackendCalls *calls = nullptr;
};

Proposal note()
{
    const TicketEvent event {
        .id = { { 2, 1 } }, .ticket = { { 1, 1 } }, .author = {}, .at = {}, .content = Noted { "已核实" }
    };
    return { { recordOf(event, {}) } };
}

void call(BackendCalls &backend, std::uint8_t which)
{
    static const Proposal proposal = note();
    static const TicketId ticket { { 1, 1 } };
    switch (which % 5) {
    case 0:
        (void)backend.greeting();
        break;
    case 1:
        (void)backend.entriesAfter(0, 100);
        break;
    case 2:
        (void)backend.trailsOf(std::span(&ticket, 1));
        break;
    case 3: {
        const auto outcomes = backend.propose(std::span(&proposal, 1));
        require(!outcomes || outcomes->size() == 1, "one outcome a proposal");
        break;
    }
    default: {
        const std::filesystem::path file = folder() / "snapshot";
        const bool isThere = backend.fetchSnapshot(file).has_value();
        require(isThere == std::filesystem::exists(file), "a snapshot is there whole or not at all");
        std::filesystem::remove(file);
    }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static Caller caller;
    if (size > 0) {
        caller.impostor->say(fuzzing::viewOf(data + 1, size - 1));
        call(*caller.calls, *data);
    }
    return 0;
}
