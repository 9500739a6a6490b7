#pragma once

#include "MapLayer.h"

namespace huying
{

/// The density's picture, laid where it belongs; the graphics stretch it.
class HeatLayer : public MapLayer
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
