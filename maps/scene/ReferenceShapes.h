#pragma once

#include "RegionShapes.h"

#include <QString>

#include <stop_token>

namespace huying
{

/// What a feature of a reference layer is called, and where that is written.
struct ReferenceName {
    QString text;
    WorldPoint place;
    bool isBelow = false; ///< under the mark of a point, which it leaves to be seen
};

/// Reference layers made ready for drawing, all in one.
struct ReferenceShapes {
    std::vector<WorldPoint> fills; ///< of areas, three corners a triangle
    std::vector<BorderEdge> edges; ///< of areas and lines
    std::vector<WorldPoint> points;
    std::vector<ReferenceName> names; ///< of the first mostNames that have one
    static constexpr std::size_t mostNames =
        2'000; ///< more would not be read, and each costs time where it is laid out
};

/// Of `layers`, for a thread of its own. Cut short when stopped.
ReferenceShapes referenceShapesOf(const std::vector<ReferenceLayer> &layers, const std::stop_token &stop = {});

} // namespace huying
