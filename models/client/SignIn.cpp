#include "SignIn.h"

#include "Answers.h"
#include "Replies.h"

#include <QNetworkProxy>
#include <QNetworkReply>

namespace huying
{

namespace
{
constexpr std::chrono::seconds signInPatience { 15 };
constexpr qint64 longestSession = 65'536; // bytes
}

SignIn::SignIn(QUrl backend, QObject *parent) : QObject(parent), _backend(std::move(backend)), _network(this)
{
    _network.setProxy(QNetworkProxy::NoProxy);
    _network.setTransferTimeout(signInPatience);
}

void SignIn::in(const Credentials &credentials, std::function<void(std::expected<SignedIn, Failure>)> then)
{
    QNetworkRequest request = requestTo(_backend, QStringLiteral("/v1/sign-in"), {});
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    QNetworkReply *reply = _network.post(request, QByteArray::fromStdString(textOf(credentials)));
    keepWithin(*reply, { longestSession, 2 * signInPatience });
    connect(reply, &QNetworkReply::finished, this, [reply, then = std::move(then)] {
        reply->deleteLater();
        const QByteArray answer = bodyOf(*reply);
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->error() != QNetworkReply::NoError || status != 200) {
            return then(std::unexpected(failureOf(*reply, answer)));
        }
        then(signedInFrom({ answer.constData(), std::size_t(answer.size()) }));
    });
}

void SignIn::out(const std::string &token)
{
    const QNetworkRequest request =
        requestTo(_backend, QStringLiteral("/v1/sign-out"), QByteArray::fromStdString(token));
    QNetworkReply *reply = _network.post(request, QByteArray());
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

} // namespace huying
