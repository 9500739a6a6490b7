#include "BackendLine.h"

#include "Answers.h"
#include "Replies.h"

#include <sync/Wire.h>

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <utility>

namespace huying
{

namespace
{

QByteArray linesOf(std::span<const TicketId> tickets)
{
    QByteArray body;
    for (const TicketId &ticket : tickets) {
        body += QByteArray::fromStdString(toText(ticket)) + '\n';
    }
    return body;
}

} // namespace

BackendLine::BackendLine(
    QUrl backend, Journal &journal, Outbox &outbox, Clock clock, LineSettings settings, QObject *parent)
    : QObject(parent)
    , _backend(std::move(backend))
    , _clock(std::move(clock))
    , _settings(std::move(settings))
    , _session(journal, outbox, _settings.jitterSeed, _settings.session)
    , _network(this)
    , _retry(this)
    , _silence(this)
{
    _network.setProxy(QNetworkProxy::NoProxy);
    _network.setTransferTimeout(_settings.answerTime);
    _retry.setSingleShot(true);
    _silence.setSingleShot(true);
    connect(&_retry, &QTimer::timeout, this, [this] { carryOut(_session.retryDue(_clock())); });
    connect(&_silence, &QTimer::timeout, this,
        [this] { lineLost({ FailureKind::Unreachable, tr("The backend has fallen silent.") }); });
}

BackendLine::~BackendLine()
{
    hangUp();
}

void BackendLine::start()
{
    carryOut(_session.start(_clock()));
}

void BackendLine::stop()
{
    ++_round;
    _retry.stop();
    _silence.stop();
    hangUp();
    static_cast<void>(_session.lost({ FailureKind::Cancelled, tr("The line is closed.") }, _clock()));
    emit stateChanged();
}

void BackendLine::outboxGrew()
{
    carryOut(_session.outboxGrew(_clock()));
}

void BackendLine::carryOut(const std::vector<Wish> &wishes)
{
    for (const Wish &wish : wishes) {
        std::visit([this](const auto &each) { carryOut(each); }, wish);
    }
    emit stateChanged();
}

void BackendLine::carryOut(const AskGreeting &)
{
    ++_round;
    const Instant asked = _clock();
    get(QStringLiteral("/v1/greeting"), [this, asked](const std::expected<QByteArray, Failure> &body) {
        const auto greeting = body.and_then([](const QByteArray &text) { return greetingFrom(viewOf(text)); });
        if (!greeting) {
            return lineLost(greeting.error());
        }
        carryOut(_session.greeted(*greeting, asked, _clock()));
    });
}

void BackendLine::carryOut(const AskPage &wish)
{
    const QString path = QStringLiteral("/v1/events?after=%1&limit=%2").arg(wish.after).arg(_pageSize);
    get(path, [this](const std::expected<QByteArray, Failure> &body) {
        const auto page = body.and_then([](const QByteArray &text) { return pageFrom(viewOf(text)); });
        // A line that breaks in every large answer still brings small ones.
        _pageSize = page ? std::min(_pageSize * 2, largestPage) : std::max(_pageSize / 4, smallestPage);
        if (!page) {
            return lineLost(page.error());
        }
        carryOut(_session.pageArrived(page->page, _clock()));
        emit stored();
    });
}

void BackendLine::carryOut(const AskTrails &wish)
{
    post(QStringLiteral("/v1/trails"), linesOf(wish.tickets), [this](const std::expected<QByteArray, Failure> &answer) {
        const auto trails = answer.and_then([](const QByteArray &text) { return entriesFrom(viewOf(text)); });
        if (!trails) {
            // those of fewer entries are fewer
            _pageSize = std::max(_pageSize / 4, smallestPage);
            return lineLost(trails.error());
        }
        carryOut(_session.trailsArrived(*trails, _clock()));
        emit stored();
    });
}

void BackendLine::carryOut(const OpenLive &wish)
{
    QUrl url = _backend;
    url.setScheme(_backend.scheme() == QStringLiteral("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    hangUp();
    _live = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    _live->setProxy(QNetworkProxy::NoProxy);
    _live->setMaxAllowedIncomingMessageSize(quint64(_settings.frameBytes));
    connect(_live, &QWebSocket::textMessageReceived, this, &BackendLine::wordArrived);
    connect(_live, &QWebSocket::connected, this, &BackendLine::say);
    connect(_live, &QWebSocket::binaryMessageReceived, this, &BackendLine::frameArrived);
    connect(_live, &QWebSocket::disconnected, this,
        [this] { lineLost({ FailureKind::Unreachable, tr("The backend has closed the line.") }); });
    _live->open(requestTo(url, QStringLiteral("/v1/live?after=%1").arg(wish.after), _settings.token));
    _silence.start(_settings.silence);
}

void BackendLine::carryOut(const Propose &wish)
{
    const QByteArray body = QByteArray::fromStdString(textOf(wish.proposals));
    post(QStringLiteral("/v1/proposals"), body, [this](const std::expected<QByteArray, Failure> &answer) {
        const auto outcomes = answer.and_then([](const QByteArray &text) { return outcomesFrom(viewOf(text)); });
        if (!outcomes) {
            return lineLost(outcomes.error());
        }
        carryOut(_session.answersArrived(*outcomes, _clock()));
        emit answered();
    });
}

void BackendLine::carryOut(const Hangup &)
{
    ++_round;
    _silence.stop();
    hangUp();
}

void BackendLine::hangUp()
{
    if (!_live) {
        return;
    }
    _live->disconnect(this);
    _live->abort();
    _live->deleteLater();
    _live = nullptr;
}

void BackendLine::carryOut(const RetryAt &wish)
{
    _retry.start(std::max(wish.at - _clock(), std::chrono::milliseconds { 1 }));
}

void BackendLine::frameArrived(const QByteArray &frame)
{
    _silence.start(_settings.silence);
    const auto page = pageFrom(viewOf(frame));
    if (!page) {
        return lineLost(page.error());
    }
    carryOut(_session.liveArrived(page->page, page->now, _clock()));
    if (!page->page.isEmpty()) {
        emit stored();
    }
}

void BackendLine::lineLost(const Failure &why)
{
    carryOut(Hangup {});
    carryOut(_session.lost(why, _clock()));
}

void BackendLine::wordArrived(const QString &word)
{
    if (const auto others = presencesFrom(word.toStdString())) {
        emit othersChanged(*others);
    }
}

void BackendLine::tell(const Doing &doing)
{
    if (doing == _doing) {
        return;
    }
    _doing = doing;
    if (isLive()) {
        _live->sendTextMessage(QString::fromStdString(textOf(_doing)));
    }
}

void BackendLine::say()
{
    if (_doing != Doing()) {
        _live->sendTextMessage(QString::fromStdString(textOf(_doing)));
    }
}

QNetworkRequest BackendLine::request(const QString &path) const
{
    QNetworkRequest made = requestTo(_backend, path, _settings.token);
    made.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-ndjson"));
    return made;
}

void BackendLine::get(const QString &path, Then then)
{
    await(_network.get(request(path)), std::move(then));
}

void BackendLine::post(const QString &path, const QByteArray &body, Then then)
{
    await(_network.post(request(path), body), std::move(then));
}

void BackendLine::await(QNetworkReply *reply, Then then)
{
    const quint64 round = _round;
    keepWithin(*reply, { _settings.answerBytes, _settings.wholeAnswerTime });
    connect(reply, &QNetworkReply::finished, this, [this, reply, round, then = std::move(then)] {
        reply->deleteLater();
        if (round != _round) {
            return;
        }
        const QByteArray body = bodyOf(*reply);
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->error() != QNetworkReply::NoError || status != 200) {
            return then(std::unexpected(failureOf(*reply, body)));
        }
        then(body);
    });
}

void BackendLine::askTrails(
    std::span<const TicketId> tickets, std::function<void(std::expected<std::vector<Entry>, Failure>)> then)
{
    QNetworkReply *reply = _network.post(request(QStringLiteral("/v1/trails")), linesOf(tickets));
    keepWithin(*reply, { _settings.answerBytes, _settings.wholeAnswerTime });
    connect(reply, &QNetworkReply::finished, this, [reply, then = std::move(then)] {
        reply->deleteLater();
        const QByteArray answer = bodyOf(*reply);
        if (reply->error() != QNetworkReply::NoError) {
            return then(std::unexpected(failureOf(*reply, answer)));
        }
        then(entriesFrom(viewOf(answer)));
    });
}

} // namespace huying
