#include "TileLayer.h"

#include <QQuickWindow>
#include <QSGImageNode>

#include <cmath>

namespace huying
{

namespace
{

/// Handing a picture to the graphics takes about half a millisecond; the others come in the next frames.
constexpr int newTexturesAtOnce = 6;
constexpr double dimmed = 0.45;

/// The part of the picture of `whole` that covers `tile`.
QRectF partOf(const TileAddress &whole, const TileAddress &tile, QSize pixels)
{
    const WorldRect outer = whole.rect();
    const WorldRect inner = tile.rect();
    const double scale = pixels.width() / outer.width;
    return { (inner.left - outer.left) * scale, (inner.top - outer.top) * scale, inner.width * scale,
        inner.height * scale };
}

/// One layer of tiles: its textures, and a node for each place that shows one.
class SheetNode : public QSGOpacityNode
{
public:
    /// Takes the picture of `tile` from `base`, and says whether it could: only some are made in one frame.
    bool take(QQuickWindow *window, const TileAddress &tile, const QImage &picture, int &fresh)
    {
        auto &texture = _textures[tile];
        if (!texture && fresh++ < newTexturesAtOnce) {
            texture.reset(window->createTextureFromImage(picture));
        }
        return texture != nullptr;
    }

    /// Lays the part of `whole` that covers `tile` into `rect`.
    void lay(QQuickWindow *window, const TileAddress &whole, const TileAddress &tile, const QRectF &rect)
    {
        _shown.insert(whole);
        if (_used == _images.size()) {
            _images.push_back(window->createImageNode());
            _images.back()->setFiltering(QSGTexture::Linear);
            appendChildNode(_images.back());
        }
        QSGImageNode *const image = _images[_used++];
        QSGTexture *const texture = _textures[whole].get();
        image->setTexture(texture);
        image->setSourceRect(partOf(whole, tile, texture->textureSize()));
        image->setRect(rect);
    }

    /// What was not laid since the last call goes.
    void finish()
    {
        for (; _images.size() > _used; _images.pop_back()) {
            removeChildNode(_images.back());
            delete _images.back();
        }
        std::erase_if(_textures, [&](const auto &kept) { return !_shown.contains(kept.first); });
        _used = 0;
        _shown.clear();
    }

private:
    std::unordered_map<TileAddress, std::unique_ptr<QSGTexture>> _textures;
    std::vector<QSGImageNode *> _images;
    std::unordered_set<TileAddress> _shown;
    std::size_t _used = 0;
};

} // namespace

TileLayer::TileLayer(QQuickItem *parent) : MapLayer(parent)
{
    connect(this, &MapLayer::cameraChanged, this, &QQuickItem::polish);
    connect(this, &QQuickItem::widthChanged, this, &QQuickItem::polish);
    connect(this, &QQuickItem::heightChanged, this, &QQuickItem::polish);
}

void TileLayer::follow(CountyScene *scene)
{
    connect(&scene->base(), &BaseMap::changed, this, [this] {
        polish();
        update();
    });
    connect(&scene->base(), &BaseMap::replaced, this, [this] {
        isReplaced_ = true;
        polish();
        update();
    });
    connect(scene, &CountyScene::coloursChanged, this, &QQuickItem::update);
}

std::vector<TileAddress> TileLayer::inSight() const
{
    const double ratio = window() != nullptr ? window()->effectiveDevicePixelRatio() : 1;
    const int level = tileLevel(pixelsPerWorld() * ratio, scene()->base().deepest());
    const WorldPoint corner = toWorldPoint({ 0, 0 });
    return tilesIn({ corner.x, corner.y, width() / pixelsPerWorld(), height() / pixelsPerWorld() }, level);
}

void TileLayer::updatePolish()
{
    if (scene() == nullptr || scene()->base().isEmpty() || width() <= 0) {
        wanted_.clear();
        if (scene() != nullptr) {
            scene()->setOnTiles(false);
        }
        return;
    }
    BaseMap &base = scene()->base();
    wanted_ = inSight();
    base.want(wanted_);
    scene()->setOnTiles(
        std::ranges::any_of(wanted_, [&](const TileAddress &tile) { return base.best(0, tile).has_value(); }));
}

QRectF TileLayer::placeOf(const TileAddress &tile) const
{
    // Edges on whole pixels, the same for both neighbours: no seam is seen between two tiles.
    const double ratio = window()->effectiveDevicePixelRatio();
    const auto onPixel = [ratio](QPointF point) {
        return QPointF(std::round(point.x() * ratio) / ratio, std::round(point.y() * ratio) / ratio);
    };
    const WorldRect rect = tile.rect();
    return { onPixel(toItem({ rect.left, rect.top })),
        onPixel(toItem({ rect.left + rect.width, rect.top + rect.height })) };
}

void TileLayer::paint(QSGNode *root)
{
    BaseMap &base = scene()->base();
    while (root->childCount() < int(base.layerCount())) {
        root->appendChildNode(new SheetNode);
    }
    int fresh = 0;
    for (int at = 0; at < root->childCount(); ++at) {
        auto *sheet = static_cast<SheetNode *>(root->childAtIndex(at));
        if (isReplaced_) {
            sheet->finish();
        }
        sheet->setOpacity(scene()->colours().ground.lightnessF() < 0.5 ? dimmed : 1);
        const bool isThere = at < int(base.layerCount());
        for (const TileAddress &tile : isThere ? wanted_ : std::vector<TileAddress> {}) {
            const auto best = base.best(std::size_t(at), tile);
            if (best && sheet->take(window(), *best, *base.tile(std::size_t(at), *best), fresh)) {
                sheet->lay(window(), *best, tile, placeOf(tile));
            }
        }
        sheet->finish();
    }
    isReplaced_ = false;
    if (fresh > newTexturesAtOnce) {
        QMetaObject::invokeMethod(this, &QQuickItem::update, Qt::QueuedConnection);
    }
}

} // namespace huying
