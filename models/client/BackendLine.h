#pragma once

#include <sync/Presence.h>
#include <sync/Session.h>

#include <QNetworkAccessManager>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <functional>

class QNetworkReply;

namespace huying
{

struct LineSettings {
    std::chrono::milliseconds answerTime { 15'000 }; ///< an answer that stalls this long is no answer
    std::chrono::milliseconds wholeAnswerTime {
        120'000
    }; ///< entries that come more slowly are asked for in smaller pages
    qint64 answerBytes = 256LL * 1024 * 1024; ///< more is nonsense
    qint64 frameBytes = 64LL * 1024 * 1024;
    std::chrono::milliseconds silence {
        10'000
    }; ///< the live feed pulses every two seconds; longer silence is a cut cable
    SessionSettings session;
    std::uint64_t jitterSeed = 1; ///< another one for each desk, so that they do not all come back at once
    QByteArray token; ///< of who is signed in; empty where the backend serves everybody
};

/// Holds the line to one backend: carries out what the session wishes, over HTTP and a WebSocket, and brings it the
/// answers. Lives on the thread that writes the cache.
class BackendLine : public QObject
{
    Q_OBJECT
public:
    using Clock = std::function<Instant()>;

    BackendLine(QUrl backend, Journal &journal, Outbox &outbox, Clock clock, LineSettings settings = {},
        QObject *parent = nullptr);
    ~BackendLine() override;

    void start();
    /// Ends the line until `start`.
    void stop();
    void outboxGrew();
    const SessionState &state() const { return _session.state(); }

    /// Tells the others what is done here, now and whenever the line is there again. Never stored.
    void tell(const Doing &doing);

    /// The whole trails of tickets, asked of the backend; Unreachable when the line is away.
    void askTrails(
        std::span<const TicketId> tickets, std::function<void(std::expected<std::vector<Entry>, Failure>)> then);

signals:
    void stateChanged();
    /// The journal has been written; the position moved.
    void stored();
    /// Proposals were answered; the outbox changed.
    void answered();
    /// What others do at this moment; the line's end takes them all away.
    void othersChanged(const std::vector<huying::Presence> &others);

private:
    using Then = std::function<void(std::expected<QByteArray, Failure>)>;

    void carryOut(const std::vector<Wish> &wishes);
    void carryOut(const AskGreeting &wish);
    void carryOut(const AskPage &wish);
    void carryOut(const AskTrails &wish);
    void carryOut(const OpenLive &wish);
    void carryOut(const Propose &wish);
    void carryOut(const Hangup &wish);
    void carryOut(const RetryAt &wish);

    void get(const QString &path, Then then);
    void post(const QString &path, const QByteArray &body, Then then);
    void await(QNetworkReply *reply, Then then);
    void lineLost(const Failure &why);
    void frameArrived(const QByteArray &frame);
    void wordArrived(const QString &word);
    void say();
    void hangUp();
    /// Whether words go through the live feed now.
    bool isLive() const { return _live && _live->state() == QAbstractSocket::ConnectedState; }
    QNetworkRequest request(const QString &path) const;

    QUrl _backend;
    Clock _clock;
    LineSettings _settings;
    Session _session;
    QNetworkAccessManager _network;
    QWebSocket *_live = nullptr; ///< one for each line: one whose frame was cut waits for the rest of it
    QTimer _retry;
    QTimer _silence;
    Doing _doing;
    static constexpr int largestPage = 2'000;
    static constexpr int smallestPage = 4;
    int _pageSize = largestPage; ///< entries asked for at once
    quint64 _round = 0; ///< answers of an earlier round are not for this session any more
};

} // namespace huying
