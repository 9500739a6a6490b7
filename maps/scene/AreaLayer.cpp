#include "AreaLayer.h"

#include "MarkNode.h"
#include "ShapeNode.h"

#include <QQuickWindow>

#include <cmath>

namespace huying
{

namespace
{

constexpr double closest = 4; ///< pixels from corner to corner
constexpr std::size_t mostCorners = 2'000;
constexpr double lineWidth = 2;
constexpr double cornerSize = 7;

std::vector<WorldPoint> cornersOf(const GeoArea &area)
{
    std::vector<WorldPoint> corners;
    corners.reserve(area.corners.size());
    for (const GeoPoint corner : area.corners) {
        corners.push_back(toWorld(corner));
    }
    return corners;
}

std::vector<BorderEdge> edgesOf(const std::vector<WorldPoint> &corners, bool isClosed)
{
    std::vector<BorderEdge> edges;
    for (std::size_t i = 1; i < corners.size(); ++i) {
        if (corners[i] != corners[i - 1]) {
            edges.push_back({ corners[i - 1], corners[i] });
        }
    }
    if (isClosed && corners.size() > 2) {
        edges.push_back({ corners.back(), corners.front() });
    }
    return edges;
}

} // namespace

void AreaLayer::follow(CountyScene *scene)
{
    connect(scene, &CountyScene::areaChanged, this, &QQuickItem::update);
    connect(scene, &CountyScene::coloursChanged, this, &QQuickItem::update);
}

void AreaLayer::begin()
{
    drawn_.clear();
    next_.reset();
    isDrawing_ = true;
    emit drawingChanged();
    update();
}

void AreaLayer::add(QPointF point)
{
    const QPointF way = drawn_.empty() ? QPointF(closest, 0) : point - toItem(drawn_.back());
    if (!isDrawing_ || drawn_.size() >= mostCorners || std::hypot(way.x(), way.y()) < closest) {
        return;
    }
    drawn_.push_back(toWorldPoint(point));
    emit drawingChanged();
    update();
}

void AreaLayer::takeBack()
{
    if (!drawn_.empty()) {
        drawn_.pop_back();
        emit drawingChanged();
        update();
    }
}

void AreaLayer::reach(QPointF point)
{
    if (isDrawing_) {
        next_ = toWorldPoint(point);
        update();
    }
}

void AreaLayer::reachNothing()
{
    next_.reset();
    update();
}

bool AreaLayer::finish()
{
    if (drawn_.size() < 3) {
        return false;
    }
    GeoArea area;
    for (const WorldPoint corner : drawn_) {
        area.corners.push_back(toGeo(corner));
    }
    leave();
    emit scene() -> areaDrawn(area);
    return true;
}

void AreaLayer::leave()
{
    isDrawing_ = false;
    drawn_.clear();
    next_.reset();
    emit drawingChanged();
    update();
}

void AreaLayer::paint(QSGNode *root)
{
    if (root->childCount() == 0) {
        root->appendChildNode(new ShapeNode);
        root->appendChildNode(new MarkNode);
    }
    const CountyScene &county = *scene();
    std::vector<WorldPoint> corners = isDrawing_ ? drawn_ : cornersOf(county.area());
    std::vector<Mark> marks;
    for (const WorldPoint &corner : isDrawing_ ? corners : std::vector<WorldPoint>()) {
        marks.push_back({ Mark::Circle, toItem(corner), QSizeF(cornerSize, cornerSize), county.colours().surface,
            county.colours().accent, 1.5 });
    }
    if (isDrawing_ && next_) {
        corners.push_back(*next_);
    }
    const WorldPoint origin = corners.empty() ? county.origin() : corners.front();
    const double pixel = 1 / window()->effectiveDevicePixelRatio();
    auto *lines = static_cast<ShapeNode *>(root->childAtIndex(0));
    lines->setLines(edgesOf(corners, !isDrawing_ || drawn_.size() > 2), origin);
    lines->look({ toItem(origin), pixelsPerWorld(), pixel }, county.colours().accent, lineWidth);
    static_cast<MarkNode *>(root->childAtIndex(1))->setMarks(marks, pixel);
}

} // namespace huying
