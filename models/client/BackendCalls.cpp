#include "BackendCalls.h"

#include "Replies.h"
#include "SnapshotFetch.h"

#include <sync/Wire.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>
#include <iterator>

namespace huying
{

namespace
{

struct SayBackendCalls {
    Q_DECLARE_TR_FUNCTIONS(Client)
};

std::size_t bytesOf(const Proposal &proposal)
{
    std::size_t bytes = 1;
    for (const Record &record : proposal.records) {
        bytes += lineOf(record).size() + 1;
    }
    return bytes;
}

} // namespace

BackendCalls::BackendCalls(BackendAddress backend, CallLimits limits) : _backend(std::move(backend)), _limits(limits)
{
    _network.setProxy(QNetworkProxy::NoProxy);
    _network.setTransferTimeout(_limits.answerTime);
}

QString BackendCalls::name() const
{
    return _backend.url.toDisplayString(QUrl::RemovePath | QUrl::RemoveUserInfo);
}

std::expected<Greeting, Failure> BackendCalls::greeting()
{
    auto greeted =
        get(QStringLiteral("/v1/greeting")).and_then([](const QByteArray &text) { return greetingFrom(viewOf(text)); });
    return greeted ? greeted : named(greeted.error());
}

std::expected<Page, Failure> BackendCalls::entriesAfter(Position position, int limit)
{
    auto page = get(QStringLiteral("/v1/events"), QStringLiteral("after=%1&limit=%2").arg(position).arg(limit))
                    .and_then([](const QByteArray &text) { return pageFrom(viewOf(text)); });
    return page ? std::expected<Page, Failure>(std::move(page->page)) : named(page.error());
}

std::expected<std::vector<Entry>, Failure> BackendCalls::trailsOf(std::span<const TicketId> tickets)
{
    std::vector<Entry> entries;
    while (!tickets.empty()) {
        const auto some = tickets.first(std::min(tickets.size(), _limits.trailsAtOnce));
        tickets = tickets.subspan(some.size());
        QByteArray body;
        for (const TicketId &ticket : some) {
            body += QByteArray::fromStdString(toText(ticket)) + '\n';
        }
        auto trails = post(QStringLiteral("/v1/trails"), body).and_then([](const QByteArray &text) {
            return entriesFrom(viewOf(text));
        });
        if (!trails) {
            return named(trails.error());
        }
        std::ranges::move(*trails, std::back_inserter(entries));
    }
    return entries;
}

std::expected<std::vector<Outcome>, Failure> BackendCalls::propose(std::span<const Proposal> proposals)
{
    std::vector<Outcome> outcomes;
    while (!proposals.empty()) {
        std::size_t count = 0;
        std::size_t bytes = 0;
        while (count < std::min(proposals.size(), _limits.proposalsAtOnce)) {
            bytes += bytesOf(proposals[count]);
            if (count > 0 && bytes > _limits.bytesAtOnce) {
                break;
            }
            ++count;
        }
        auto some = proposeAtOnce(proposals.first(count));
        if (!some) {
            return named(some.error());
        }
        std::ranges::move(*some, std::back_inserter(outcomes));
        proposals = proposals.subspan(count);
    }
    return outcomes;
}

std::expected<std::vector<Outcome>, Failure> BackendCalls::proposeAtOnce(std::span<const Proposal> proposals)
{
    return post(QStringLiteral("/v1/proposals"), QByteArray::fromStdString(textOf(proposals)))
        .and_then([](const QByteArray &text) { return outcomesFrom(viewOf(text)); })
        .and_then([&](std::vector<Outcome> outcomes) -> std::expected<std::vector<Outcome>, Failure> {
            bool isWhole = outcomes.size() == proposals.size();
            for (std::size_t i = 0; isWhole && i < outcomes.size(); ++i) {
                isWhole = !outcomes[i].isAccepted() || outcomes[i].positions.size() == proposals[i].records.size();
            }
            if (!isWhole) {
                return failure(FailureKind::Invalid, SayBackendCalls::tr("It does not answer every proposal."));
            }
            return outcomes;
        });
}

std::expected<void, Failure> BackendCalls::fetchSnapshot(const std::filesystem::path &file)
{
    SnapshotFetch fetch(_backend.url, _backend.token);
    QEventLoop waiting;
    std::optional<std::expected<void, Failure>> fetched;
    fetch.fetch(
        QString::fromStdString(file.string()), SnapshotOf::Everything, [&](const std::expected<void, Failure> &result) {
            fetched = result;
            waiting.quit();
        });
    if (!fetched) {
        waiting.exec();
    }
    return *fetched ? *fetched : named(fetched->error());
}

QNetworkRequest BackendCalls::request(const QString &path, const QString &query) const
{
    QUrl url = _backend.url;
    url.setPath(path);
    url.setQuery(query);
    QNetworkRequest made(url);
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-ndjson"));
    if (!_backend.token.isEmpty()) {
        made.setRawHeader("Authorization", "Bearer " + _backend.token);
    }
    return made;
}

std::expected<QByteArray, Failure> BackendCalls::get(const QString &path, const QString &query)
{
    return waitedFor(_network.get(request(path, query)));
}

std::expected<QByteArray, Failure> BackendCalls::post(const QString &path, const QByteArray &body)
{
    return waitedFor(_network.post(request(path), body));
}

std::expected<QByteArray, Failure> BackendCalls::waitedFor(QNetworkReply *reply) const
{
    const std::unique_ptr<QNetworkReply> kept(reply);
    QEventLoop waiting;
    keepWithin(*reply, { _limits.answerBytes, _limits.wholeAnswerTime });
    QObject::connect(reply, &QNetworkReply::finished, &waiting, &QEventLoop::quit);
    if (!reply->isFinished()) {
        waiting.exec();
    }
    QByteArray body = bodyOf(*reply);
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply->error() != QNetworkReply::NoError || status != 200) {
        return std::unexpected(failureOf(*reply, body));
    }
    return body;
}

std::unexpected<Failure> BackendCalls::named(const Failure &failure) const
{
    return std::unexpected(Failure {
        failure.kind, SayBackendCalls::tr("%1: %2", "backend, what is wrong with it").arg(name(), failure.text) });
}

} // namespace huying
