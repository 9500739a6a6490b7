#pragma once

#include "BaseMapChoice.h"

#include <QTimer>

#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace huying
{

/// The tiles under the map: those in sight are asked for and kept in memory. Of the GUI thread; reading and decoding
/// happen elsewhere.
class BaseMap : public QObject
{
    Q_OBJECT
public:
    explicit BaseMap(QObject *parent = nullptr);

    void show(BaseMapLayers layers);
    bool isEmpty() const { return _layers.empty(); }
    std::size_t layerCount() const { return _layers.size(); }
    const QString &attribution() const { return _attribution; }
    /// The finest level of all layers.
    int deepest() const;

    /// What is in sight now, most wanted first: what is missing is asked for, a few at a time, and what was asked for
    /// before and is out of sight no more.
    void want(const std::vector<TileAddress> &tiles);
    /// Null where it is not here.
    const QImage *tile(std::size_t layer, const TileAddress &address) const;
    /// The tile, or the nearest one above it that is here.
    std::optional<TileAddress> best(std::size_t layer, const TileAddress &address) const;

signals:
    /// Another base map.
    void replaced();
    /// Tiles have come.
    void changed();

private:
    struct Layer {
        std::unique_ptr<TileSource> source;
        std::unordered_map<TileAddress, QImage> tiles;
        std::unordered_set<TileAddress> asked;
        std::unordered_set<TileAddress> none; ///< the source has none there
        std::unordered_set<TileAddress> later; ///< did not come; asked for again after a while
    };

    void connectLayer(std::size_t at);
    void askMore();
    void forgetFar(Layer &layer);

    std::vector<Layer> _layers;
    std::vector<TileAddress> _wanted;
    QString _attribution;
    QTimer _again;
};

} // namespace huying
