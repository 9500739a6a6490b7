#pragma once

#include "MapLayer.h"

namespace huying
{

/// The area that narrows the list, and the one being drawn: round it with the button held, or corner by corner.
class AreaLayer : public MapLayer
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool isDrawing READ isDrawing NOTIFY drawingChanged)
    /// The corners set so far.
    Q_PROPERTY(int corners READ corners NOTIFY drawingChanged)
public:
    using MapLayer::MapLayer;

    bool isDrawing() const { return isDrawing_; }
    int corners() const { return int(drawn_.size()); }

    Q_INVOKABLE void begin();
    /// A corner at this pixel; one that lies on the last is left out.
    Q_INVOKABLE void add(QPointF point);
    /// The last corner is taken back.
    Q_INVOKABLE void takeBack();
    /// Where the next corner would be.
    Q_INVOKABLE void reach(QPointF point);
    Q_INVOKABLE void reachNothing();
    /// Closes the area and tells the scene; false while there are fewer than three corners.
    Q_INVOKABLE bool finish();
    Q_INVOKABLE void leave();

signals:
    void drawingChanged();

protected:
    void paint(QSGNode *root) override;
    void follow(CountyScene *scene) override;

private:
    bool isDrawing_ = false;
    std::vector<WorldPoint> drawn_;
    std::optional<WorldPoint> next_;
};

} // namespace huying
