#include "BaseMap.h"

#include <algorithm>

namespace huying
{

namespace
{

constexpr std::size_t atOnce = 8;
/// A 4K wall shows 150 tiles; twice as many again are kept for the way back.
constexpr std::size_t keptTiles = 512;
constexpr std::chrono::seconds untilAgain { 15 };

} // namespace

BaseMap::BaseMap(QObject *parent) : QObject(parent)
{
    _again.setSingleShot(true);
    _again.setInterval(untilAgain);
    connect(&_again, &QTimer::timeout, this, [this] {
        for (Layer &layer : _layers) {
            layer.later.clear();
        }
        askMore();
    });
}

void BaseMap::show(BaseMapLayers layers)
{
    _layers.clear();
    _attribution = std::move(layers.attribution);
    for (auto &source : layers.layers) {
        Layer &layer = _layers.emplace_back();
        layer.source = std::move(source);
        connectLayer(_layers.size() - 1);
    }
    emit replaced();
    emit changed();
    askMore();
}

void BaseMap::connectLayer(std::size_t at)
{
    connect(
        _layers[at].source.get(), &TileSource::arrived, this, [this, at](const TileAddress &tile, const QImage &image) {
            _layers[at].asked.erase(tile);
            _layers[at].tiles.insert_or_assign(tile, image);
            emit changed();
            askMore();
        });
    connect(_layers[at].source.get(), &TileSource::missed, this, [this, at](const TileAddress &tile, bool isForGood) {
        _layers[at].asked.erase(tile);
        (isForGood ? _layers[at].none : _layers[at].later).insert(tile);
        if (!isForGood && !_again.isActive()) {
            _again.start();
        }
        askMore();
    });
}

int BaseMap::deepest() const
{
    int level = 0;
    for (const Layer &layer : _layers) {
        level = std::max(level, layer.source->deepest());
    }
    return level;
}

void BaseMap::want(const std::vector<TileAddress> &tiles)
{
    if (tiles != _wanted) {
        _wanted = tiles;
        askMore();
    }
}

void BaseMap::askMore()
{
    for (Layer &layer : _layers) {
        for (TileAddress tile : _wanted) {
            if (layer.asked.size() >= atOnce) {
                break;
            }
            while (tile.zoom > layer.source->deepest()) {
                tile = tile.parent();
            }
            const bool isSettled = layer.tiles.contains(tile) || layer.asked.contains(tile) || layer.none.contains(tile)
                || layer.later.contains(tile);
            if (!isSettled) {
                layer.asked.insert(tile);
                layer.source->ask(tile);
            }
        }
        forgetFar(layer);
    }
}

void BaseMap::forgetFar(Layer &layer)
{
    if (layer.tiles.size() <= keptTiles) {
        return;
    }
    std::unordered_set<TileAddress> near;
    for (TileAddress tile : _wanted) {
        for (; near.insert(tile).second && tile.zoom > 0;) {
            tile = tile.parent();
        }
    }
    std::erase_if(layer.tiles, [&](const auto &kept) { return !near.contains(kept.first); });
}

const QImage *BaseMap::tile(std::size_t layer, const TileAddress &address) const
{
    const auto found = _layers[layer].tiles.find(address);
    return found == _layers[layer].tiles.end() ? nullptr : &found->second;
}

std::optional<TileAddress> BaseMap::best(std::size_t layer, const TileAddress &address) const
{
    for (TileAddress tile = address;; tile = tile.parent()) {
        if (_layers[layer].tiles.contains(tile)) {
            return tile;
        }
        if (tile.zoom == 0) {
            return std::nullopt;
        }
    }
}

} // namespace huying
