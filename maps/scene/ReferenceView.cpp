#include "ReferenceView.h"

#include "ShapeNode.h"

#include <QQuickWindow>

namespace huying
{

namespace
{

constexpr double referenceLinePixels = 1.4;
constexpr double referencePointPixels = 6;
constexpr float referenceFillShare = 0.1F;

struct ReferenceNode : QSGNode {
    ReferenceNode()
    {
        for (ShapeNode *node : { fills, lines, points }) {
            node->setTriangles({}, {});
            appendChildNode(node);
        }
    }
    ShapeNode *fills = new ShapeNode;
    ShapeNode *lines = new ShapeNode;
    ShapeNode *points = new ShapeNode;
};

} // namespace

void ReferenceView::follow(CountyScene *scene)
{
    const auto remake = [this] {
        isStale_ = true;
        update();
    };
    connect(&scene->reference(), &ReferenceLayers::shapesChanged, this, remake);
    connect(scene, &CountyScene::regionsChanged, this, remake); // they count from another origin
    connect(scene, &CountyScene::coloursChanged, this, &QQuickItem::update);
}

void ReferenceView::paint(QSGNode *root)
{
    if (root->childCount() == 0) {
        root->appendChildNode(new ReferenceNode);
        isStale_ = true;
    }
    auto *nodes = static_cast<ReferenceNode *>(root->firstChild());
    CountyScene &county = *scene();
    if (isStale_) {
        const ReferenceShapes &shapes = *county.reference().shapes();
        nodes->fills->setTriangles(shapes.fills, county.origin());
        nodes->lines->setLines(shapes.edges, county.origin());
        nodes->points->setSquares(shapes.points, county.origin());
        isStale_ = false;
    }
    const ShapeNode::View view { toItem(county.origin()), pixelsPerWorld(), 1 / window()->effectiveDevicePixelRatio() };
    QColor faint = county.colours().accent;
    faint.setAlphaF(referenceFillShare);
    nodes->fills->look(view, faint);
    nodes->lines->look(view, county.colours().accent, referenceLinePixels);
    nodes->points->look(view, county.colours().accent, referencePointPixels);
}

} // namespace huying
