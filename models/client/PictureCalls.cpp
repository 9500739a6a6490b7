#include "PictureCalls.h"

#include "Answers.h"
#include "Replies.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <utility>

namespace huying
{

namespace
{

constexpr std::chrono::seconds answerTime { 15 };
constexpr qsizetype smallestPiece = 16 * 1024;
constexpr qsizetype firstPiece = 128 * 1024;
constexpr qint64 quick = 1'500; // milliseconds
constexpr qsizetype largestPiece = 1024 * 1024;
/// Pieces that meet another offset than is told in a row: somebody else sends the same picture.
constexpr int mostMisses = 20;

/// Of an answer without a body, by its status alone.
Failure failureOfStatus(const QNetworkReply &reply)
{
    switch (statusOf(reply)) {
    case 400:
        return { FailureKind::Refused, PictureCalls::tr("The backend does not take this picture.") };
    case 401:
        return { FailureKind::SignedOut, PictureCalls::tr("Nobody is signed in at the backend.") };
    case 404:
        return { FailureKind::NotFound, PictureCalls::tr("The backend knows no ticket yet that names this picture.") };
    case 503:
        return { FailureKind::Busy, PictureCalls::tr("The backend takes no pictures at this moment.") };
    default:
        return failureOf(reply, {});
    }
}

std::optional<qint64> offsetIn(const QNetworkReply &reply)
{
    bool isNumber = false;
    const qint64 offset = reply.rawHeader("Upload-Offset").toLongLong(&isNumber);
    return isNumber && offset >= 0 ? std::optional(offset) : std::nullopt;
}

} // namespace

struct PictureCalls::Sending {
    Attachment attachment;
    TicketId ticket;
    QByteArray bytes;
    Then then;
    qint64 offset = 0;
    int misses = 0;
    QElapsedTimer piece {}; ///< since one went out
};

struct PictureCalls::Fetching {
    Attachment attachment;
    BlobFolder &folder;
    Then then;
    std::optional<Failure> broken {};
};

PictureCalls::PictureCalls(BackendAddress backend, QObject *parent)
    : QObject(parent), _backend(std::move(backend)), _network(this), _piece(firstPiece)
{
    _network.setProxy(QNetworkProxy::NoProxy);
    _network.setTransferTimeout(answerTime);
}

PictureCalls::~PictureCalls() = default;

QNetworkRequest PictureCalls::request(const Attachment &attachment, const TicketId &ticket) const
{
    const QString path = QStringLiteral("/v1/attachments/%1?ticket=%2")
                             .arg(QString::fromStdString(attachment.sha256), QString::fromStdString(toText(ticket)));
    QNetworkRequest made = requestTo(_backend.url, path, _backend.token);
    made.setTransferTimeout(answerTime);
    made.setRawHeader("Accept-Encoding", "identity");
    return made;
}

void PictureCalls::send(const Attachment &attachment, const TicketId &ticket, QByteArray bytes, Then then)
{
    _send = std::make_unique<Sending>(
        Sending { .attachment = attachment, .ticket = ticket, .bytes = std::move(bytes), .then = std::move(then) });
    askOffset();
}

void PictureCalls::askOffset()
{
    QNetworkReply *reply = _network.head(request(_send->attachment, _send->ticket));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const auto offset = offsetIn(*reply);
        if (statusOf(*reply) != 204 || !offset) {
            return endSend(std::unexpected(failureOfStatus(*reply)));
        }
        if (reply->rawHeader("Upload-Complete") == "?1") {
            return endSend({});
        }
        _send->offset = std::min<qint64>(*offset, _send->bytes.size());
        sendPiece();
    });
}

void PictureCalls::sendPiece()
{
    const qsizetype size = std::min(_piece, _send->bytes.size() - qsizetype(_send->offset));
    QNetworkRequest wanted = request(_send->attachment, _send->ticket);
    wanted.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/partial-upload"));
    wanted.setRawHeader("Upload-Offset", QByteArray::number(_send->offset));
    _send->piece.start();
    QNetworkReply *reply =
        _network.sendCustomRequest(wanted, "PATCH", _send->bytes.sliced(qsizetype(_send->offset), size));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        pieceAnswered(*reply);
    });
}

void PictureCalls::pieceAnswered(QNetworkReply &reply)
{
    const int status = statusOf(reply);
    const auto offset = offsetIn(reply);
    if (status == 0) {
        _piece = std::max(_piece / 2, smallestPiece);
        return endSend(std::unexpected(failureOfStatus(reply)));
    }
    if (status == 507) {
        _piece = smallestPiece; // to ask again whether there is room costs little
    }
    const bool isElsewhere = status == 409 && offset && ++_send->misses < mostMisses;
    if ((status != 204 && !isElsewhere) || !offset) {
        return endSend(std::unexpected(failureOf(reply, bodyOf(reply))));
    }
    // A piece has to be over within the time that the backend has for a request.
    if (_send->piece.elapsed() < quick) {
        _piece = std::min(_piece * 2, largestPiece);
    }
    _send->offset = std::min<qint64>(*offset, _send->bytes.size());
    emit progress(_send->attachment.sha256, _send->offset);
    if (reply.rawHeader("Upload-Complete") == "?1") {
        return endSend({});
    }
    sendPiece();
}

void PictureCalls::endSend(const std::expected<void, Failure> &how)
{
    const auto ended = std::exchange(_send, nullptr);
    ended->then(how);
}

void PictureCalls::fetch(const Attachment &attachment, const TicketId &ticket, BlobFolder &folder, Then then)
{
    _fetch = std::make_unique<Fetching>(Fetching { attachment, folder, std::move(then) });
    QNetworkRequest wanted = request(attachment, ticket);
    if (const auto begun = folder.received(attachment); begun > 0 && begun < attachment.bytes) {
        wanted.setRawHeader("Range", "bytes=" + QByteArray::number(qint64(begun)) + '-');
        wanted.setRawHeader("If-Range", '"' + QByteArray::fromStdString(attachment.sha256) + '"');
    }
    QNetworkReply *reply = _network.get(wanted);
    connect(reply, &QNetworkReply::readyRead, this, [this, reply] { take(*reply); });
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        take(*reply);
        endFetch(*reply);
    });
}

void PictureCalls::take(QNetworkReply &reply)
{
    const int status = statusOf(reply);
    if ((status != 200 && status != 206) || _fetch->broken || reply.bytesAvailable() == 0) {
        return;
    }
    const Attachment &attachment = _fetch->attachment;
    if (status == 200 && !reply.property("begun").toBool()) {
        _fetch->folder.forgetUnfinished(attachment.sha256);
    }
    reply.setProperty("begun", true);
    const QByteArray some = reply.readAll();
    const auto reached = _fetch->folder.append(attachment, _fetch->folder.received(attachment), viewOf(some));
    if (!reached) {
        _fetch->broken = reached.error();
        reply.abort();
        return;
    }
    emit progress(attachment.sha256, *reached);
}

void PictureCalls::endFetch(QNetworkReply &reply)
{
    const auto ended = std::exchange(_fetch, nullptr);
    if (ended->broken) {
        return ended->then(std::unexpected(*ended->broken));
    }
    if (ended->folder.find(ended->attachment.sha256)) {
        return ended->then({});
    }
    const int status = statusOf(reply);
    if (status == 200 || status == 206) {
        return ended->then(failure(FailureKind::Unreachable, tr("The line broke.")));
    }
    ended->then(std::unexpected(failureOf(reply, bodyOf(reply))));
}

} // namespace huying
