#include "SnapshotFetch.h"

#include "Answers.h"
#include "Replies.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSaveFile>

namespace huying
{

namespace
{

/// What a new backend may take to make the snapshot before the first byte comes.
constexpr std::chrono::minutes patience { 2 };

std::expected<void, Failure> kept(QNetworkReply &reply, QSaveFile &file)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply.error() != QNetworkReply::NoError || status != 200) {
        file.cancelWriting();
        if (status == 401) {
            return std::unexpected(failureOf(reply, reply.readAll()));
        }
        return failure(status == 0 ? FailureKind::Unreachable : FailureKind::Invalid,
            status == 0 ? SnapshotFetch::tr("The backend does not answer.")
                        : SnapshotFetch::tr("The backend has no data to start from (status %1).").arg(status));
    }
    const QByteArray rest = reply.readAll();
    if (file.write(rest) != rest.size() || !file.commit()) {
        return failure(FailureKind::Full, file.errorString());
    }
    return {};
}

} // namespace

SnapshotFetch::SnapshotFetch(QUrl backend, QByteArray token, QObject *parent)
    : QObject(parent), _backend(std::move(backend)), _token(std::move(token)), _network(this)
{
    _network.setProxy(QNetworkProxy::NoProxy);
}

void SnapshotFetch::fetch(const QString &path, std::function<void(std::expected<void, Failure>)> then)
{
    QNetworkRequest wanted = requestTo(_backend, QStringLiteral("/v1/snapshot"), _token);
    wanted.setTransferTimeout(patience);
    QNetworkReply *reply = _network.get(wanted);
    auto *file = new QSaveFile(path, reply);
    if (!file->open(QIODevice::WriteOnly)) {
        const Failure full { FailureKind::Full, file->errorString() };
        reply->abort();
        reply->deleteLater();
        return then(std::unexpected(full));
    }
    connect(reply, &QNetworkReply::downloadProgress, this, &SnapshotFetch::progress);
    connect(reply, &QNetworkReply::readyRead, reply, [reply, file] {
        if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200) {
            return;
        }
        const QByteArray part = reply->readAll();
        if (file->write(part) != part.size()) {
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [reply, file, then = std::move(then)] {
        reply->deleteLater();
        then(kept(*reply, *file));
    });
}

} // namespace huying
