// The bytes of a connection to the backend, through everything that stands before the log: `Authorization: Bearer` with
// `hall` or `unit` shows an account, anything else none.
#include "Fuzzing.h"

#include <service/Service.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>
#include <memory>
#include <string>

using namespace huying;
using namespace huying::fuzzing;

namespace
{

constexpr std::size_t longestAnswer = 1 << 20;
constexpr timeval patience { .tv_sec = 8, .tv_usec = 0 };

Instant now()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Entry noted(Position position)
{
    const std::uint8_t number = std::uint8_t(position);
    const TicketEvent event {
        .id = { { 2, number } }, .ticket = { { 1, number } }, .author = {}, .at = {}, .content = Noted { "已核实" }
    };
    return { position, {}, recordOf(event, {}), {} };
}

/// Four entries for everybody; what is proposed is answered and not kept.
class SmallLog : public ServedLog, public ServedLedger
{
public:
    std::expected<Page, Failure> entriesAfter(Position position, int limit, const Audience &) override
    {
        require(position >= 0 && limit >= 0, "what a log is asked for makes sense");
        Page page { {}, head, {}, {} };
        for (Position next = position + 1; next <= head && std::ssize(page.entries) < limit; ++next) {
            page.entries.push_back(noted(next));
        }
        return page;
    }
    std::expected<std::vector<Entry>, Failure> trailsOf(std::span<const TicketId> tickets, const Audience &) override
    {
        return tickets.empty() ? std::vector<Entry>() : std::vector<Entry> { noted(1) };
    }
    std::expected<bool, Failure> isSeen(const TicketId &, const Audience &) override { return true; }
    std::expected<PackedSnapshot, Failure> snapshot(const Audience &, SnapshotOf, const std::string &) override
    {
        static const std::filesystem::path file = fileOf("the beginning of a cache");
        return PackedSnapshot { file, std::string(64, 'a') };
    }
    std::expected<std::vector<Outcome>, Failure> append(
        std::span<const Proposal> proposals, std::span<const Account> by) override
    {
        require(proposals.size() == by.size(), "every proposal is somebody's");
        std::vector<Outcome> outcomes;
        for (const Proposal &proposal : proposals) {
            for (const Record &record : proposal.records) {
                (void)eventOf(record);
            }
            outcomes.push_back({ std::vector<Position>(proposal.records.size(), head), {} });
        }
        return outcomes;
    }

private:
    static constexpr Position head = 4;
};

class TwoAccounts : public Door
{
public:
    std::expected<SignedIn, Failure> signIn(std::string_view name, std::string_view password, Instant) override
    {
        return name != password ? std::expected<SignedIn, Failure>(failure(FailureKind::SignedOut, {}))
                                : SignedIn { account(Role::Dispatcher), "hall", now() + std::chrono::hours { 1 } };
    }
    std::expected<Account, Failure> whose(std::string_view token, Instant) override
    {
        if (token == "hall") {
            return account(Role::Dispatcher);
        }
        return token == "unit" ? std::expected<Account, Failure>(account(Role::Unit))
                               : failure(FailureKind::SignedOut, QStringLiteral("nobody"));
    }
    std::expected<void, Failure> signOut(std::string_view) override { return {}; }

private:
    static Account account(Role role) { return { "a", "调度员 一席", { "p1" }, role, { "u01" }, {}, false }; }
};

struct Backend {
    SmallLog log;
    TwoAccounts door;
    Service service { { "130529", "巨鹿县" }, log, log, door, limits(), now };
    std::uint16_t port = service.listen("127.0.0.1", 0).value();

    static ServiceLimits limits()
    {
        ServiceLimits limits;
        limits.bodyBytes = 256 * 1024;
        return limits;
    }
};

sockaddr_in addressOf(std::uint32_t host, std::uint16_t port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(host);
    return address;
}

/// From an address of 127.0.0.0/8 that was not used lately, so that no port is waited for.
int connectedTo(std::uint16_t port)
{
    static std::uint32_t calls = 0;
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in own = addressOf(0x7f010001 + ++calls % 60'000, 0);
    const sockaddr_in other = addressOf(INADDR_LOOPBACK, port);
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    require(::bind(socket, reinterpret_cast<const sockaddr *>(&own), sizeof own) == 0, "an address to call from");
    require(::connect(socket, reinterpret_cast<const sockaddr *>(&other), sizeof other) == 0, "the backend listens");
    return socket;
}

/// Says everything, hangs up, and takes what comes until the other side ends it too.
void converse(std::uint16_t port, std::string_view words)
{
    const int socket = connectedTo(port);
    (void)::send(socket, words.data(), words.size(), MSG_NOSIGNAL);
    ::shutdown(socket, SHUT_WR);
    std::size_t received = 0;
    char buffer[16 * 1024];
    while (true) {
        const ssize_t bytes = ::recv(socket, buffer, sizeof buffer, 0);
        require(bytes >= 0 || (errno != EAGAIN && errno != EWOULDBLOCK), "who hangs up is let go");
        if (bytes <= 0) {
            break;
        }
        received += std::size_t(bytes);
        require(received <= longestAnswer, "answers are short");
    }
    ::close(socket);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static Backend &backend = *new Backend; // its threads end with the process
    converse(backend.port, fuzzing::viewOf(data, size));
    return 0;
}
