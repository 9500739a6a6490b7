#include "Pictures.h"

#include "Elsewhere.h"
#include "Routes.h"

#include <accounts/Rights.h>
#include <domain/TrailPictures.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace huying
{

namespace asio = boost::asio;

namespace
{

constexpr std::string_view place = "/v1/attachments/";
constexpr std::chrono::hours tidyEvery { 1 };

struct SayPictures {
    Q_DECLARE_TR_FUNCTIONS(Service)
};

std::unexpected<Failure> noSuchPicture()
{
    return failure(FailureKind::NotFound, SayPictures::tr("No ticket that you see names this picture."));
}

std::vector<TicketEvent> eventsIn(const std::vector<Entry> &entries)
{
    std::vector<TicketEvent> trail;
    for (const Entry &entry : entries) {
        if (auto event = eventOf(entry.record); event && std::holds_alternative<TicketEvent>(*event)) {
            trail.push_back(std::get<TicketEvent>(*std::move(event)));
        }
    }
    return trail;
}

/// What the events of one ticket say of the picture of this digest, unless that was taken back.
std::expected<Attachment, Failure> namedIn(std::span<const TicketEvent> trail, const std::string &digest)
{
    const auto all = picturesOf(trail);
    const auto found = std::ranges::find(all, digest, &Attachment::sha256);
    return found == all.end() ? noSuchPicture() : std::expected<Attachment, Failure>(*found);
}

/// How far an upload has come, in the words of the IETF's draft of resumable uploads.
Answer progress(std::int64_t offset, bool isWhole)
{
    return { .status = 204,
        .type = {},
        .body = {},
        .file = {},
        .retryAfterSeconds = {},
        .headers = { { "Upload-Offset", std::to_string(offset) }, { "Upload-Complete", isWhole ? "?1" : "?0" } } };
}

/// Why a piece was not taken. What is full is named to the caller without the backend's paths.
Answer notTaken(const Failure &why, std::int64_t received)
{
    Answer answer = answerOf(why);
    switch (why.kind) {
    case FailureKind::Full:
        answer = answerOf({ FailureKind::Full,
            SayPictures::tr("The backend has no room for photos at this moment; they stay here and are sent later.") });
        answer.status = 507;
        break;
    case FailureKind::Refused:
        answer.status = 413;
        break;
    case FailureKind::Busy:
        answer.status = 409;
        answer.headers.emplace_back("Upload-Offset", std::to_string(received));
        break;
    default:
        answer.status = 400;
    }
    return answer;
}

} // namespace

Pictures::Pictures(
    ServedLog &log, asio::thread_pool &reading, std::optional<BlobFolder> folder, std::function<Instant()> clock)
    : _log(log), _reading(reading), _folder(std::move(folder)), _clock(std::move(clock))
{
}

void Pictures::finish()
{
    _storing.join();
}

asio::awaitable<Answer> Pictures::answer(std::string path, std::string query, Request request, Account account)
{
    const bool isGiving = request.method == "GET";
    if (!isGiving && request.method != "HEAD" && request.method != "PATCH") {
        co_return notAllowed();
    }
    if (!_folder) {
        co_return answerOf({ FailureKind::Busy, SayPictures::tr("This backend keeps no pictures.") });
    }
    if (isGiving ? !maySeePictures(account) : account.role == Role::Wall) {
        co_return answerOf(
            { FailureKind::Refused, SayPictures::tr("Pictures are not for the role in which you are signed in.") });
    }
    auto attachment = co_await named(path.substr(std::min(path.size(), place.size())), std::move(query), account,
        isGiving ? PersonCode() : account.person);
    if (!attachment) {
        co_return answerOf(attachment.error());
    }
    if (isGiving) {
        co_return co_await give(std::move(*attachment), request.from, std::move(request.begun));
    }
    if (request.method == "PATCH") {
        co_return co_await take(std::move(*attachment), request.offset.value_or(0), std::move(request.body));
    }
    co_return co_await state(std::move(*attachment));
}

/// What a ticket in the account's sight says of the picture; or the events of `sender`, whose ticket may have gone out
/// of sight before the bytes were sent.
asio::awaitable<std::expected<Attachment, Failure>> Pictures::named(
    std::string digest, std::string query, Account account, PersonCode sender)
{
    constexpr std::string_view key = "ticket=";
    const auto ticket = query.starts_with(key) ? uuidFromText(query.substr(key.size())) : std::nullopt;
    if (!ticket || !isSha256(digest)) {
        co_return failure(FailureKind::Invalid, QStringLiteral("a picture is asked for as DIGEST?ticket=ID"));
    }
    auto read = [this, ticket = *ticket, digest = std::move(digest), sender = std::move(sender),
                    audience = audienceOf(account)]() -> std::expected<Attachment, Failure> {
        auto seen = trailOf(ticket, audience).and_then([&](const auto &trail) { return namedIn(trail, digest); });
        if (seen || seen.error().kind != FailureKind::NotFound || sender.isEmpty()) {
            return seen;
        }
        return trailOf(ticket, Audience {}).and_then([&](std::vector<TicketEvent> trail) {
            std::erase_if(trail, [&](const TicketEvent &event) { return event.author.person != sender; });
            return namedIn(trail, digest);
        });
    };
    co_return co_await on(_reading, std::move(read));
}

std::expected<std::vector<TicketEvent>, Failure> Pictures::trailOf(const TicketId &ticket, const Audience &audience)
{
    return _log.trailsOf(std::array { ticket }, audience).transform(&eventsIn);
}

asio::awaitable<Answer> Pictures::state(Attachment attachment)
{
    auto look = [this, attachment = std::move(attachment)] {
        return progress(_folder->received(attachment), _folder->find(attachment.sha256).has_value());
    };
    co_return co_await on(_storing, std::move(look));
}

asio::awaitable<Answer> Pictures::take(Attachment attachment, std::uint64_t offset, std::string bytes)
{
    const bool isTidying = _clock() - _tidied > tidyEvery;
    if (isTidying) {
        _tidied = _clock();
    }
    auto store = [this, attachment = std::move(attachment), offset, bytes = std::move(bytes), isTidying] {
        if (isTidying) {
            _folder->removeStale();
        }
        const auto reached = _folder->append(attachment, std::int64_t(offset), bytes);
        return reached ? progress(*reached, _folder->find(attachment.sha256).has_value())
                       : notTaken(reached.error(), _folder->received(attachment));
    };
    co_return co_await on(_storing, std::move(store));
}

asio::awaitable<Answer> Pictures::give(Attachment attachment, std::uint64_t from, std::string begun)
{
    auto look = [this, digest = attachment.sha256] { return _folder->find(digest); };
    const auto file = co_await on(_storing, std::move(look));
    if (!file) {
        Answer answer = answerOf({ FailureKind::NotFound, SayPictures::tr("The picture has not come here yet.") });
        answer.retryAfterSeconds = 5;
        co_return answer;
    }
    const bool goesOn = from > 0 && begun == attachment.sha256 && std::cmp_less(from, attachment.bytes);
    co_return Answer { .status = goesOn ? 206 : 200,
        .type = std::string(nameIn(mediaTypeNames, attachment.type)),
        .body = {},
        .file = file,
        .fileName = attachment.sha256,
        .fileFrom = goesOn ? from : 0,
        .retryAfterSeconds = {} };
}

} // namespace huying
