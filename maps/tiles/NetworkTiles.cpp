#include "NetworkTiles.h"

#include <QCoreApplication>
#include <QNetworkDiskCache>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace huying
{

namespace
{

constexpr qint64 mostAnswerBytes = qint64 { 4 } * 1024 * 1024;
constexpr std::chrono::seconds answerTime { 20 };

/// A server that has no tile there says so; everything else may be otherwise in a while.
bool isForGood(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ContentNotFoundError || error == QNetworkReply::ContentGoneError;
}

} // namespace

NetworkTiles::NetworkTiles(NetworkTilesSettings settings, QObject *parent)
    : TileSource(parent), _settings(std::move(settings))
{
    _network.setTransferTimeout(answerTime);
    _network.setRedirectPolicy(QNetworkRequest::SameOriginRedirectPolicy);
    if (!_settings.cacheFolder.isEmpty()) {
        auto *cache = new QNetworkDiskCache(&_network);
        cache->setCacheDirectory(_settings.cacheFolder);
        cache->setMaximumCacheSize(_settings.cacheBytes);
        _network.setCache(cache);
    }
    _decoding.setMaxThreadCount(1);
}

NetworkTiles::~NetworkTiles()
{
    _decoding.clear();
    _decoding.waitForDone();
}

QUrl NetworkTiles::addressOf(const TileAddress &tile) const
{
    QString address = _settings.address;
    address.replace(QLatin1String("{z}"), QString::number(tile.zoom));
    address.replace(QLatin1String("{x}"), QString::number(tile.column));
    address.replace(QLatin1String("{y}"), QString::number(tile.row));
    if (!_settings.servers.isEmpty()) {
        // always the same server for a tile, so that what is kept is found again
        address.replace(QLatin1String("{s}"), _settings.servers[(tile.column + tile.row) % _settings.servers.size()]);
    }
    return QUrl(address);
}

void NetworkTiles::ask(const TileAddress &tile)
{
    QNetworkRequest request(addressOf(tile));
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::PreferCache);
    request.setHeader(
        QNetworkRequest::UserAgentHeader, QStringLiteral("huying/%1").arg(QCoreApplication::applicationVersion()));
    request.setDecompressedSafetyCheckThreshold(mostAnswerBytes);
    QNetworkReply *reply = _network.get(request);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64 total) {
        if (std::max(received, total) > mostAnswerBytes) {
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, tile, reply] {
        take(tile, *reply);
        reply->deleteLater();
    });
}

void NetworkTiles::take(const TileAddress &tile, QNetworkReply &reply)
{
    if (reply.error() != QNetworkReply::NoError) {
        emit missed(tile, isForGood(reply.error()));
        return;
    }
    _decoding.start([this, tile, bytes = reply.readAll()] {
        const QImage image = tileImage(bytes);
        QMetaObject::invokeMethod(this, [this, tile, image] {
            if (image.isNull()) {
                emit missed(tile, false);
            } else {
                emit arrived(tile, image);
            }
        });
    });
}

} // namespace huying
