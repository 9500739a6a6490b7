#include "Routes.h"

#include <sync/Wire.h>

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <QJsonDocument>
#include <QJsonObject>

#include <charconv>

namespace huying
{

namespace asio = boost::asio;

namespace
{

constexpr auto lines = "application/x-ndjson";

/// Runs `work` on `elsewhere` and resumes here with its result. Nothing of the coroutine goes over there, only the
/// work: so the threads can be ended before the connections that wait for them.
template <class Work>
asio::awaitable<std::invoke_result_t<Work>> on(asio::thread_pool &elsewhere, Work work)
{
    using Result = std::invoke_result_t<Work>;
    struct Waiting {
        explicit Waiting(const asio::any_io_executor &executor) : wake(executor, asio::steady_timer::time_point::max())
        {
        }
        std::optional<Result> result;
        asio::steady_timer wake;
    };
    const auto waiting = std::make_shared<Waiting>(co_await asio::this_coro::executor);
    asio::post(elsewhere, [waiting, work = std::move(work)] {
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

int statusOf(FailureKind kind)
{
    switch (kind) {
    case FailureKind::NotFound:
        return 404;
    case FailureKind::Refused:
    case FailureKind::Invalid:
        return 400;
    case FailureKind::Full:
        return 413;
    case FailureKind::Busy:
    case FailureKind::Unreachable:
    case FailureKind::Cancelled:
        return 503;
    case FailureKind::Damaged:
    case FailureKind::Newer:
        break;
    }
    return 500;
}

Answer notAllowed()
{
    Answer answer = answerOf({ FailureKind::Invalid, QStringLiteral("this address takes another method") });
    answer.status = 405;
    return answer;
}

} // namespace

Answer answerOf(const Failure &failure)
{
    const std::string_view kind = nameOf(failure.kind);
    const QJsonObject object { { QStringLiteral("kind"), QString::fromUtf8(kind.data(), qsizetype(kind.size())) },
        { QStringLiteral("text"), failure.text } };
    return { .status = statusOf(failure.kind),
        .type = "application/json",
        .body = QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString(),
        .file = {} };
}

std::optional<std::int64_t> numberIn(std::string_view query, std::string_view key)
{
    while (!query.empty()) {
        const std::string_view part = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), part.size() + 1));
        if (!part.starts_with(key) || part.size() <= key.size() || part[key.size()] != '=') {
            continue;
        }
        const std::string_view digits = part.substr(key.size() + 1);
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
    }
    return std::nullopt;
}

Routes::Routes(Identity identity, ServedLog &log, Writer &writer, ServiceLimits limits, std::function<Instant()> clock)
    : _identity(std::move(identity)), _log(log), _writer(writer), _limits(limits), _clock(std::move(clock))
{
}

void Routes::finish()
{
    _reading.join();
    _copying.join();
}

asio::awaitable<Answer> Routes::answer(Request request)
{
    const std::string_view target = request.target;
    const std::size_t mark = target.find('?');
    const std::string_view path = target.substr(0, mark);
    const std::string query(mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1));
    const bool isGet = request.method == "GET";
    const bool isPost = request.method == "POST";
    if (path == "/v1/greeting") {
        co_return isGet ? co_await greeting() : notAllowed();
    }
    if (path == "/v1/events") {
        co_return isGet ? co_await events(query) : notAllowed();
    }
    if (path == "/v1/trails") {
        co_return isPost ? co_await trails(std::move(request.body)) : notAllowed();
    }
    if (path == "/v1/snapshot") {
        co_return isGet ? co_await snapshot() : notAllowed();
    }
    if (path == "/v1/proposals") {
        co_return isPost ? co_await proposals(std::move(request.body)) : notAllowed();
    }
    co_return answerOf({ FailureKind::NotFound, QStringLiteral("no such address in protocol 1") });
}

asio::awaitable<std::expected<Page, Failure>> Routes::entriesAfter(Position position)
{
    co_return co_await on(_reading, [this, position] { return _log.entriesAfter(position, _limits.entriesAtOnce); });
}

asio::awaitable<Answer> Routes::greeting()
{
    const auto page = co_await on(_reading, [this] { return _log.entriesAfter(0, 0); });
    if (!page) {
        co_return answerOf(page.error());
    }
    const Greeting greeting {
        .protocol = 1, .county = _identity.county, .name = _identity.name, .head = page->head, .now = _clock()
    };
    co_return Answer { .status = 200, .type = "application/json", .body = textOf(greeting), .file = {} };
}

asio::awaitable<Answer> Routes::events(std::string query)
{
    const auto after = numberIn(query, "after");
    const std::int64_t limit = std::min<std::int64_t>(numberIn(query, "limit").value_or(1000), _limits.entriesAtOnce);
    if (!after || *after < 0 || limit <= 0) {
        co_return answerOf(
            { FailureKind::Invalid, QStringLiteral("after must be a position, limit a positive number") });
    }
    const auto text = co_await on(_reading, [this, after, limit]() -> std::expected<std::string, Failure> {
        return _log.entriesAfter(*after, int(limit)).transform([this](const Page &page) {
            return textOf(TimedPage { .page = page, .now = _clock() }, true);
        });
    });
    co_return text ? Answer { .status = 200, .type = lines, .body = *text, .file = {} } : answerOf(text.error());
}

asio::awaitable<Answer> Routes::trails(std::string body)
{
    std::vector<TicketId> tickets;
    for (std::string_view rest = body; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const auto ticket = uuidFromText(line);
        if (!ticket || std::ssize(tickets) >= _limits.trailsAtOnce) {
            co_return answerOf({ ticket ? FailureKind::Full : FailureKind::Invalid,
                QStringLiteral("a ticket's id a line, at most %1").arg(_limits.trailsAtOnce) });
        }
        tickets.push_back(*ticket);
    }
    const auto text = co_await on(_reading, [this, &tickets]() -> std::expected<std::string, Failure> {
        return _log.trailsOf(tickets).transform([this](std::vector<Entry> entries) {
            std::string written;
            for (const Entry &entry : entries) {
                written += lineOf(entry, true) + '\n';
            }
            return written;
        });
    });
    co_return text ? Answer { .status = 200, .type = lines, .body = *text, .file = {} } : answerOf(text.error());
}

asio::awaitable<Answer> Routes::snapshot()
{
    const auto file = co_await on(_copying, [this] { return _log.snapshot(); });
    co_return file ? Answer { .status = 200, .type = "application/vnd.sqlite3", .body = {}, .file = *file }
                   : answerOf(file.error());
}

asio::awaitable<Answer> Routes::proposals(std::string body)
{
    auto proposals = proposalsFrom(body, std::size_t(_limits.proposalsAtOnce));
    if (!proposals) {
        co_return answerOf(proposals.error());
    }
    const auto outcomes = co_await _writer.append(std::move(*proposals));
    co_return outcomes ? Answer { .status = 200, .type = lines, .body = textOf(*outcomes), .file = {} }
                       : answerOf(outcomes.error());
}

} // namespace huying
