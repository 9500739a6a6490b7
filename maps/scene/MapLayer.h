#pragma once

#include "CountyScene.h"

#include <QPointer>
#include <QQuickItem>

namespace huying
{

/// A layer over the map: one item that draws all its features. It follows the map's camera, and projects by itself, so
/// that a frame costs a few numbers and not a call for each feature.
class MapLayer : public QQuickItem
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(huying::CountyScene *scene READ scene WRITE setScene NOTIFY sceneChanged REQUIRED)
    Q_PROPERTY(QGeoCoordinate centre READ centre WRITE setCentre NOTIFY cameraChanged REQUIRED)
    Q_PROPERTY(double zoomLevel READ zoomLevel WRITE setZoomLevel NOTIFY cameraChanged REQUIRED)
public:
    explicit MapLayer(QQuickItem *parent = nullptr);

    CountyScene *scene() const { return scene_; }
    void setScene(CountyScene *scene);
    QGeoCoordinate centre() const { return centre_; }
    void setCentre(const QGeoCoordinate &centre);
    double zoomLevel() const { return zoomLevel_; }
    void setZoomLevel(double zoomLevel);

    double pixelsPerWorld() const;
    /// The scale for which things are laid out: half zoom levels, at most the present one.
    double layoutScale() const;
    QPointF toItem(WorldPoint place) const;
    WorldPoint toWorldPoint(QPointF point) const;

signals:
    void sceneChanged();
    void cameraChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) final;
    /// The layer's nodes below `root`, which the base keeps; everything is drawn anew or updated.
    virtual void paint(QSGNode *root) = 0;
    /// Connects what the layer follows.
    virtual void follow(CountyScene *scene) = 0;

private:
    QPointer<CountyScene> scene_;
    QGeoCoordinate centre_;
    WorldPoint centreInWorld_;
    double zoomLevel_ = 10;
    double pixelsPerWorld_ = 256 * 1024;
};

} // namespace huying
