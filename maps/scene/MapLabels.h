#pragma once

#include "LabelPlaces.h"

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
};

/// The names on the map: townships always, villages and grids from the zoom on where there is room.
class MapLabels
{
public:
    MapLabels() = default;
    /// `wholePixelsPerWorld`: the map scale at which the whole county is seen; there the places are chosen.
    MapLabels(const RegionShapes &regions, const QString &family, double wholePixelsPerWorld);

    static QFont fontOf(RegionLevel level, const QString &family);

    /// Moves township names that lie on warm spots, if their township has a cooler place; the others stay. Tells
    /// whether one moved.
    bool avoid(const RegionShapes &regions, const Warmth &warmth, double wholePixelsPerWorld);

    /// The labels to show at a scale, none over another; the higher level goes first.
    std::vector<const MapLabel *> shownAt(double pixelsPerWorld) const;
    const std::vector<MapLabel> &all() const { return labels_; }

private:
    std::vector<MapLabel> labels_; ///< higher levels first
};

/// The rectangle of `label` in pixels from the world's corner.
QRectF rectOf(const MapLabel &label, double pixelsPerWorld);

} // namespace huying
