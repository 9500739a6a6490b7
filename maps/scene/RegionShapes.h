#pragma once

#include <domain/County.h>
#include <heat/Mercator.h>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace huying
{

/// A stretch of border.
struct BorderEdge {
    WorldPoint from;
    WorldPoint to;
};

/// A region made ready for drawing and for being found.
struct RegionShape {
    Region region;
    WorldRect bounds;
    std::vector<std::vector<WorldPoint>> rings; ///< of all its polygons; inside is what an odd number of them encloses

    bool contains(WorldPoint place) const;
    /// Distance to the nearest border, in world units; negative outside.
    double depthOf(WorldPoint place) const;
};

/// All regions of the county by level.
class RegionShapes
{
public:
    RegionShapes() = default;
    explicit RegionShapes(std::vector<Region> regions);

    const std::vector<RegionShape> &at(RegionLevel level) const { return levels_[static_cast<std::size_t>(level)]; }
    bool isEmpty() const { return bounds_.isEmpty(); }
    bool isSchematic() const { return isSchematic_; }
    /// Around all of them.
    const WorldRect &bounds() const { return bounds_; }
    /// The borders of `level`, each once, without those that a higher level draws.
    const std::vector<BorderEdge> &borders(RegionLevel level) const
    {
        return borders_[static_cast<std::size_t>(level)];
    }
    /// The region of `level` at `place`.
    const RegionShape *find(WorldPoint place, RegionLevel level) const;
    const RegionShape *find(const RegionCode &code) const;

private:
    std::array<std::vector<RegionShape>, 4> levels_;
    std::array<std::vector<BorderEdge>, 4> borders_;
    WorldRect bounds_;
    bool isSchematic_ = false;
};

/// The inside of `shape` in triangles, three corners each. What cannot be filled (no area, no ring) gives none;
/// self-intersecting rings are mended first, by GEOS.
std::vector<WorldPoint> triangles(const RegionShape &shape);

} // namespace huying
