#pragma once

#include <common/ThemeSource.h>
#include <mapview/MapPane.h>
#include <scene/PinLayer.h>
#include <support/Sentences.h>

#include <QQuickItem>
#include <QQuickWidget>

#include <memory>

namespace huying
{

struct Spot {
    GeoPoint point;
    RegionCode region;
};

/// Places as they are in a county: towns more than fields, some spots much more.
std::vector<Spot> tickets(const std::vector<Region> &regions, std::size_t count);
TicketId idOf(std::size_t number);
std::vector<MapPin> pinsOf(const std::vector<Spot> &tickets);
HeatColumns columnsOf(const RegionShapes &shapes, const std::vector<Spot> &tickets);

/// The map in a real window, with the simulated county; new for each sentence.
class PaneFixture : public Sentences
{
    Q_OBJECT
protected:
    QQuickItem *root() const { return view()->rootObject(); }
    QQuickWidget *view() const { return pane->findChild<QQuickWidget *>(); }
    PinLayer *layer() const { return root()->findChild<PinLayer *>(QStringLiteral("pins")); }
    void showAt(GeoPoint place, double zoom) const;
    void click(QPointF point) const { QTest::mouseClick(view(), Qt::LeftButton, {}, point.toPoint()); }
    /// The picture once nothing more is drawn.
    QImage settled() const;
    /// Keeps the picture where HUYING_SHOTS names a folder.
    void keep(const QString &name) const;

    std::vector<Region> regions;
    std::vector<Spot> someTickets;
    std::unique_ptr<ThemeSource> source;
    std::unique_ptr<MapPane> pane;

protected slots:
    void initTestCase();
    void init();
    void cleanup();
};

} // namespace huying
