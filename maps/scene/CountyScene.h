#pragma once

#include "MapColours.h"
#include "MapLabels.h"
#include "MapPin.h"
#include "PinGroups.h"
#include "ReferenceLayers.h"
#include "RegionMesh.h"
#include "RegionWords.h"

#include <domain/GeoArea.h>
#include <heat/HeatWorker.h>
#include <tiles/BaseMap.h>

#include <QGeoCoordinate>
#include <QObject>
#include <QtQml/qqmlregistration.h>
#include <QVariantList>

#include <atomic>
#include <functional>
#include <thread>

namespace huying
{

/// Which names and marks are shown at a scale: no two marks overlap, no name of a township is covered, and the smaller
/// names give way to marks.
struct MapLayout {
    double pixelsPerWorld = 0; ///< 0: not made
    std::vector<const MapLabel *> labels;
    std::vector<PinGroup> groups;
};

/// Which outlines are drawn: as the scale allows, or down to a level at every scale.
enum class Outlines : std::uint8_t { ByZoom, Townships, Villages, Grids };

/// Everything the map shows, in one place for all its layers. Set from the widgets, read by layers and QML.
class CountyScene : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(huying::MapColours colours READ colours NOTIFY coloursChanged)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY regionsChanged)
    Q_PROPERTY(bool hasPins READ hasPins NOTIFY wholeChanged)
    Q_PROPERTY(bool isSchematic READ isSchematic NOTIFY regionsChanged)
    Q_PROPERTY(bool hasHeat READ hasHeat NOTIFY heatChanged)
    Q_PROPERTY(double heatTop READ heatTop NOTIFY heatChanged)
    Q_PROPERTY(QString heatPeriod READ heatPeriod NOTIFY heatChanged)
    Q_PROPERTY(QVariantList heatStops READ heatStops NOTIFY coloursChanged)
    Q_PROPERTY(QString heatRadius READ heatRadius NOTIFY heatChanged)
    Q_PROPERTY(bool hasRegionPicture READ hasRegionPicture NOTIFY regionPictureChanged)
    Q_PROPERTY(huying::RegionLegend regionLegend READ regionLegend NOTIFY regionLegendChanged)
    Q_PROPERTY(QString attribution READ attribution NOTIFY baseReplaced)
    Q_PROPERTY(QGeoCoordinate middle READ middle NOTIFY wholeChanged)
public:
    explicit CountyScene(QObject *parent = nullptr);

    const MapColours &colours() const { return colours_; }
    void setColours(const MapColours &colours);

    const RegionShapes &regions() const { return *regions_; }
    void setRegions(std::vector<Region> regions);
    bool isEmpty() const { return regions_->isEmpty(); }
    bool hasPins() const { return !pins_.empty(); }
    bool isSchematic() const { return regions_->isSchematic(); }
    /// The north-western corner from which layers count, so that single precision is enough for the screen.
    WorldPoint origin() const { return regions_->bounds().centre(); }
    const MapLabels &labels() const { return labels_; }

    /// What is shown at `pixelsPerWorld`; made once for a scale and kept until something changes.
    const MapLayout &layoutAt(double pixelsPerWorld);

    const std::vector<MapPin> &pins() const { return pins_; }
    void setPins(std::vector<MapPin> pins);
    const std::optional<TicketId> &selected() const { return selected_; }
    /// The selected ticket's place among the pins; absent when it is not shown.
    std::optional<std::uint32_t> selectedPin() const;
    void select(std::optional<TicketId> ticket);
    const RegionCode &picked() const { return picked_; }
    void pick(const RegionCode &region);
    /// The region under the pointer, or that of the keyboard; set by the land's layer.
    const RegionCode &hovered() const { return hovered_; }
    void hover(const RegionCode &region);
    /// What narrows the list, drawn here before; empty for none.
    const GeoArea &area() const { return area_; }
    void setArea(GeoArea area);
    /// What the map says about a ticket under the pointer.
    void setTicketText(std::function<QString(const TicketId &)> text) { ticketText_ = std::move(text); }
    QString textOf(const TicketId &ticket) const { return ticketText_ ? ticketText_(ticket) : QString(); }
    /// A new ticket: a ring opens where it is and fades.
    void announce(GeoPoint place) { emit arrived(place); }

    Outlines outlines() const { return outlines_; }
    void setOutlines(Outlines outlines);
    /// On to the next.
    Q_INVOKABLE void turnOutlines();

    const std::shared_ptr<const HeatPicture> &heat() const { return heat_; }
    /// `period` is said in the legend. Nothing hides the layer.
    void setHeat(std::shared_ptr<const HeatPicture> heat, const QString &period);
    bool hasHeat() const { return heat_ != nullptr; }
    double heatTop() const { return heat_ ? heat_->top : 0; }
    QString heatPeriod() const { return heatPeriod_; }
    /// Colours of the legend's ruler, from nothing to most.
    QVariantList heatStops() const;

    /// How wide the kernel is, as it is said: "within 600 m".
    QString heatRadius() const;

    const std::shared_ptr<const RegionPicture> &regionPicture() const { return regionPicture_; }
    /// Shades regions by a figure. Nothing hides the layer.
    void setRegionPicture(std::shared_ptr<const RegionPicture> picture);
    bool hasRegionPicture() const { return regionPicture_ != nullptr; }
    const RegionLegend &regionLegend() const { return regionLegend_; }
    /// The regions of `level` in triangles; null while they are being cut on a thread of their own, `meshReady`
    /// follows.
    std::shared_ptr<const RegionMesh> mesh(RegionLevel level);

    /// What the map's own keys ask of the controls around it.
    enum class Turn : std::uint8_t { Shown, Level, Measure, Scale, Reference };
    Q_ENUM(Turn)
    Q_INVOKABLE void turn(huying::CountyScene::Turn what) { emit turnWanted(what); }

    /// Roads, waters and whatever else is shown besides the regions.
    ReferenceLayers &reference() { return reference_; }
    const ReferenceLayers &reference() const { return reference_; }

    /// The tiles under everything else.
    BaseMap &base() { return base_; }
    const BaseMap &base() const { return base_; }
    const QString &attribution() const { return base_.attribution(); }
    /// Whether tiles are seen, so that the land need not be painted; set by their layer.
    bool isOnTiles() const { return isOnTiles_; }
    void setOnTiles(bool isOnTiles);

    /// What is seen at first: the county, or where there are no regions the tickets.
    WorldRect whole() const;
    QGeoCoordinate middle() const;
    /// The zoom level at which the whole fits into a window of this size, with a margin.
    Q_INVOKABLE double zoomForWhole(double width, double height) const;

    /// What drawing has cost since the last call, in nanoseconds of the drawing thread: preparing and handing over, not
    /// the rasteriser.
    std::int64_t takeWork() { return work_.exchange(0); }
    void addWork(std::int64_t nanoseconds) { work_ += nanoseconds; }

signals:
    void coloursChanged();
    void regionsChanged();
    void wholeChanged();
    /// Names were written anew or moved.
    void labelsChanged();
    /// Another set of names and marks, or other places of them.
    void layoutChanged();
    void selectionChanged();
    void hoverChanged();
    void heatChanged();
    void regionPictureChanged();
    void regionLegendChanged();
    void meshReady();
    void turnWanted(huying::CountyScene::Turn what);
    void outlinesChanged();
    void baseReplaced();
    void onTilesChanged();
    void areaChanged();
    /// Somebody drew an area.
    void areaDrawn(const huying::GeoArea &area);
    void arrived(huying::GeoPoint place);
    /// Somebody chose this ticket on the map.
    void ticketActivated(const huying::TicketId &ticket);
    /// Somebody chose a group that no zoom takes apart.
    void ticketsPicked(const QList<huying::TicketId> &tickets);
    /// Somebody chose this region; an empty code takes the choice back.
    void regionPicked(const huying::RegionCode &region);

private:
    void placeLabels();
    void forgetLayout();
    void tellRegions();

    MapColours colours_;
    std::shared_ptr<const RegionShapes> regions_ = std::make_shared<const RegionShapes>();
    MapLabels labels_;
    std::vector<MapPin> pins_;
    std::vector<WorldPoint> places_; ///< of the pins
    MapLayout layout_;
    std::optional<TicketId> selected_;
    RegionCode picked_;
    RegionCode hovered_;
    GeoArea area_;
    Outlines outlines_ = Outlines::ByZoom;
    std::shared_ptr<const HeatPicture> heat_;
    QString heatPeriod_;
    std::shared_ptr<const RegionPicture> regionPicture_;
    RegionLegend regionLegend_;
    std::array<std::shared_ptr<const RegionMesh>, regionLevelNames.size()> meshes_;
    std::optional<RegionLevel> cutting_; ///< the level that `cutter_` is at
    ReferenceLayers reference_;
    BaseMap base_;
    bool isOnTiles_ = false;
    std::function<QString(const TicketId &)> ticketText_;
    std::atomic<std::int64_t> work_ = 0;
    std::jthread cutter_;
};

} // namespace huying
