#include "RingLayer.h"

#include "MarkNode.h"

#include <QQuickWindow>

namespace huying
{

namespace
{

constexpr double lastsMilliseconds = 2000;

} // namespace

RingLayer::RingLayer(QQuickItem *parent) : MapLayer(parent)
{
    clock_.start();
}

void RingLayer::follow(CountyScene *scene)
{
    connect(scene, &CountyScene::arrived, this, [this](GeoPoint place) {
        rings_.push_back({ toWorld(place), clock_.elapsed() });
        emit isActiveChanged();
        update();
    });
}

void RingLayer::advance()
{
    const qint64 now = clock_.elapsed();
    const auto ended =
        std::erase_if(rings_, [now](const Ring &ring) { return double(now - ring.since) > lastsMilliseconds; });
    if (ended > 0 && rings_.empty()) {
        emit isActiveChanged();
    }
    update();
}

void RingLayer::paint(QSGNode *root)
{
    if (root->childCount() == 0) {
        root->appendChildNode(new MarkNode);
    }
    std::vector<Mark> marks;
    for (const Ring &ring : rings_) {
        const double share = std::min(double(clock_.elapsed() - ring.since) / lastsMilliseconds, 1.0);
        const double eased = 1 - (1 - share) * (1 - share) * (1 - share);
        QColor edge = scene()->colours().accent;
        edge.setAlphaF(static_cast<float>(1 - share));
        const double size = 14 + 46 * eased;
        marks.push_back({ Mark::Circle, toItem(ring.at), QSizeF(size, size), Qt::transparent, edge, 2.5 });
    }
    static_cast<MarkNode *>(root->firstChild())->setMarks(marks, 1 / window()->effectiveDevicePixelRatio());
}

} // namespace huying
