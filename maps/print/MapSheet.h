#pragma once

#include "SheetLegend.h"

#include <heat/HeatWorker.h>
#include <scene/CountyScene.h>

#include <QImage>

#include <memory>
#include <vector>

namespace huying
{

/// A region and the colour that its figures have.
struct ShadedRegion {
    RegionCode code;
    QColor colour;
    bool isSilent = false;
};

/// How the open tickets on a sheet are spoken of; how many there are of each lamp is counted when it is painted.
struct PinKey {
    QString title;
    std::vector<std::pair<Lamp, QString>> lamps; ///< each with its word, the most pressing first
};

/// The map as it goes on paper or into a file: what was seen, with all that somebody needs who was not there.
struct MapSheet {
    QString title;
    QString period; ///< and what it was narrowed to
    QString tally; ///< how many tickets are shown; empty: nothing is said
    QString made; ///< when
    QString source; ///< whose figures and whose tiles
    WorldRect view;
    MapColours colours;
    const RegionShapes *regions = nullptr; ///< outlives the sheet
    const MapLabels *labels = nullptr; ///< outlives the sheet
    Outlines outlines = Outlines::ByZoom;
    std::shared_ptr<const ReferenceShapes> reference; ///< null: none
    std::vector<std::pair<WorldRect, QImage>> tiles;
    std::shared_ptr<const HeatPicture> heat;
    std::vector<ShadedRegion> shaded;
    std::vector<MapPin> pins;
    PinKey pinKey; ///< painted where there are pins
    SheetLegend legend;
};

/// The size in which a sheet is laid out; it is drawn at any.
inline constexpr QSizeF sheetSize { 1600, 1131 }; // as A4 lies

/// Paints the whole sheet into `page`, its proportions kept.
void paint(QPainter &painter, const QRectF &page, const MapSheet &sheet);

} // namespace huying
