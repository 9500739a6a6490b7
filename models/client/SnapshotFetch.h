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
    explicit SnapshotFetch(QUrl backend, QObject *parent = nullptr);

    /// Into `path`, whole or not at all.
    void fetch(const QString &path, std::function<void(std::expected<void, Failure>)> then);

signals:
    void progress(qint64 received, qint64 total);

private:
    QUrl _backend;
    QNetworkAccessManager _network;
};

} // namespace huying
