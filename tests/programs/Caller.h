#pragma once

#include <canonical/Record.h>

#include <QNetworkAccessManager>
#include <QUrl>
#include <QWebSocket>

#include <memory>

namespace huying::testing
{

/// A live line and every byte that came over it.
class LiveBytes
{
public:
    LiveBytes(const QUrl &backend, const QByteArray &token, Position after);

    void say(const QByteArray &doing) { _socket.sendTextMessage(QString::fromUtf8(doing)); }
    Position reached() const { return _reached; } ///< -1 before anything came
    const QByteArray &pages() const { return _pages; }
    const QByteArray &presences() const { return _presences; }

private:
    QWebSocket _socket;
    Position _reached = -1;
    QByteArray _pages;
    QByteArray _presences;
};

/// Somebody who has signed in at a backend, and the bytes of its answers as they are.
class Caller
{
public:
    /// Signs in; `isSignedIn` says whether that went well.
    Caller(const QString &backend, const QByteArray &name, const QByteArray &password);

    bool isSignedIn() const { return !_token.isEmpty(); }
    QByteArray get(const QString &path);
    QByteArray post(const QString &path, const QByteArray &body);
    std::unique_ptr<LiveBytes> live(Position after) const;

private:
    QNetworkRequest request(const QString &path) const;
    static QByteArray waitedFor(QNetworkReply *reply);

    QUrl _backend;
    QByteArray _token;
    QNetworkAccessManager _network;
};

/// The body of a proposal of one event.
QByteArray proposalOf(const AnyEvent &event);

} // namespace huying::testing
