#pragma once

#include "MapLayer.h"

namespace huying
{

/// The county's area, the region under the pointer and the region picked. Below all other layers.
class LandLayer : public MapLayer
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString hovered READ hovered NOTIFY hoveredChanged)
    Q_PROPERTY(bool isMarked READ isMarked NOTIFY hoveredChanged)
    Q_PROPERTY(QString told READ told NOTIFY hoveredChanged)
    Q_PROPERTY(QPointF toldAt READ toldAt NOTIFY hoveredChanged)
public:
    using MapLayer::MapLayer;

    /// The name of the region under the pointer with those around it, widest first; empty outside.
    QString hovered() const { return hovered_; }
    /// The keyboard is on a region.
    bool isMarked() const { return isMarked_; }
    /// Its names and, where regions are shaded, its figures, a line each.
    QString told() const;
    /// Where the pointer is, or the middle of the keyboard's region; in pixels of the item.
    QPointF toldAt() const;
    Q_INVOKABLE void hover(QPointF point);
    /// On to the next region by its figure, the highest first; -1 goes back. False where regions are not shaded.
    Q_INVOKABLE bool step(int by);
    /// Picks the region of the keyboard, or takes that back.
    Q_INVOKABLE bool pickMarked();
    Q_INVOKABLE void leave();
    /// Picks the region at `point`, or takes the pick back where it was picked already or where none is.
    Q_INVOKABLE void pickAt(QPointF point);

signals:
    void hoveredChanged();
    /// The keyboard's region lies beyond the edge; in pixels.
    void moveWanted(double x, double y);

protected:
    void paint(QSGNode *root) override;
    void follow(CountyScene *scene) override;

private:
    /// The level that is big enough to point at.
    RegionLevel levelInSight() const;
    const RegionShape *regionAt(QPointF point) const;

    void pick(const RegionCode &code);
    void mark(const RegionShape &shape);
    QString namesAt(WorldPoint place) const;

    QString hovered_;
    QPointF pointer_;
    bool isMarked_ = false;
    RegionCode hoveredCode_;
    bool isStale_ = true;
};

} // namespace huying
