#include "FactProposal.h"

#include "Answers.h"
#include "Replies.h"

#include <sync/Wire.h>

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace huying
{

namespace
{

constexpr std::chrono::seconds patience { 30 };

std::expected<Position, Failure> positionIn(const QByteArray &answer)
{
    return outcomesFrom(viewOf(answer))
        .and_then([](const std::vector<Outcome> &outcomes) -> std::expected<Position, Failure> {
            if (outcomes.size() == 1 && outcomes.front().refused) {
                return std::unexpected(*outcomes.front().refused);
            }
            if (outcomes.size() != 1 || outcomes.front().positions.empty()) {
                return failure(
                    FailureKind::Invalid, QCoreApplication::translate("Client", "It does not answer every proposal."));
            }
            return outcomes.front().positions.back();
        });
}

} // namespace

FactProposal::FactProposal(QUrl backend, QObject *parent)
    : QObject(parent), _backend(std::move(backend)), _network(this)
{
    _network.setProxy(QNetworkProxy::NoProxy);
    _network.setTransferTimeout(patience);
}

void FactProposal::propose(
    const Proposal &proposal, const QByteArray &token, std::function<void(std::expected<Position, Failure>)> then)
{
    QNetworkRequest request = requestTo(_backend, QStringLiteral("/v1/proposals"), token);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-ndjson"));
    QNetworkReply *reply = _network.post(request, QByteArray::fromStdString(textOf(std::span(&proposal, 1))));
    connect(reply, &QNetworkReply::finished, this, [reply, then = std::move(then)] {
        reply->deleteLater();
        const QByteArray answer = bodyOf(*reply);
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool isAnswered = reply->error() == QNetworkReply::NoError && status == 200;
        then(isAnswered ? positionIn(answer) : std::unexpected(failureOf(*reply, answer)));
    });
}

} // namespace huying
