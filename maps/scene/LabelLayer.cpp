#include "LabelLayer.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QPainterPath>
#include <QQuickWindow>
#include <QSGImageNode>

#include <unordered_map>

namespace huying
{

namespace
{

constexpr qint64 writingNanoseconds = 1'500'000;

/// The names written so far; those out of sight are kept aside.
struct LabelNodes : QSGNode {
    std::unordered_map<const MapLabel *, QSGImageNode *> images;

    void putAside() { removeAllChildNodes(); }
    void forget()
    {
        removeAllChildNodes();
        for (const auto &[label, image] : images) {
            delete image;
        }
        images.clear();
    }
    ~LabelNodes() override { forget(); }
};

QImage written(const MapLabel &label, const MapColours &colours, double pixelRatio)
{
    QImage image((label.size * pixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::transparent);
    const QFont font = MapLabels::fontOf(label, colours.family);
    const QFontMetricsF metrics(font);
    QPainterPath path;
    path.addText(QPointF(4, 2 + metrics.ascent()), font, label.text);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor halo = colours.surface;
    halo.setAlphaF(label.level == RegionLevel::Township ? 0.82F : 0.7F);
    painter.strokePath(path, QPen(halo, 3.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    // Filled as text and not as path: hinted strokes stay even.
    painter.setFont(font);
    painter.setPen(colours.ink);
    painter.drawText(QPointF(4, 2 + metrics.ascent()), label.text);
    return image;
}

QPointF wholePixel(QPointF point, double pixelRatio)
{
    return { std::round(point.x() * pixelRatio) / pixelRatio, std::round(point.y() * pixelRatio) / pixelRatio };
}

} // namespace

LabelLayer::LabelLayer(QQuickItem *parent) : MapLayer(parent) {}

void LabelLayer::follow(CountyScene *scene)
{
    const auto rewrite = [this] {
        isStale_ = true;
        update();
    };
    connect(scene, &CountyScene::labelsChanged, this, rewrite);
    connect(scene, &CountyScene::coloursChanged, this, rewrite);
    connect(scene, &CountyScene::layoutChanged, this, [this] {
        laidOutFor_ = 0;
        update();
    });
}

void LabelLayer::paint(QSGNode *root)
{
    if (root->childCount() == 0) {
        root->appendChildNode(new LabelNodes);
    }
    auto *nodes = static_cast<LabelNodes *>(root->firstChild());
    const double pixelRatio = window()->effectiveDevicePixelRatio();
    if (isStale_ || laidOutFor_ != layoutScale()) {
        isStale_ ? nodes->forget() : nodes->putAside();
        laidOutFor_ = layoutScale();
        isStale_ = false;
    }
    QElapsedTimer timer;
    timer.start();
    for (const MapLabel *label : scene()->layoutAt(layoutScale()).labels) {
        const QPointF corner =
            toItem(label->place) - QPointF(label->size.width() / 2, label->size.height() / 2 - label->below);
        const QRectF rect(wholePixel(corner, pixelRatio), label->size);
        const bool isInSight = rect.intersects(boundingRect());
        auto found = nodes->images.find(label);
        if (found == nodes->images.end()) {
            if (!isInSight) {
                continue;
            }
            if (timer.nsecsElapsed() > writingNanoseconds) {
                QMetaObject::invokeMethod(this, &QQuickItem::update, Qt::QueuedConnection);
                break;
            }
            QSGImageNode *image = window()->createImageNode();
            image->setTexture(window()->createTextureFromImage(
                written(*label, scene()->colours(), pixelRatio), QQuickWindow::TextureCanUseAtlas));
            image->setOwnsTexture(true);
            image->setFlag(QSGNode::OwnedByParent, false);
            found = nodes->images.emplace(label, image).first;
        }
        QSGImageNode *image = found->second;
        if (image->parent() == nullptr && isInSight) {
            nodes->appendChildNode(image);
        } else if (image->parent() != nullptr && !isInSight) {
            nodes->removeChildNode(image);
        }
        image->setRect(QRectF(rect.topLeft(), image->texture()->textureSize().toSizeF() / pixelRatio));
    }
}

} // namespace huying
