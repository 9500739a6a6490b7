#include "Connection.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/file_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <charconv>
#include <format>
#include <utility>

namespace huying
{

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

namespace
{

using Parser = http::request_parser<http::string_body>;

/// What went wrong while a request was read, as an answer; nothing when nobody waits for one.
std::optional<Answer> refusal(const boost::system::error_code &error)
{
    Answer answer = answerOf({ FailureKind::Full, QStringLiteral("the request is larger than is taken") });
    if (error == http::error::body_limit) {
        return answer;
    }
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
        answer.status = 431;
        return answer;
    }
    if (error == beast::error::timeout || error == http::error::end_of_stream
        || error.category() != http::make_error_code(http::error::bad_method).category()) {
        return std::nullopt;
    }
    return answerOf({ FailureKind::Invalid, QStringLiteral("this is no HTTP request") });
}

template <class Body>
void dress(http::response<Body> &response, const Answer &answer, bool keepAlive)
{
    response.set(http::field::server, "Huying");
    if (!answer.type.empty()) {
        response.set(http::field::content_type, answer.type);
    }
    for (const auto &[name, value] : answer.headers) {
        response.set(name, value);
    }
    response.set(http::field::cache_control, "no-store");
    if (answer.retryAfterSeconds) {
        response.set(http::field::retry_after, std::to_string(*answer.retryAfterSeconds));
    }
    if (answer.status == 401) {
        response.set(http::field::www_authenticate, "Bearer");
    }
    response.keep_alive(keepAlive);
    response.prepare_payload();
}

asio::awaitable<void> sendFile(beast::tcp_stream &stream, const Answer &answer, bool keepAlive)
{
    http::file_body::value_type file;
    boost::system::error_code error;
    file.open(answer.file->c_str(), beast::file_mode::scan, error);
    const std::uint64_t size = error ? 0 : file.size();
    if (!error && answer.fileFrom > 0) {
        file.seek(answer.fileFrom, error);
    }
    if (error) {
        throw boost::system::system_error(error);
    }
    http::response<http::file_body> response(
        std::piecewise_construct, std::make_tuple(std::move(file)), std::make_tuple(http::status(answer.status), 11));
    response.set(http::field::etag, '"' + answer.fileName + '"');
    response.set(http::field::accept_ranges, "bytes");
    if (answer.status == 206) {
        response.set(http::field::content_range, std::format("bytes {}-{}/{}", answer.fileFrom, size - 1, size));
    }
    dress(response, answer, keepAlive);
    stream.expires_after(std::chrono::minutes { 10 });
    co_await http::async_write(stream, response, asio::use_awaitable);
}

asio::awaitable<void> sendText(beast::tcp_stream &stream, Answer answer, bool keepAlive, ServiceLimits limits)
{
    http::response<http::string_body> response { http::status(answer.status), 11, std::exchange(answer.body, {}) };
    dress(response, answer, keepAlive);
    stream.expires_after(limits.requestTime * 6);
    co_await http::async_write(stream, response, asio::use_awaitable);
}

/// What the header `Authorization: Bearer …` bears; empty without one.
std::string tokenIn(const Parser &parser)
{
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view value = parser.get()[http::field::authorization];
    return std::string(value.starts_with(scheme) ? value.substr(scheme.size()) : std::string_view());
}

/// The N of the header `Range: bytes=N-`; 0 for anything else, which is then answered whole.
std::uint64_t rangeIn(const Parser &parser)
{
    constexpr std::string_view unit = "bytes=";
    std::string_view value = parser.get()[http::field::range];
    if (!value.starts_with(unit) || !value.ends_with('-')) {
        return 0;
    }
    value = value.substr(unit.size(), value.size() - unit.size() - 1);
    std::uint64_t from = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), from);
    return error == std::errc() && end == value.data() + value.size() ? from : 0;
}

/// What the header `If-Range: "…"` names, without its quotation marks.
std::string begunIn(const Parser &parser)
{
    const std::string_view value = parser.get()[http::field::if_range];
    const bool isQuoted = value.size() >= 2 && value.starts_with('"') && value.ends_with('"');
    return std::string(isQuoted ? value.substr(1, value.size() - 2) : std::string_view());
}

/// The N of the header `Upload-Offset: N`.
std::optional<std::uint64_t> offsetIn(const Parser &parser)
{
    const std::string_view value = parser.get()["Upload-Offset"];
    std::uint64_t offset = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), offset);
    const bool isNumber = error == std::errc() && end == value.data() + value.size();
    return isNumber ? std::optional(offset) : std::nullopt;
}

asio::awaitable<void> goLive(
    beast::tcp_stream &stream, const Parser &parser, Routes &routes, LiveFeed &live, ServiceLimits limits)
{
    const std::string_view target = parser.get().target();
    const std::size_t mark = target.find('?');
    const auto after = numberIn(mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1), "after");
    if (!target.starts_with("/v1/live") || !after || *after < 0) {
        co_await sendText(
            stream, answerOf({ FailureKind::NotFound, QStringLiteral("no such live feed") }), false, limits);
        co_return;
    }
    stream.expires_never();
    Guest guest { .token = tokenIn(parser), .account = {} };
    auto account = co_await routes.whose(guest.token);
    if (!account) {
        co_await sendText(stream, answerOf(account.error()), false, limits);
        co_return;
    }
    guest.account = std::move(*account);
    const auto socket = std::make_shared<LiveStream>(std::move(stream));
    auto times = beast::websocket::stream_base::timeout::suggested(beast::role_type::server);
    times.handshake_timeout = limits.requestTime;
    times.idle_timeout = limits.requestTime * 2;
    times.keep_alive_pings = true;
    socket->set_option(times);
    socket->read_message_max(1024);
    socket->binary(true);
    co_await socket->async_accept(parser.get(), asio::use_awaitable);
    co_await live.serve(socket, *after, std::move(guest));
}

/// Reads one request within the limits. The wait for its first byte may be long, the rest may not.
asio::awaitable<boost::system::error_code> readRequest(
    beast::tcp_stream &stream, beast::flat_buffer &buffer, Parser &parser, ServiceLimits limits)
{
    boost::system::error_code error;
    if (buffer.size() == 0) {
        stream.expires_after(limits.idleTime);
        const std::size_t got =
            co_await stream.async_read_some(buffer.prepare(4096), asio::redirect_error(asio::use_awaitable, error));
        if (error) {
            co_return error;
        }
        buffer.commit(got);
    }
    stream.expires_after(limits.requestTime);
    co_await http::async_read(stream, buffer, parser, asio::redirect_error(asio::use_awaitable, error));
    co_return error;
}

asio::awaitable<bool> serveRequest(
    beast::tcp_stream &stream, beast::flat_buffer &buffer, Routes &routes, LiveFeed &live, ServiceLimits limits)
{
    Parser parser;
    parser.header_limit(limits.headerBytes);
    parser.body_limit(limits.bodyBytes);
    const auto error = co_await readRequest(stream, buffer, parser, limits);
    if (error) {
        if (auto answer = refusal(error)) {
            co_await sendText(stream, std::move(*answer), false, limits);
        }
        co_return false;
    }
    if (beast::websocket::is_upgrade(parser.get())) {
        co_await goLive(stream, parser, routes, live, limits);
        co_return false;
    }
    const bool keepAlive = parser.get().keep_alive();
    Request request { .method = std::string(parser.get().method_string()),
        .target = std::string(parser.get().target()),
        .body = std::move(parser.get().body()),
        .token = tokenIn(parser),
        .from = rangeIn(parser),
        .begun = begunIn(parser),
        .offset = offsetIn(parser) };
    const bool isHead = request.method == "HEAD";
    stream.expires_never();
    Answer answer = co_await routes.answer(std::move(request));
    if (isHead) {
        answer.body.clear();
    }
    if (answer.file) {
        co_await sendFile(stream, answer, keepAlive);
    } else {
        co_await sendText(stream, std::move(answer), keepAlive, limits);
    }
    co_return keepAlive;
}

} // namespace

asio::awaitable<void> serveConnection(beast::tcp_stream stream, Routes &routes, LiveFeed &live, ServiceLimits limits)
{
    beast::flat_buffer buffer(limits.headerBytes + 64 * 1024);
    try {
        while (co_await serveRequest(stream, buffer, routes, live, limits)) {}
    } catch (const boost::system::system_error &) {
        // The other side went away in the middle; there is nobody to tell.
    }
    boost::system::error_code ignored;
    stream.socket().shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
}

} // namespace huying
