#include "ProposalSink.h"

#include <ledger/Ledger.h>
#include <sync/Wire.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace huying
{

namespace
{

constexpr int answerTime = 15'000; // ms
constexpr qint64 longestAnswer = 16 * 1024 * 1024;

std::expected<QByteArray, Failure> posted(QNetworkAccessManager &network, const QUrl &address, const QByteArray &body)
{
    QNetworkRequest request(address);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-ndjson"));
    request.setTransferTimeout(answerTime);
    const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
    QEventLoop waiting;
    QObject::connect(reply.get(), &QNetworkReply::finished, &waiting, &QEventLoop::quit);
    waiting.exec();
    const QByteArray answer = reply->read(longestAnswer);
    if (reply->error() != QNetworkReply::NoError) {
        return failure(FailureKind::Unreachable,
            QCoreApplication::translate("huyingctl", "The backend at %1 does not answer: %2")
                .arg(address.toDisplayString(QUrl::RemovePath), reply->errorString()));
    }
    return answer;
}

} // namespace

std::expected<ProposalSink, Failure> sinkInto(const std::filesystem::path &file)
{
    auto opened = Ledger::open(file, LedgerSettings {});
    if (!opened) {
        return std::unexpected(std::move(opened.error()));
    }
    return [ledger = std::make_shared<Ledger>(std::move(*opened))](
               std::span<const Proposal> proposals, Instant now) { return ledger->append(proposals, now); };
}

ProposalSink sinkThrough(const QUrl &backend)
{
    QUrl address = backend;
    address.setPath(QStringLiteral("/v1/proposals"));
    return [network = std::make_shared<QNetworkAccessManager>(), address](
               std::span<const Proposal> proposals, Instant) {
        return posted(*network, address, QByteArray::fromStdString(textOf(proposals)))
            .and_then(
                [](const QByteArray &text) { return outcomesFrom({ text.constData(), std::size_t(text.size()) }); });
    };
}

} // namespace huying
