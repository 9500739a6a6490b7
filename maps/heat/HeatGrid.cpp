#include "HeatGrid.h"

#include <algorithm>

namespace huying
{

std::optional<HeatGrid::Cell> HeatGrid::cellOf(GeoPoint point) const
{
    const WorldPoint place = toWorld(point);
    const double column = std::floor((place.x - origin.x) / worldPerCell);
    const double row = std::floor((place.y - origin.y) / worldPerCell);
    if (!(column >= 0 && row >= 0 && column < columns && row < rows)) {
        return std::nullopt;
    }
    return Cell { static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(row) };
}

WorldPoint HeatGrid::centreOf(Cell cell) const
{
    return { origin.x + (cell.column + 0.5) * worldPerCell, origin.y + (cell.row + 0.5) * worldPerCell };
}

HeatGrid gridAround(GeoPoint southWest, GeoPoint northEast)
{
    const WorldPoint bottomLeft = toWorld(southWest);
    const WorldPoint topRight = toWorld(northEast);
    const double width = std::max(topRight.x - bottomLeft.x, 0.0);
    const double height = std::max(bottomLeft.y - topRight.y, 0.0);
    const double middle = latitudeOf({ bottomLeft.x, topRight.y + height / 2 });
    HeatGrid grid;
    grid.cellMetres = 12.5;
    const double metres = metresPerWorld(middle);
    while (std::max(width, height) * metres / grid.cellMetres + 1 > HeatGrid::mostCells) {
        grid.cellMetres *= 2;
    }
    grid.worldPerCell = grid.cellMetres / metres;
    grid.origin = { bottomLeft.x, topRight.y };
    grid.columns = static_cast<int>(std::floor(width / grid.worldPerCell)) + 1;
    grid.rows = static_cast<int>(std::floor(height / grid.worldPerCell)) + 1;
    return grid;
}

} // namespace huying
