#include "BorderLayer.h"

#include "ShapeNode.h"

#include <QQuickWindow>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <vector>

namespace huying
{

namespace
{

constexpr double margin = 4; ///< pixels: half of a line's width, and more

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

/// Into so many pieces across and down the lines of fine levels are cut: near by, most are out of sight.
constexpr int pieces = 6;

int pieceAt(double place, double from, double length)
{
    return std::clamp(static_cast<int>((place - from) / length * pieces), 0, pieces - 1);
}

/// A level's lines, handed over when they are first seen; opacity zero takes them out of the frame without losing them.
class BorderNode : public QSGOpacityNode
{
public:
    bool isMade() const { return firstChild() != nullptr; }
    void clear()
    {
        while (QSGNode *child = firstChild()) {
            delete child; // takes itself out
        }
        pieces_.clear();
    }
    void make(std::span<const BorderEdge> edges, const WorldRect &bounds, WorldPoint origin, bool isCut)
    {
        std::map<int, std::vector<BorderEdge>> byPiece;
        for (const BorderEdge &edge : edges) {
            const int across = pieceAt((edge.from.x + edge.to.x) / 2, bounds.left, bounds.width);
            const int down = pieceAt((edge.from.y + edge.to.y) / 2, bounds.top, bounds.height);
            byPiece[isCut ? down * pieces + across : 0].push_back(edge);
        }
        for (const auto &[number, lines] : byPiece) {
            pieces_.push_back({ new ShapeNode, boxOf(lines) });
            pieces_.back().lines->setLines(lines, origin);
            appendChildNode(pieces_.back().lines);
        }
    }
    void look(const ShapeNode::View &view, const QColor &colour, double widthPixels, const WorldRect &inSight)
    {
        for (const Piece &piece : pieces_) {
            piece.lines->look(view, piece.box.meets(inSight) ? colour : QColor(Qt::transparent), widthPixels);
        }
    }

private:
    struct Box {
        double left, top, right, bottom;
        bool meets(const WorldRect &rect) const
        {
            return left < rect.left + rect.width && right > rect.left && top < rect.top + rect.height
                && bottom > rect.top;
        }
    };
    struct Piece {
        ShapeNode *lines;
        Box box;
    };
    static Box boxOf(const std::vector<BorderEdge> &edges)
    {
        const WorldPoint first = edges.front().from;
        Box box { first.x, first.y, first.x, first.y };
        for (const BorderEdge &edge : edges) {
            for (const WorldPoint &end : { edge.from, edge.to }) {
                box = { std::min(box.left, end.x), std::min(box.top, end.y), std::max(box.right, end.x),
                    std::max(box.bottom, end.y) };
            }
        }
        return box;
    }

    std::vector<Piece> pieces_;
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
    const WorldPoint corner = toWorldPoint({ -margin, -margin });
    const WorldPoint other = toWorldPoint({ width() + margin, height() + margin });
    const WorldRect inSight { corner.x, corner.y, other.x - corner.x, other.y - corner.y };
    const ShapeNode::View view { toItem(county.origin()), pixelsPerWorld(), 1 / window()->effectiveDevicePixelRatio() };
    for (std::size_t i = 0; i < pens.size(); ++i) {
        auto *level = static_cast<BorderNode *>(root->childAtIndex(static_cast<int>(i)));
        const float share = shown(pens[i], zoomLevel(), county.outlines(), county.regionPicture().get());
        if (isStale_) {
            level->clear();
        }
        if (share > 0 && !level->isMade()) {
            level->make(county.regions().borders(pens[i].level), county.regions().bounds(), county.origin(),
                pens[i].level > RegionLevel::Township);
        }
        level->setOpacity(share);
        level->look(view, thinned(county.colours().inkSoft, county.colours().surface, pens[i].share),
            pens[i].widthPixels, inSight);
    }
    isStale_ = false;
}

} // namespace huying
