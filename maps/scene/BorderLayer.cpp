#include "BorderLayer.h"

#include "ShapeNode.h"

#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

struct Pen {
    RegionLevel level;
    double widthPixels;
    float share; ///< of ink
    double fadeFrom; ///< zoom level at which it begins to show
    double fadeTo;
};

/// Finer ones first, so that the coarser lie over them.
constexpr std::array<Pen, 4> pens { {
    { RegionLevel::Grid, 1.0, 0.22F, 13.0, 13.8 },
    { RegionLevel::Village, 1.0, 0.36F, 11.2, 12.0 },
    { RegionLevel::Township, 1.3, 0.66F, 0, 0 },
    { RegionLevel::County, 1.8, 0.9F, 0, 0 },
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

/// Ink thinned with the land's colour and not by transparency, which would show a bead at each corner.
QColor thinned(const QColor &ink, const QColor &land, float share)
{
    return QColor::fromRgbF(std::lerp(land.redF(), ink.redF(), share), std::lerp(land.greenF(), ink.greenF(), share),
        std::lerp(land.blueF(), ink.blueF(), share));
}

float shown(const Pen &pen, double zoomLevel)
{
    if (pen.fadeTo <= 0) {
        return 1;
    }
    return static_cast<float>(std::clamp((zoomLevel - pen.fadeFrom) / (pen.fadeTo - pen.fadeFrom), 0.0, 1.0));
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
        QColor colour = thinned(county.colours().inkSoft, county.colours().surface, pens[i].share);
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
