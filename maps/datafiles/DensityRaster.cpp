#include "DensityRaster.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

constexpr double earthWidth = 2 * std::numbers::pi * 6378137; // of EPSG:3857, in its metres

/// The county's borders as straight lines between corners, in the world's measure.
std::vector<std::pair<WorldPoint, WorldPoint>> countyEdges(const std::vector<Region> &regions)
{
    std::vector<std::pair<WorldPoint, WorldPoint>> edges;
    for (const Region &region : regions) {
        if (region.level != RegionLevel::County) {
            continue;
        }
        for (const Polygon &polygon : region.shape) {
            for (const Ring &ring : polygon) {
                for (std::size_t i = 0; i < ring.size(); ++i) {
                    edges.emplace_back(toWorld(ring[i]), toWorld(ring[(i + 1) % ring.size()]));
                }
            }
        }
    }
    return edges;
}

/// Where the line of latitude `y` crosses `edges`, from west to east; between the first and the second is inside.
std::vector<double> crossings(std::span<const std::pair<WorldPoint, WorldPoint>> edges, double y)
{
    std::vector<double> found;
    for (const auto &[from, to] : edges) {
        if ((from.y <= y) != (to.y <= y)) {
            found.push_back(from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x));
        }
    }
    std::ranges::sort(found);
    return found;
}

/// Takes the values from the cells whose middle lies outside.
void cutOutside(GeoRaster &raster, const Density &density, const std::vector<Region> &regions)
{
    const auto edges = countyEdges(regions);
    if (edges.empty()) {
        return;
    }
    const double side = density.rect.width / density.columns;
    for (int row = 0; row < raster.rows; ++row) {
        const std::vector<double> borders = crossings(edges, density.rect.top + (row + 0.5) * side);
        float *const values = raster.values.data() + std::ptrdiff_t { row } * raster.columns;
        std::size_t passed = 0;
        for (int column = 0; column < raster.columns; ++column) {
            const double x = density.rect.left + (column + 0.5) * side;
            while (passed < borders.size() && borders[passed] <= x) {
                ++passed;
            }
            if (passed % 2 == 0) {
                values[column] = GeoRaster::nothing;
            }
        }
    }
}

GeoRemarks densityRemarks(const MapData &data, const Density &density, const QString &unit, double radiusMetres)
{
    const double radius = std::max(radiusMetres, leastRadiusMetres);
    GeoRemarks remarks = remarksOf(data);
    remarks.emplace_back(QStringLiteral("TITLE"), data.title);
    remarks.emplace_back(QStringLiteral("UNIT"), unit);
    remarks.emplace_back(QStringLiteral("KERNEL"), QStringLiteral("gaussian"));
    remarks.emplace_back(QStringLiteral("KERNEL_RADIUS_METRES"), QString::number(radius));
    remarks.emplace_back(QStringLiteral("KERNEL_SIGMA_METRES"), QString::number(radius / 2));
    remarks.emplace_back(QStringLiteral("CELL_METRES"), QString::number(density.cellMetres));
    remarks.emplace_back(QStringLiteral("TICKETS"), QString::number(density.counted));
    remarks.emplace_back(QStringLiteral("TICKETS_WITHOUT_PLACE"), QString::number(density.withoutPlace));
    remarks.emplace_back(QStringLiteral("TIFFTAG_SOFTWARE"), QStringLiteral("Huying " HUYING_VERSION));
    return remarks;
}

} // namespace

std::expected<GeoOutput, Failure> densityOutput(const MapData &data, const Density &density, double radiusMetres)
{
    if (density.columns <= 0 || density.rows <= 0) {
        return failure(FailureKind::Invalid,
            QCoreApplication::translate("DataFiles", "There is no ticket with a place, so there is no density."));
    }
    GeoRaster raster { density.columns, density.rows, (density.rect.left - 0.5) * earthWidth,
        (0.5 - density.rect.top) * earthWidth, density.rect.width / density.columns * earthWidth,
        QStringLiteral("tickets/km2"), density.perKm2 };
    cutOutside(raster, density, data.regions);
    const QString unit = QStringLiteral("tickets per square kilometre and period");
    return GeoOutput { GeoOutput::Format::GeoTiff, data.title, densityRemarks(data, density, unit, radiusMetres),
        std::move(raster) };
}

} // namespace huying
