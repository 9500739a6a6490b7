#include "Caller.h"

#include <accounts/AccountText.h>
#include <sync/Wire.h>

#include <QEventLoop>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace huying::testing
{

LiveBytes::LiveBytes(const QUrl &backend, const QByteArray &token, Position after)
{
    _socket.setProxy(QNetworkProxy::NoProxy);
    QObject::connect(&_socket, &QWebSocket::binaryMessageReceived, &_socket, [this](const QByteArray &told) {
        _pages += told;
        if (const auto read = pageFrom(told.toStdString()); read) {
            _reached = read->page.isEmpty() ? std::max(_reached, read->page.head) : read->page.last();
        }
    });
    QObject::connect(&_socket, &QWebSocket::textMessageReceived, &_socket,
        [this](const QString &told) { _presences += told.toUtf8(); });
    QNetworkRequest request(QUrl(QStringLiteral("ws://127.0.0.1:%1/v1/live?after=%2").arg(backend.port()).arg(after)));
    request.setRawHeader("Authorization", "Bearer " + token);
    _socket.open(request);
}

Caller::Caller(const QString &backend, const QByteArray &name, const QByteArray &password) : _backend(backend)
{
    _network.setProxy(QNetworkProxy::NoProxy);
    const std::string credentials = textOf(Credentials { name.toStdString(), password.toStdString() });
    const QByteArray told = post(QStringLiteral("/v1/sign-in"), QByteArray::fromStdString(credentials));
    if (const auto signedIn = signedInFrom(told.toStdString()); signedIn) {
        _token = QByteArray::fromStdString(signedIn->token);
    }
}

QNetworkRequest Caller::request(const QString &path) const
{
    QNetworkRequest request(QUrl(_backend.toString() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-ndjson"));
    if (isSignedIn()) {
        request.setRawHeader("Authorization", "Bearer " + _token);
    }
    return request;
}

QByteArray Caller::waitedFor(QNetworkReply *reply)
{
    QEventLoop waiting;
    QObject::connect(reply, &QNetworkReply::finished, &waiting, &QEventLoop::quit);
    waiting.exec();
    reply->deleteLater();
    return reply->readAll();
}

QByteArray Caller::get(const QString &path)
{
    return waitedFor(_network.get(request(path)));
}

QByteArray Caller::post(const QString &path, const QByteArray &body)
{
    return waitedFor(_network.post(request(path), body));
}

std::unique_ptr<LiveBytes> Caller::live(Position after) const
{
    return std::make_unique<LiveBytes>(_backend, _token, after);
}

QByteArray proposalOf(const AnyEvent &event)
{
    const Proposal proposal { { std::visit([](const auto &each) { return recordOf(each, { 7 }); }, event) } };
    return QByteArray::fromStdString(textOf(std::span(&proposal, 1)));
}

} // namespace huying::testing
