#pragma once

#include "Mercator.h"

#include <cstdint>
#include <optional>

namespace huying
{

/// The fixed grid on which tickets are counted: squares in Web Mercator, so that the picture lies straight on the map,
/// whose side is a true length at the county's middle latitude. Columns run east, rows south.
struct HeatGrid {
    static constexpr int mostCells = 4095; ///< a column and a row each fit in 12 bits, the last value is "nowhere"

    WorldPoint origin; ///< north-western corner
    double worldPerCell = 0;
    double cellMetres = 0;
    int columns = 0;
    int rows = 0;

    struct Cell {
        std::uint32_t column = 0;
        std::uint32_t row = 0;
        bool operator==(const Cell &) const = default;
    };

    /// The cell in which `point` lies; absent outside the grid.
    std::optional<Cell> cellOf(GeoPoint point) const;
    WorldPoint centreOf(Cell cell) const;
    WorldRect rect() const { return { origin.x, origin.y, columns * worldPerCell, rows * worldPerCell }; }

    bool operator==(const HeatGrid &) const = default;
};

/// The finest grid over the rectangle of two opposite corners: 12.5 m a side up to 51 km, else 25 m, 50 m …
HeatGrid gridAround(GeoPoint southWest, GeoPoint northEast);

} // namespace huying
