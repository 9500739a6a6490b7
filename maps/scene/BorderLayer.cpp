#include "BorderLayer.h"

#include "ShapeNode.h"

#include <QQuickWindow>

#include <algorithm>

namespace huying
{

namespace
{

struct Pen {
    RegionLevel level;
    double widthPixels;
    float alpha;
    double fadeFrom; ///< zoom level at which it begins to show
    double fadeTo;
};

/// Finer ones first, so that the coarser lie over them.
constexpr std::array<Pen, 4> pens { {
    { RegionLevel::Grid, 1.0, 0.22F, 13.0, 13.8 },
    { RegionLevel::Village, 1.0, 0.36F, 11.2, 12.0 },
    { RegionLevel::Township, 1.3, 0.62F, 0, 0 },
    { RegionLevel::County, 2.2, 0.95F, 0, 0 },
} };

struct BorderNode : QSGNode {
    std::array<ShapeNode *, pens.size()> lines {};
    std::array<bool, pens.size()> isMade {};
    BorderNode()
    {
        for (ShapeNode *&node : lines) {
            node = new ShapeNode;
            node->setLines({}, {});
            appendChildNode(node);
        }
    }
};

float shown(const Pen &pen, double zoomLevel)
{
    if (pen.fadeTo <= 0) {
        return pen.alpha;
    }
    return pen.alpha
        * static_cast<float>(std::clamp((zoomLevel - pen.fadeFrom) / (pen.fadeTo - pen.fadeFrom), 0.0, 1.0));
}

} // namespace

void BorderLayer::follow(CountyScene *scene)
{
    connect(scene, &CountyScene::regionsChanged, this, [this] {
        isStale_ = true;
        update();
    });
    connect(scene, &CountyScene::coloursChanged, this, &QQuickItem::update);
    connect(scene, &CountyScene::selectionChanged, this, &QQuickItem::update);
}

void BorderLayer::paint(QSGNode *root)
{
    if (root->childCount() == 0) {
        root->appendChildNode(new BorderNode);
    }
    auto *nodes = static_cast<BorderNode *>(root->firstChild());
    if (isStale_) {
        nodes->isMade = {};
        isStale_ = false;
    }
    const CountyScene &county = *scene();
    const ShapeNode::View view { toItem(county.origin()), pixelsPerWorld(), 1 / window()->effectiveDevicePixelRatio() };
    for (std::size_t i = 0; i < pens.size(); ++i) {
        QColor colour = county.colours().inkSoft;
        colour.setAlphaF(shown(pens[i], zoomLevel()));
        const bool isSeen = colour.alpha() > 0;
        // A level is handed over when it is first seen, and taken back while it is not: invisible lines cost too.
        if (isSeen != nodes->isMade[i]) {
            nodes->lines[i]->setLines(
                isSeen ? std::span(county.regions().borders(pens[i].level)) : std::span<const BorderEdge>(),
                county.origin());
            nodes->isMade[i] = isSeen;
        }
        nodes->lines[i]->look(view, colour, pens[i].widthPixels);
    }
}

} // namespace huying
