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
public:
    using MapLayer::MapLayer;

    /// The name of the region under the pointer with those around it, widest first; empty outside.
    QString hovered() const { return hovered_; }
    Q_INVOKABLE void hover(QPointF point);
    Q_INVOKABLE void leave();
    /// Picks the region at `point`, or takes the pick back where it was picked already or where none is.
    Q_INVOKABLE void pickAt(QPointF point);

signals:
    void hoveredChanged();

protected:
    void paint(QSGNode *root) override;
    void follow(CountyScene *scene) override;

private:
    /// The level that is big enough to point at.
    RegionLevel levelInSight() const;
    const RegionShape *regionAt(QPointF point) const;

    QString hovered_;
    RegionCode hoveredCode_;
    bool isStale_ = true;
};

} // namespace huying
