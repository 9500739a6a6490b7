#pragma once

#include <domain/Failure.h>
#include <sync/SnapshotOf.h>

#include <QFile>
#include <QNetworkAccessManager>
#include <QUrl>

#include <expected>
#include <functional>
#include <thread>

class QNetworkReply;

namespace huying
{

/// Fetches the file that a new desk starts from. What has come lies beside the place it is for, so that a broken line,
/// or a desk that was ended in the middle, goes on where it stopped; what is not what the backend named is thrown away.
class SnapshotFetch : public QObject
{
    Q_OBJECT
public:
    using Then = std::function<void(std::expected<void, Failure>)>;

    /// `token`: of who is signed in; empty where the backend serves everybody.
    SnapshotFetch(QUrl backend, QByteArray token, QObject *parent = nullptr);

    /// Into `path`, whole or not at all. SignedOut when nobody is signed in, Unreachable when the line broke (ask
    /// again), Damaged when what came is not what was named. One at a time.
    void fetch(const QString &path, SnapshotOf of, Then then);

signals:
    void progress(qint64 received, qint64 total);

private:
    bool goOn(QNetworkReply &reply);
    void take(QNetworkReply &reply);
    std::expected<void, Failure> conclude(QNetworkReply &reply);
    void unpackLater(Then then);
    void unpacked(const std::expected<void, Failure> &done);
    QByteArray keptName() const;
    void forget();

    QUrl _backend;
    QByteArray _token;
    QNetworkAccessManager _network;
    QString _path;
    QFile _part; ///< the beginning that is here
    QByteArray _name; ///< of the file whose beginning it is
    qint64 _before = 0; ///< bytes that were here when the request went out
    std::optional<Failure> _broken; ///< what did not go well with what came
    bool _isWhole = false; ///< all of it is here, and waits for room to be unpacked into
    std::jthread _unpacking; ///< takes seconds for a whole county; ends before all else here does
};

} // namespace huying
