#include "HeatLayer.h"

#include <QQuickWindow>
#include <QSGImageNode>

namespace huying
{

void HeatLayer::follow(CountyScene *scene)
{
    connect(scene, &CountyScene::heatChanged, this, [this] {
        isStale_ = true;
        update();
    });
}

void HeatLayer::paint(QSGNode *root)
{
    const auto &heat = scene()->heat();
    auto *image = static_cast<QSGImageNode *>(root->firstChild());
    if (isStale_ || image == nullptr) {
        delete image;
        image = nullptr;
        isStale_ = false;
        if (heat && !heat->image.isNull()) {
            image = window()->createImageNode();
            image->setTexture(window()->createTextureFromImage(heat->image));
            image->setOwnsTexture(true);
            image->setFiltering(QSGTexture::Linear);
            root->appendChildNode(image);
        }
    }
    if (image != nullptr) {
        const WorldRect &rect = heat->density.rect;
        image->setRect(QRectF(
            toItem({ rect.left, rect.top }), QSizeF(rect.width * pixelsPerWorld(), rect.height * pixelsPerWorld())));
    }
}

} // namespace huying
