#include "LandLayer.h"

#include "ShapeNode.h"

#include <QQuickWindow>

namespace huying
{

namespace
{

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
    connect(scene, &CountyScene::onTilesChanged, this, &QQuickItem::update);
}

RegionLevel LandLayer::levelInSight() const
{
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

void LandLayer::hover(QPointF point)
{
    const RegionShape *shape = regionAt(point);
    const RegionCode code = shape == nullptr ? RegionCode {} : shape->region.code;
    if (code == hoveredCode_) {
        return;
    }
    hoveredCode_ = code;
    hovered_.clear();
    const WorldPoint place = toWorldPoint(point);
    for (const RegionLevel level : { RegionLevel::Township, RegionLevel::Village, RegionLevel::Grid }) {
        const RegionShape *around = level > levelInSight() ? nullptr : scene()->regions().find(place, level);
        if (around != nullptr) {
            hovered_ +=
                (hovered_.isEmpty() ? QString() : QStringLiteral(" · ")) + QString::fromStdString(around->region.name);
        }
    }
    emit hoveredChanged();
    update();
}

void LandLayer::leave()
{
    if (!hoveredCode_.isEmpty()) {
        hoveredCode_ = {};
        hovered_.clear();
        emit hoveredChanged();
        update();
    }
}

void LandLayer::pickAt(QPointF point)
{
    const RegionShape *shape = regionAt(point);
    const RegionCode code =
        shape == nullptr || shape->region.code == scene()->picked() ? RegionCode {} : shape->region.code;
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
