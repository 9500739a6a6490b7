#pragma once

#include "MapColours.h"
#include "RegionShapes.h"

#include <heat/RegionClasses.h>

#include <QString>

namespace huying
{

/// How the regions of a level are shaded.
struct RegionPicture {
    RegionLevel level = RegionLevel::Township;
    RegionMeasure measure = RegionMeasure::Tickets;
    std::vector<RegionFigure> figures; ///< in the order of RegionShapes::at(level)
    RegionClasses classes;
    QString period; ///< "last 30 days"
    std::size_t counted = 0; ///< tickets
    std::int64_t elsewhere = 0; ///< of them, whose region of this level is not known
    std::size_t pasts = 0;
    std::chrono::days apart {};

    /// The figure of a region of this level; null for others.
    const RegionFigure *find(const RegionCode &code) const;
};

/// `locked` are the classes of a scale that stays; without them the figures make their own.
RegionPicture regionPicture(const RegionCounts &counts, const RegionShapes &shapes, RegionLevel level,
    RegionMeasure measure, const std::optional<RegionClasses> &locked);

/// What a region is filled with; transparent where it has no tickets or nothing can be said.
QColor colourOf(const RegionPicture &picture, const RegionFigure &figure, const MapColours &colours);

/// The colour of each class, least first.
QList<QColor> classColours(const RegionClasses &classes, const MapColours &colours);

} // namespace huying
