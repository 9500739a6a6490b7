#include "SnapshotFetch.h"

#include "Answers.h"
#include "Replies.h"

#include <packing/Packing.h>

#include <QFileInfo>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSaveFile>

namespace huying
{

namespace
{

/// What a new backend may take to make the snapshot before the first byte comes.
constexpr std::chrono::minutes snapshotPatience { 2 };
constexpr qsizetype nameLength = 64; // hexadecimal digits
/// Tables of tickets become three to six times smaller; what claims to be so much larger is made to fill the disk.
constexpr std::int64_t mostTimesLarger = 200;
constexpr std::int64_t smallest = std::int64_t { 64 } << 20;

/// What stands between the quotation marks of the header ETag; empty where it is no such name.
QByteArray nameIn(const QNetworkReply &reply)
{
    QByteArray name = reply.rawHeader("ETag");
    if (name.size() != nameLength + 2 || !name.startsWith('"') || !name.endsWith('"')) {
        return {};
    }
    name = name.sliced(1, nameLength);
    const bool isHex = QByteArray::fromHex(name).toHex() == name;
    return isHex ? name : QByteArray();
}

/// `part` is what was sent under `name`.
std::expected<void, Failure> unpackedInto(const QString &path, const QString &part, const QByteArray &name)
{
    const std::int64_t size = QFileInfo(part).size();
    return packedName(part).and_then([&](const std::string &found) -> std::expected<void, Failure> {
        if (found != name.toStdString()) {
            return failure(
                FailureKind::Damaged, SnapshotFetch::tr("What was fetched to start from is not what was sent."));
        }
        return unpack(part, path, std::max(size * mostTimesLarger, smallest));
    });
}

QString addressOf(SnapshotOf of)
{
    const QString address = QStringLiteral("/v1/snapshot");
    return of == SnapshotOf::Everything
        ? address
        : address + QStringLiteral("?of=") + QString::fromLatin1(atWorkName.data(), qsizetype(atWorkName.size()));
}

} // namespace

SnapshotFetch::SnapshotFetch(QUrl backend, QByteArray token, QObject *parent)
    : QObject(parent), _backend(std::move(backend)), _token(std::move(token)), _network(this)
{
    _network.setProxy(QNetworkProxy::NoProxy);
}

/// Of which file the beginning is that lies here.
QByteArray SnapshotFetch::keptName() const
{
    QFile file(_part.fileName() + QStringLiteral(".name"));
    return file.open(QIODevice::ReadOnly) ? file.read(nameLength) : QByteArray();
}

void SnapshotFetch::forget()
{
    _part.remove();
    QFile::remove(_part.fileName() + QStringLiteral(".name"));
    _name.clear();
}

void SnapshotFetch::fetch(const QString &path, SnapshotOf of, Then then)
{
    if (std::exchange(_isWhole, false) && _path == path) {
        return unpackLater(std::move(then));
    }
    _path = path;
    _part.close();
    _part.setFileName(path + QStringLiteral(".part"));
    _broken.reset();
    _name = keptName();
    _before = _name.isEmpty() ? 0 : QFileInfo(_part.fileName()).size();
    QNetworkRequest wanted = requestTo(_backend, addressOf(of), _token);
    wanted.setTransferTimeout(snapshotPatience);
    wanted.setRawHeader("Accept-Encoding", "identity");
    if (_before > 0) {
        wanted.setRawHeader("Range", "bytes=" + QByteArray::number(_before) + '-');
        wanted.setRawHeader("If-Range", '"' + _name + '"');
    }
    QNetworkReply *reply = _network.get(wanted);
    connect(reply, &QNetworkReply::downloadProgress, this, [this](qint64 received, qint64 total) {
        emit progress(_before + received, total > 0 ? _before + total : total);
    });
    connect(reply, &QNetworkReply::readyRead, this, [this, reply] { take(*reply); });
    connect(reply, &QNetworkReply::finished, this, [this, reply, then = std::move(then)] {
        reply->deleteLater();
        take(*reply);
        const auto arrived = conclude(*reply);
        arrived ? unpackLater(then) : then(arrived);
    });
}

/// Opens the file for what comes: behind its beginning where the answer goes on with it, else anew.
bool SnapshotFetch::goOn(QNetworkReply &reply)
{
    if (_part.isOpen()) {
        return true;
    }
    const QByteArray name = nameIn(reply);
    const bool goesOn = statusOf(reply) == 206 && name == _name;
    if (name.isEmpty() || (statusOf(reply) == 206 && !goesOn)) {
        _broken = Failure { FailureKind::Invalid, tr("What answers is no Huying backend.") };
        return false;
    }
    if (!goesOn) {
        _before = 0;
        forget();
        QSaveFile kept(_part.fileName() + QStringLiteral(".name"));
        if (!kept.open(QIODevice::WriteOnly) || kept.write(name) != name.size() || !kept.commit()) {
            _broken = Failure { FailureKind::Full, kept.errorString() };
            return false;
        }
        _name = name;
    }
    if (!_part.open(QIODevice::WriteOnly | QIODevice::Append)) {
        _broken = Failure { FailureKind::Full, _part.errorString() };
    }
    return _part.isOpen();
}

void SnapshotFetch::take(QNetworkReply &reply)
{
    const bool isFile = statusOf(reply) == 200 || statusOf(reply) == 206;
    if (!isFile || _broken || reply.bytesAvailable() == 0) {
        return;
    }
    if (goOn(reply)) {
        const QByteArray some = reply.readAll();
        if (_part.write(some) != some.size()) {
            _broken = Failure { FailureKind::Full, _part.errorString() };
        }
    }
    if (_broken) {
        reply.abort();
    }
}

std::expected<void, Failure> SnapshotFetch::conclude(QNetworkReply &reply)
{
    _part.close();
    if (_broken) {
        return std::unexpected(*_broken);
    }
    const int status = statusOf(reply);
    if (status == 401) {
        return std::unexpected(failureOf(reply, bodyOf(reply)));
    }
    if (status == 507) {
        // the backend's disk is full, not this one's
        return failure(FailureKind::Busy, failureOf(reply, bodyOf(reply)).text);
    }
    if (status == 416) {
        forget(); // there is nothing behind what has come
    }
    if (status != 0 && status != 200 && status != 206) {
        return failure(FailureKind::Invalid, tr("The backend has no data to start from (status %1).").arg(status));
    }
    if (reply.error() != QNetworkReply::NoError) {
        return failure(FailureKind::Unreachable, tr("The backend does not answer."));
    }
    return {};
}

void SnapshotFetch::unpackLater(Then then)
{
    _unpacking = std::jthread([this, part = _part.fileName(), path = _path, name = _name, then = std::move(then)] {
        QMetaObject::invokeMethod(
            this,
            [this, then, done = unpackedInto(path, part, name)] {
                unpacked(done);
                then(done);
            },
            Qt::QueuedConnection);
    });
}

/// What lies here is used up, or good for nothing; only a full disk leaves it for another try.
void SnapshotFetch::unpacked(const std::expected<void, Failure> &done)
{
    _isWhole = !done && done.error().kind == FailureKind::Full;
    if (!_isWhole) {
        forget();
    }
}

} // namespace huying
