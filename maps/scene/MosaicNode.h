#pragma once

#include "RegionMesh.h"
#include "ShapeNode.h"

namespace huying
{

/// How one region is filled: a colour, and a pattern that says something beside it.
struct Tile {
    enum Pattern : std::uint8_t { Plain, Hatched, Dotted };

    QRgb colour = 0; ///< not premultiplied
    Pattern pattern = Plain;

    bool operator==(const Tile &) const = default;
};

/// Many regions in one piece, each with its own fill. The mesh lies in map units and is handed to the graphics when
/// fills change; pan and zoom change numbers of the material only.
class MosaicNode : public QSGGeometryNode
{
public:
    MosaicNode();

    /// `tiles` in the order of the mesh's regions; `origin` becomes 0, 0.
    void setTiles(const RegionMesh &mesh, std::span<const Tile> tiles, WorldPoint origin);
    /// `ink` draws the patterns.
    void look(const ShapeNode::View &view, const QColor &ink);
};

} // namespace huying
