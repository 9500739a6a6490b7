#include "LandLayer.h"

#include "ShapeNode.h"

#include <QQuickWindow>

#include <algorithm>
#include <limits>
#include <numeric>

namespace huying
{

namespace
{

constexpr double edgePixels = 80; ///< a region whose middle is nearer to the edge is brought in

struct LandNode : QSGNode {
    LandNode()
    {
        for (ShapeNode *node : { land, hovered, picked }) {
            node->setTriangles({}, {});
            appendChildNode(node);
        }
    }
    ShapeNode *land = new ShapeNode;
    ShapeNode *hovered = new ShapeNode;
    ShapeNode *picked = new ShapeNode;
    RegionCode hoveredCode;
    RegionCode pickedCode;
};

std::vector<WorldPoint> landOf(const RegionShapes &regions)
{
    const auto level = regions.at(RegionLevel::County).empty() ? RegionLevel::Township : RegionLevel::County;
    std::vector<WorldPoint> corners;
    for (const RegionShape &shape : regions.at(level)) {
        const std::vector<WorldPoint> some = triangles(shape);
        corners.insert(corners.end(), some.begin(), some.end());
    }
    return corners;
}

void fill(ShapeNode *node, RegionCode &shown, const RegionCode &wanted, const CountyScene &scene)
{
    if (shown == wanted) {
        return;
    }
    shown = wanted;
    const RegionShape *shape = wanted.isEmpty() ? nullptr : scene.regions().find(wanted);
    node->setTriangles(shape == nullptr ? std::vector<WorldPoint> {} : triangles(*shape), scene.origin());
}

QColor faint(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

} // namespace

void LandLayer::follow(CountyScene *scene)
{
    connect(scene, &CountyScene::regionsChanged, this, [this] {
        isStale_ = true;
        leave();
        update();
    });
    connect(scene, &CountyScene::coloursChanged, this, &QQuickItem::update);
    connect(scene, &CountyScene::selectionChanged, this, &QQuickItem::update);
    connect(scene, &CountyScene::regionPictureChanged, this, &LandLayer::hoveredChanged);
    connect(scene, &CountyScene::onTilesChanged, this, &QQuickItem::update);
}

RegionLevel LandLayer::levelInSight() const
{
    if (const auto &picture = scene()->regionPicture()) {
        return picture->level;
    }
    return zoomLevel() < 12 ? RegionLevel::Township : zoomLevel() < 14 ? RegionLevel::Village : RegionLevel::Grid;
}

const RegionShape *LandLayer::regionAt(QPointF point) const
{
    const WorldPoint place = toWorldPoint(point);
    for (int level = static_cast<int>(levelInSight()); level > 0; --level) {
        if (const RegionShape *shape = scene()->regions().find(place, static_cast<RegionLevel>(level))) {
            return shape;
        }
    }
    return nullptr;
}

QString LandLayer::namesAt(WorldPoint place) const
{
    QStringList names;
    for (const RegionLevel level : { RegionLevel::Township, RegionLevel::Village, RegionLevel::Grid }) {
        const RegionShape *around = level > levelInSight() ? nullptr : scene()->regions().find(place, level);
        if (around != nullptr) {
            names << QString::fromStdString(around->region.name);
        }
    }
    return names.join(QStringLiteral(" · "));
}

QString LandLayer::told() const
{
    // Asked for before the layer has its scene.
    const auto picture = scene() == nullptr ? nullptr : scene()->regionPicture();
    const RegionFigure *figure = picture ? picture->find(hoveredCode_) : nullptr;
    return figure == nullptr ? QString()
                             : (QStringList(hovered_) + figureLines(*picture, *figure)).join(QLatin1Char('\n'));
}

QPointF LandLayer::toldAt() const
{
    const RegionShape *shape = isMarked_ ? scene()->regions().find(hoveredCode_) : nullptr;
    return shape == nullptr ? pointer_ : toItem(toWorld(shape->region.centre));
}

void LandLayer::hover(QPointF point)
{
    const RegionShape *shape = regionAt(point);
    const RegionCode code = shape == nullptr ? RegionCode {} : shape->region.code;
    const bool isTold = scene()->hasRegionPicture() && !code.isEmpty();
    pointer_ = point;
    if (code == hoveredCode_ && !isMarked_) {
        if (isTold) {
            emit hoveredChanged();
        }
        return;
    }
    isMarked_ = false;
    hoveredCode_ = code;
    hovered_ = code.isEmpty() ? QString() : namesAt(toWorldPoint(point));
    scene()->hover(code);
    emit hoveredChanged();
    update();
}

void LandLayer::leave()
{
    if (!hoveredCode_.isEmpty()) {
        isMarked_ = false;
        hoveredCode_ = {};
        hovered_.clear();
        scene()->hover({});
        emit hoveredChanged();
        update();
    }
}

bool LandLayer::step(int by)
{
    const auto &picture = scene()->regionPicture();
    if (!picture || picture->figures.empty()) {
        return false;
    }
    std::vector<std::size_t> ranks(picture->figures.size());
    std::iota(ranks.begin(), ranks.end(), std::size_t { 0 });
    std::ranges::stable_sort(ranks, std::ranges::greater(), [&picture](std::size_t at) {
        return picture->figures[at].value.value_or(std::numeric_limits<double>::lowest());
    });
    const auto here = std::ranges::find(
        ranks, hoveredCode_, [&picture](std::size_t at) -> const RegionCode & { return picture->figures[at].code; });
    const auto count = static_cast<std::ptrdiff_t>(ranks.size());
    const std::ptrdiff_t next =
        here == ranks.end() ? (by > 0 ? 0 : count - 1) : ((here - ranks.begin()) + by + count) % count;
    mark(scene()->regions().at(picture->level)[ranks[static_cast<std::size_t>(next)]]);
    return true;
}

void LandLayer::mark(const RegionShape &shape)
{
    isMarked_ = true;
    hoveredCode_ = shape.region.code;
    hovered_ = namesAt(toWorld(shape.region.centre));
    if (hovered_.isEmpty()) {
        hovered_ = QString::fromStdString(shape.region.name);
    }
    scene()->hover(hoveredCode_);
    emit hoveredChanged();
    update();
    const QPointF middle = toldAt();
    const QRectF inside = boundingRect().adjusted(edgePixels, edgePixels, -edgePixels, -edgePixels);
    const double x = middle.x() - std::clamp(middle.x(), inside.left(), inside.right());
    const double y = middle.y() - std::clamp(middle.y(), inside.top(), inside.bottom());
    if (x != 0 || y != 0) {
        emit moveWanted(x, y);
    }
}

bool LandLayer::pickMarked()
{
    if (!isMarked_) {
        return false;
    }
    pick(hoveredCode_);
    return true;
}

void LandLayer::pickAt(QPointF point)
{
    const RegionShape *shape = regionAt(point);
    pick(shape == nullptr ? RegionCode {} : shape->region.code);
}

/// Picked once more it is let go.
void LandLayer::pick(const RegionCode &region)
{
    const RegionCode code = region == scene()->picked() ? RegionCode {} : region;
    if (code != scene()->picked()) {
        scene()->pick(code);
        emit scene() -> regionPicked(code);
    }
}

void LandLayer::paint(QSGNode *root)
{
    if (root->childCount() == 0) {
        root->appendChildNode(new LandNode);
        isStale_ = true;
    }
    auto *nodes = static_cast<LandNode *>(root->firstChild());
    const CountyScene &county = *scene();
    if (isStale_) {
        nodes->land->setTriangles(landOf(county.regions()), county.origin());
        nodes->hoveredCode = {};
        nodes->pickedCode = {};
        isStale_ = false;
    }
    fill(nodes->hovered, nodes->hoveredCode, hoveredCode_, county);
    fill(nodes->picked, nodes->pickedCode, county.picked(), county);
    const ShapeNode::View view { toItem(county.origin()), pixelsPerWorld(), 1 / window()->effectiveDevicePixelRatio() };
    // On tiles the land is theirs; where none has come, ours is there.
    nodes->land->look(view, county.isOnTiles() ? faint(county.colours().surface, 0) : county.colours().surface);
    nodes->hovered->look(view, faint(county.colours().inkSoft, 0.06F));
    nodes->picked->look(view, faint(county.colours().accent, 0.12F));
}

} // namespace huying
