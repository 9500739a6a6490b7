#pragma once

#include "GeoPoint.h"

#include <vector>

namespace huying
{

/// An area that somebody drew: its corners in order, closed by itself. Fewer than three corners are no area.
struct GeoArea {
    std::vector<GeoPoint> corners;

    bool isEmpty() const { return corners.size() < 3; }
    /// By the even-odd rule, exactly: of two areas that share a border a point on it lies in one.
    bool contains(GeoPoint point) const;

    struct Box {
        GeoPoint southWest;
        GeoPoint northEast;
    };
    /// Of an area that is not empty.
    Box box() const;

    bool operator==(const GeoArea &) const = default;
};

} // namespace huying
