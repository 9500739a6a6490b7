#pragma once

#include "MapLayer.h"

namespace huying
{

/// Roads, waters, schools and whatever else was taken in besides the regions: areas faintly filled, lines, points as
/// small squares. Below the borders.
class ReferenceView : public MapLayer
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
