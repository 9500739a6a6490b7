#pragma once

#include "MapLayer.h"

namespace huying
{

/// The regions of a level, shaded by a figure: one mesh for all of them.
class RegionLayer : public MapLayer
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
