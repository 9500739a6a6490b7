#include "MapLayer.h"

#include <QSGNode>

#include <cmath>

#include <time.h>

namespace huying
{

namespace
{

/// Of this thread: what others do on the machine is none of the layer's work.
std::int64_t processorNanoseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::int64_t { time.tv_sec } * 1'000'000'000 + time.tv_nsec;
}

} // namespace

MapLayer::MapLayer(QQuickItem *parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

void MapLayer::setScene(CountyScene *scene)
{
    if (scene != scene_) {
        scene_ = scene;
        if (scene != nullptr) {
            follow(scene);
        }
        emit sceneChanged();
        update();
    }
}

void MapLayer::setCentre(const QGeoCoordinate &centre)
{
    if (centre != centre_) {
        centre_ = centre;
        centreInWorld_ = toWorld(centre.longitude(), centre.latitude());
        emit cameraChanged();
        update();
    }
}

void MapLayer::setZoomLevel(double zoomLevel)
{
    if (zoomLevel != zoomLevel_) {
        zoomLevel_ = zoomLevel;
        pixelsPerWorld_ = 256 * std::exp2(zoomLevel);
        emit cameraChanged();
        update();
    }
}

double MapLayer::pixelsPerWorld() const
{
    return pixelsPerWorld_;
}

double MapLayer::layoutScale() const
{
    return 256 * std::exp2(std::floor(zoomLevel_ * 2) / 2);
}

QPointF MapLayer::toItem(WorldPoint place) const
{
    const double scale = pixelsPerWorld_;
    return { (place.x - centreInWorld_.x) * scale + width() / 2, (place.y - centreInWorld_.y) * scale + height() / 2 };
}

WorldPoint MapLayer::toWorldPoint(QPointF point) const
{
    const double scale = pixelsPerWorld();
    return { (point.x() - width() / 2) / scale + centreInWorld_.x,
        (point.y() - height() / 2) / scale + centreInWorld_.y };
}

QSGNode *MapLayer::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    const std::int64_t before = processorNanoseconds();
    QSGNode *root = old != nullptr ? old : new QSGNode;
    if (scene_ && width() > 0 && height() > 0) {
        paint(root);
        scene_->addWork(processorNanoseconds() - before);
    }
    return root;
}

} // namespace huying
