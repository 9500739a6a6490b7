#pragma once

#include <QColor>
#include <QPointF>
#include <QSGGeometryNode>
#include <QSizeF>

#include <span>

namespace huying
{

/// A drawn mark: lamps are told apart by shape as well as colour.
struct Mark {
    enum Kind : std::uint8_t { Circle, Triangle, Diamond, Bars, Pill };
    Kind kind = Circle;
    QPointF at; ///< its middle, in pixels of the item
    QSizeF size;
    QColor fill;
    QColor edge;
    double edgeWidth = 0; ///< around the size
};

/// Any number of marks in one draw.
class MarkNode : public QSGGeometryNode
{
public:
    MarkNode();
    void setMarks(std::span<const Mark> marks, double pixel);
};

} // namespace huying
