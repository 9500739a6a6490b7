#include "Routes.h"

#include "Elsewhere.h"

#include <accounts/AccountText.h>
#include <sync/Wire.h>

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <charconv>

namespace huying
{

namespace asio = boost::asio;

namespace
{

constexpr auto lines = "application/x-ndjson";

int statusOf(FailureKind kind)
{
    switch (kind) {
    case FailureKind::NotFound:
        return 404;
    case FailureKind::Refused:
    case FailureKind::Invalid:
        return 400;
    case FailureKind::SignedOut:
        return 401;
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

/// What the log says of itself: what is full there is its disk, and not what the caller sends.
Answer answerOfLog(const Failure &failed)
{
    if (failed.kind != FailureKind::Full) {
        return answerOf(failed);
    }
    Answer answer = answerOf({ FailureKind::Full,
        QCoreApplication::translate(
            "Service", "The backend has no room left on its disk; what is done here waits until there is some.") });
    answer.status = 507;
    return answer;
}

Answer linesOf(std::string text)
{
    return {
        .status = 200, .type = lines, .body = std::move(text), .file = {}, .fileName = {}, .retryAfterSeconds = {}
    };
}

Answer jsonOf(std::string text)
{
    return { .status = 200,
        .type = "application/json",
        .body = std::move(text),
        .file = {},
        .fileName = {},
        .retryAfterSeconds = {} };
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
        .file = {},
        .fileName = {},
        .retryAfterSeconds = {} };
}

Answer notAllowed()
{
    Answer answer = answerOf({ FailureKind::Invalid, QStringLiteral("this address takes another method") });
    answer.status = 405;
    return answer;
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

Routes::Routes(Identity identity, ServedLog &log, Writer &writer, Door &door, ServiceLimits limits,
    std::function<Instant()> clock, std::optional<BlobFolder> pictures)
    : _identity(std::move(identity))
    , _log(log)
    , _writer(writer)
    , _limits(limits)
    , _clock(std::move(clock))
    , _entrance(door, _clock)
    , _pictures(log, _reading, std::move(pictures), _clock)
{
}

void Routes::finish()
{
    _reading.join();
    _pictures.finish();
    _copying.join();
    _copyingFirst.join();
    _entrance.finish();
}

asio::awaitable<Answer> Routes::answer(Request request)
{
    const std::string_view target = request.target;
    const std::size_t mark = target.find('?');
    const std::string_view path = target.substr(0, mark);
    const std::string query(mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1));
    if (path == "/v1/sign-in") {
        co_return request.method == "POST" ? co_await _entrance.signIn(std::move(request.body)) : notAllowed();
    }
    auto account = co_await _entrance.whose(request.token);
    if (!account) {
        co_return answerOf(account.error());
    }
    co_return co_await answer(std::string(path), query, std::move(request), std::move(*account));
}

/// For somebody who is signed in.
asio::awaitable<Answer> Routes::answer(std::string path, std::string query, Request request, Account account)
{
    const bool isGet = request.method == "GET";
    const bool isPost = request.method == "POST";
    if (path == "/v1/greeting") {
        co_return isGet ? co_await greeting(std::move(account)) : notAllowed();
    }
    if (path == "/v1/me") {
        co_return isGet ? jsonOf(textOf(account)) : notAllowed();
    }
    if (path == "/v1/sign-out") {
        co_return isPost ? co_await _entrance.signOut(std::move(request.token)) : notAllowed();
    }
    if (path == "/v1/events") {
        co_return isGet ? co_await events(query, audienceOf(account)) : notAllowed();
    }
    if (path == "/v1/trails") {
        co_return isPost ? co_await trails(std::move(request.body), audienceOf(account)) : notAllowed();
    }
    if (path == "/v1/snapshot") {
        co_return isGet
            ? co_await snapshot(audienceOf(account), std::move(query), request.from, std::move(request.begun))
            : notAllowed();
    }
    if (path == "/v1/proposals") {
        co_return isPost ? co_await proposals(std::move(request.body), std::move(account)) : notAllowed();
    }
    if (path.starts_with("/v1/attachments/")) {
        co_return co_await _pictures.answer(std::move(path), std::move(query), std::move(request), std::move(account));
    }
    co_return answerOf({ FailureKind::NotFound, QStringLiteral("no such address in protocol 1") });
}

asio::awaitable<std::expected<Account, Failure>> Routes::whose(std::string token)
{
    co_return co_await _entrance.whose(std::move(token));
}

asio::awaitable<std::expected<Page, Failure>> Routes::entriesAfter(Position position, Audience audience)
{
    auto read = [this, position, audience = std::move(audience)] {
        return _log.entriesAfter(position, _limits.entriesAtOnce, audience);
    };
    co_return co_await on(_reading, std::move(read));
}

asio::awaitable<bool> Routes::isSeen(TicketId ticket, Audience audience)
{
    auto read = [this, ticket, audience = std::move(audience)] {
        return _log.isSeen(ticket, audience).value_or(false);
    };
    co_return co_await on(_reading, std::move(read));
}

asio::awaitable<Answer> Routes::greeting(Account account)
{
    const Audience audience = audienceOf(account);
    auto read = [this, audience] { return _log.entriesAfter(0, 0, audience); };
    const auto page = co_await on(_reading, std::move(read));
    if (!page) {
        co_return answerOf(page.error());
    }
    const Greeting greeting { .protocol = 1,
        .county = _identity.county,
        .name = _identity.name,
        .head = page->head,
        .now = _clock(),
        .audience = nameOf(audience) };
    co_return jsonOf(textOf(greeting));
}

asio::awaitable<Answer> Routes::events(std::string query, Audience audience)
{
    const auto after = numberIn(query, "after");
    const std::int64_t limit = std::min<std::int64_t>(numberIn(query, "limit").value_or(1000), _limits.entriesAtOnce);
    if (!after || *after < 0 || limit <= 0) {
        co_return answerOf(
            { FailureKind::Invalid, QStringLiteral("after must be a position, limit a positive number") });
    }
    auto read = [this, position = *after, limit,
                    audience = std::move(audience)]() -> std::expected<std::string, Failure> {
        return _log.entriesAfter(position, int(limit), audience).transform([&](Page page) {
            page.audience = nameOf(audience);
            return textOf(TimedPage { .page = std::move(page), .now = _clock() }, true);
        });
    };
    const auto text = co_await on(_reading, std::move(read));
    co_return text ? linesOf(*text) : answerOf(text.error());
}

asio::awaitable<Answer> Routes::trails(std::string body, Audience audience)
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
    auto read = [this, tickets = std::move(tickets),
                    audience = std::move(audience)]() -> std::expected<std::string, Failure> {
        return _log.trailsOf(tickets, audience).transform([](const std::vector<Entry> &entries) {
            std::string written;
            for (const Entry &entry : entries) {
                written += lineOf(entry, true) + '\n';
            }
            return written;
        });
    };
    const auto text = co_await on(_reading, std::move(read));
    co_return text ? linesOf(*text) : answerOf(text.error());
}

/// From where the caller's beginning ends, if it is the beginning of the same file; else the whole of it.
asio::awaitable<Answer> Routes::snapshot(Audience audience, std::string query, std::uint64_t from, std::string begun)
{
    if (!query.empty() && query != "of=" + std::string(atWorkName)) {
        co_return answerOf(
            { FailureKind::Invalid, QStringLiteral("a snapshot is of everything, or of=at-work, the first part") });
    }
    const SnapshotOf of = query.empty() ? SnapshotOf::Everything : SnapshotOf::AtWork;
    auto copy = [this, audience = std::move(audience), of, begun] { return _log.snapshot(audience, of, begun); };
    const auto packed = co_await on(of == SnapshotOf::AtWork ? _copyingFirst : _copying, std::move(copy));
    if (!packed) {
        co_return answerOfLog(packed.error());
    }
    std::error_code unknown;
    const std::uintmax_t size = std::filesystem::file_size(packed->file, unknown);
    const bool goesOn = from > 0 && begun == packed->name && !unknown && from < size;
    co_return Answer { .status = goesOn ? 206 : 200,
        .type = "application/zstd",
        .body = {},
        .file = packed->file,
        .fileName = packed->name,
        .fileFrom = goesOn ? from : 0,
        .retryAfterSeconds = {} };
}

asio::awaitable<Answer> Routes::proposals(std::string body, Account account)
{
    auto proposals = proposalsFrom(body, std::size_t(_limits.proposalsAtOnce));
    if (!proposals) {
        co_return answerOf(proposals.error());
    }
    const auto outcomes = co_await _writer.append(std::move(*proposals), std::move(account));
    co_return outcomes ? linesOf(textOf(*outcomes)) : answerOfLog(outcomes.error());
}

} // namespace huying
