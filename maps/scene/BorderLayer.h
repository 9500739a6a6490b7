#pragma once

#include "MapLayer.h"

namespace huying
{

/// The borders of county, townships, villages and grids; the finer ones fade in as one comes nearer.
class BorderLayer : public MapLayer
{
    Q_OBJECT
    QML_ELEMENT
public:
    using MapLayer::MapLayer;

protected:
    void paint(QSGNode *root) override;
    void follow(CountyScene *scene) override;

private:
    bool isStale_ = true;
};

} // namespace huying
