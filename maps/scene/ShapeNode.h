#pragma once

#include <heat/Mercator.h>

#include <QColor>
#include <QPointF>
#include <QSGGeometryNode>
#include <QSGMaterial>

#include <span>

namespace huying
{

struct BorderEdge;

/// Fills and lines whose geometry lies in map units and is handed to the graphics once; pan and zoom change numbers of
/// the material only.
class ShapeNode : public QSGGeometryNode
{
public:
    ShapeNode();

    /// Corners of triangles, three each; `origin` becomes 0, 0.
    void setTriangles(std::span<const WorldPoint> corners, WorldPoint origin);
    void setLines(std::span<const BorderEdge> edges, WorldPoint origin);
    /// Squares about `middles`, as wide as lines are.
    void setSquares(std::span<const WorldPoint> middles, WorldPoint origin);

    struct View {
        QPointF shift; ///< pixel of the origin
        double pixelsPerWorld = 1;
        double pixel = 1; ///< one of the screen's, in the item's
    };
    /// `widthPixels` of lines; 0 for fills. What is transparent is left out, and what a fill covers whole is not drawn.
    void look(const View &view, const QColor &colour, double widthPixels = 0);

    bool isSubtreeBlocked() const override { return isTransparent_; }

private:
    bool isTransparent_ = false;
};

} // namespace huying
