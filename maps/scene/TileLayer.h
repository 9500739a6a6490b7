#pragma once

#include "MapLayer.h"

namespace huying
{

/// The base map's tiles, below all other layers: one item for all of them. On a dark ground they are dimmed.
class TileLayer : public MapLayer
{
    Q_OBJECT
    QML_ELEMENT
public:
    explicit TileLayer(QQuickItem *parent = nullptr);

protected:
    void updatePolish() override;
    void paint(QSGNode *root) override;
    void follow(CountyScene *scene) override;

private:
    std::vector<TileAddress> inSight() const;
    QRectF placeOf(const TileAddress &tile) const;

    std::vector<TileAddress> wanted_;
    bool isReplaced_ = false;
};

} // namespace huying
