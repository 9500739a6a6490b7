#include "RegionLayer.h"

#include "MosaicNode.h"

#include <QQuickWindow>

#include <algorithm>

namespace huying
{

namespace
{

Tile tileOf(const RegionPicture &picture, const RegionFigure &figure, const MapColours &colours)
{
    const Tile::Pattern pattern = figure.isSilent ? Tile::Hatched
        : !figure.value && figure.tickets > 0     ? Tile::Dotted
                                                  : Tile::Plain;
    return { colourOf(picture, figure, colours).rgba(), pattern };
}

/// The fills, and over them the outlines of the region under the pointer and of the one picked.
struct RegionNode : QSGNode {
    RegionNode()
    {
        appendChildNode(mosaic);
        for (ShapeNode *node : { hovered, picked }) {
            node->setLines({}, {});
            appendChildNode(node);
        }
    }
    MosaicNode *mosaic = new MosaicNode;
    ShapeNode *hovered = new ShapeNode;
    ShapeNode *picked = new ShapeNode;
    RegionCode hoveredCode;
    RegionCode pickedCode;
};

void outline(ShapeNode *node, RegionCode &shown, const RegionCode &wanted, const CountyScene &scene)
{
    if (shown == wanted) {
        return;
    }
    shown = wanted;
    const RegionShape *shape = wanted.isEmpty() ? nullptr : scene.regions().find(wanted);
    std::vector<BorderEdge> edges;
    for (const auto &ring : shape == nullptr ? std::vector<std::vector<WorldPoint>>() : shape->rings) {
        for (std::size_t i = 0, last = ring.size() - 1; i < ring.size(); last = i++) {
            if (ring[last] != ring[i]) {
                edges.push_back({ ring[last], ring[i] });
            }
        }
    }
    node->setLines(edges, scene.origin());
}

} // namespace

void RegionLayer::follow(CountyScene *scene)
{
    const auto stale = [this] {
        isStale_ = true;
        update();
    };
    connect(scene, &CountyScene::regionPictureChanged, this, stale);
    connect(scene, &CountyScene::coloursChanged, this, stale);
    connect(scene, &CountyScene::meshReady, this, stale);
    connect(scene, &CountyScene::hoverChanged, this, &QQuickItem::update);
    connect(scene, &CountyScene::selectionChanged, this, &QQuickItem::update);
}

void RegionLayer::paint(QSGNode *root)
{
    const auto &picture = scene()->regionPicture();
    const auto mesh = picture ? scene()->mesh(picture->level) : nullptr;
    auto *node = static_cast<RegionNode *>(root->firstChild());
    if (!mesh) {
        delete node;
        return;
    }
    if (node == nullptr) {
        node = new RegionNode;
        root->appendChildNode(node);
        isStale_ = true;
    }
    const CountyScene &county = *scene();
    if (std::exchange(isStale_, false)) {
        std::vector<Tile> tiles;
        std::ranges::transform(picture->figures, std::back_inserter(tiles),
            [&](const RegionFigure &figure) { return tileOf(*picture, figure, county.colours()); });
        node->mosaic->setTiles(*mesh, tiles, county.origin());
    }
    outline(node->hovered, node->hoveredCode, county.hovered(), county);
    outline(node->picked, node->pickedCode, county.picked(), county);
    const ShapeNode::View view { toItem(county.origin()), pixelsPerWorld(), 1 / window()->effectiveDevicePixelRatio() };
    node->mosaic->look(view, county.colours().ink);
    node->hovered->look(view, county.colours().ink, 1.6);
    node->picked->look(view, county.colours().accent, 3);
}

} // namespace huying
