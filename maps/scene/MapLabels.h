#pragma once

#include "LabelPlaces.h"
#include "ReferenceShapes.h"

#include <QFont>
#include <QRectF>
#include <QString>

namespace huying
{

struct MapLabel {
    QString text;
    RegionLevel level = RegionLevel::Township;
    WorldPoint place; ///< of its middle
    QSizeF size; ///< pixels, halo included
    std::size_t shape = 0; ///< among the regions of its level
    bool isReference = false; ///< of a reference layer, not of a region
    double below = 0; ///< pixels by which its middle lies below `place`
};

/// The names on the map: townships always, villages and grids from the zoom on where there is room.
class MapLabels
{
public:
    MapLabels() = default;
    /// `wholePixelsPerWorld`: the map scale at which the whole county is seen; there the places are chosen.
    MapLabels(const RegionShapes &regions, const QString &family, double wholePixelsPerWorld);

    static QFont fontOf(const MapLabel &label, const QString &family);

    /// The names of reference layers, which show near by and give way to those of regions.
    void setReference(const std::vector<ReferenceName> &names, const QString &family);

    /// Moves township names that lie on warm spots, if their township has a cooler place; the others stay. Tells
    /// whether one moved.
    bool avoid(const RegionShapes &regions, const Warmth &warmth, double wholePixelsPerWorld);

    /// The labels to show at a scale, none over another; the higher level goes first.
    std::vector<const MapLabel *> shownAt(double pixelsPerWorld) const;
    const std::vector<MapLabel> &all() const { return labels_; }

private:
    struct Shown;
    void show(const MapLabel &label, double pixelsPerWorld, Shown &shown) const;

    std::vector<MapLabel> labels_; ///< higher levels first
    std::vector<MapLabel> reference_;
};

/// The rectangle of `label` in pixels from the world's corner.
QRectF rectOf(const MapLabel &label, double pixelsPerWorld);

} // namespace huying
