#pragma once

#include "BackendCalls.h"

#include <attachments/BlobFolder.h>

#include <QNetworkAccessManager>
#include <QObject>

#include <functional>
#include <memory>

class QNetworkReply;

namespace huying
{

/// Brings pictures to the backend and from there, one at a time each way, in pieces that a bad line can carry: what
/// went over before a cut is not sent again.
class PictureCalls : public QObject
{
    Q_OBJECT
public:
    using Then = std::function<void(std::expected<void, Failure>)>;

    explicit PictureCalls(BackendAddress backend, QObject *parent = nullptr);
    ~PictureCalls() override;

    /// `bytes` are the picture that `ticket` names so. NotFound while the backend knows no such ticket, or it is not in
    /// sight; Damaged when the bytes are not those; Unreachable when the line broke, Full when the backend has no room:
    /// call again, later, and it goes on.
    void send(const Attachment &attachment, const TicketId &ticket, QByteArray bytes, Then then);

    /// Into `folder`, behind what has come before. NotFound when it has not come to the backend, or no longer is in
    /// sight.
    void fetch(const Attachment &attachment, const TicketId &ticket, BlobFolder &folder, Then then);

    [[nodiscard]] bool isSending() const { return _send != nullptr; }
    [[nodiscard]] bool isFetching() const { return _fetch != nullptr; }

signals:
    /// How many bytes of a picture have gone over, or come.
    void progress(const std::string &sha256, qint64 bytes);

private:
    struct Sending;
    struct Fetching;

    QNetworkRequest request(const Attachment &attachment, const TicketId &ticket) const;
    void askOffset();
    void sendPiece();
    void pieceAnswered(QNetworkReply &reply);
    void endSend(const std::expected<void, Failure> &how);
    void take(QNetworkReply &reply);
    void endFetch(QNetworkReply &reply);

    BackendAddress _backend;
    QNetworkAccessManager _network;
    std::unique_ptr<Sending> _send;
    std::unique_ptr<Fetching> _fetch;
    qsizetype _piece; ///< bytes sent at once; smaller over a bad line
};

} // namespace huying
