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

/// A level's lines, handed over when they are first seen; opacity zero takes them out of the frame without losing them.
struct BorderNode : QSGOpacityNode {
    ShapeNode *lines = new ShapeNode;
    bool isMade = false;
    BorderNode()
    {
        lines->setLines({}, {});
        appendChildNode(lines);
    }
};

/// Ink thinned with the land's colour and not by transparency, which would show a bead at each corner.
QColor thinned(const QColor &ink, const QColor &land, float share)
{
    return QColor::fromRgbF(std::lerp(land.redF(), ink.redF(), share), std::lerp(land.greenF(), ink.greenF(), share),
        std::lerp(land.blueF(), ink.blueF(), share));
}

float shown(const Pen &pen, double zoomLevel, Outlines outlines, const RegionPicture *picture)
{
    if (pen.fadeTo <= 0) {
        return 1;
    }
    // Lines within a shaded region would say that it is more than one.
    if (picture != nullptr && pen.level > picture->level) {
        return 0;
    }
    if (outlines != Outlines::ByZoom) {
        const RegionLevel finest = outlines == Outlines::Grids ? RegionLevel::Grid
            : outlines == Outlines::Villages                   ? RegionLevel::Village
                                                               : RegionLevel::Township;
        return pen.level <= finest ? 1 : 0;
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
    connect(scene, &CountyScene::outlinesChanged, this, &QQuickItem::update);
    connect(scene, &CountyScene::regionPictureChanged, this, &QQuickItem::update);
}

void BorderLayer::paint(QSGNode *root)
{
    while (root->childCount() < static_cast<int>(pens.size())) {
        root->appendChildNode(new BorderNode);
    }
    const CountyScene &county = *scene();
    const ShapeNode::View view { toItem(county.origin()), pixelsPerWorld(), 1 / window()->effectiveDevicePixelRatio() };
    for (std::size_t i = 0; i < pens.size(); ++i) {
        auto *level = static_cast<BorderNode *>(root->childAtIndex(static_cast<int>(i)));
        const float share = shown(pens[i], zoomLevel(), county.outlines(), county.regionPicture().get());
        level->isMade = level->isMade && !isStale_;
        if (share > 0 && !level->isMade) {
            level->lines->setLines(county.regions().borders(pens[i].level), county.origin());
            level->isMade = true;
        }
        level->setOpacity(share);
        level->lines->look(
            view, thinned(county.colours().inkSoft, county.colours().surface, pens[i].share), pens[i].widthPixels);
    }
    isStale_ = false;
}

} // namespace huying
