#pragma once

#include <domain/Failure.h>

#include <QNetworkAccessManager>
#include <QUrl>

#include <expected>
#include <functional>

namespace huying
{

/// Fetches the file that a new desk starts from.
class SnapshotFetch : public QObject
{
    Q_OBJECT
public:
    /// `token`: of who is signed in; empty where the backend serves everybody.
    SnapshotFetch(QUrl backend, QByteArray token, QObject *parent = nullptr);

    /// Into `path`, whole or not at all. SignedOut when nobody is signed in.
    void fetch(const QString &path, std::function<void(std::expected<void, Failure>)> then);

signals:
    void progress(qint64 received, qint64 total);

private:
    QUrl _backend;
    QByteArray _token;
    QNetworkAccessManager _network;
};

} // namespace huying
