#pragma once

#include "TileSource.h"

#include <QNetworkAccessManager>
#include <QThreadPool>

namespace huying
{

struct NetworkTilesSettings {
    QString address; ///< with {z}, {x}, {y}, and {s} for one of `servers`
    QStringList servers;
    int deepest = 18;
    QString cacheFolder; ///< empty: nothing is kept
    qint64 cacheBytes = qint64 { 256 } * 1024 * 1024;
};

/// Tiles of a server that was configured. What was fetched is kept up to a limit and shown from there when the network
/// is away. Addresses may carry a key and are in no message.
class NetworkTiles : public TileSource
{
    Q_OBJECT
public:
    explicit NetworkTiles(NetworkTilesSettings settings, QObject *parent = nullptr);
    ~NetworkTiles() override;

    void ask(const huying::TileAddress &tile) override;
    int deepest() const override { return _settings.deepest; }

    QUrl addressOf(const huying::TileAddress &tile) const;

private:
    void take(const TileAddress &tile, QNetworkReply &reply);

    NetworkTilesSettings _settings;
    QNetworkAccessManager _network;
    QThreadPool _decoding;
};

} // namespace huying
