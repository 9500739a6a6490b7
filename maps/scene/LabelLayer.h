#pragma once

#include "MapLayer.h"

namespace huying
{

/// Names with a halo, at whole pixels. They are written into textures a few at a time, so that no frame waits.
class LabelLayer : public MapLayer
{
    Q_OBJECT
    QML_ELEMENT
public:
    explicit LabelLayer(QQuickItem *parent = nullptr);

protected:
    void paint(QSGNode *root) override;
    void follow(CountyScene *scene) override;

private:
    bool isStale_ = true;
    double laidOutFor_ = 0; ///< scale; 0 when it has to be done again
};

} // namespace huying
