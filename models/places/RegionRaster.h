#pragma once

#include "RowEdges.h"

#include <optional>

namespace huying
{

/// Regions of one level laid over a raster of cells: nearly every cell lies in one region or in none as a whole, and
/// only in the others a point is tried against the borders that run through its row.
/// A value; copies share nothing. Finding takes no lock and may run on many threads.
class RegionRaster
{
public:
    RegionRaster() = default;
    /// Of regions that overlap the first holds what both claim. Shapes that leave the globe are left out.
    explicit RegionRaster(const std::vector<const Region *> &regions);

    bool isEmpty() const { return cells_.empty(); }
    /// The region's place among those given; absent outside of all.
    std::optional<std::uint32_t> find(GeoPoint point) const;

private:
    static constexpr std::uint32_t mixed = 1U << 31;

    struct Claim {
        std::uint32_t cell;
        std::uint32_t region;
        auto operator<=>(const Claim &) const = default;
    };
    /// While the raster is laid: who may hold which cell, and the cells of which nobody is the only holder.
    struct Claims {
        std::vector<Claim> all;
        std::vector<bool> isMixed;
    };

    void measure(const std::vector<const Region *> &regions);
    void lay(std::size_t regions);
    void claimBorders(std::uint32_t region, Claims &claims) const;
    void fillBetween(std::uint32_t region, const std::vector<std::uint32_t> &borders, Claims &claims);
    void fill(std::size_t cell, std::uint32_t region, Claims &claims);
    void keep(std::vector<Claim> claims);
    /// Tells each row that `region` reaches into, and where its south is.
    template <class Tell>
    void forEachRow(std::uint32_t region, Tell tell) const;
    std::size_t cellAt(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_.count)
            + static_cast<std::size_t>(column);
    }

    RasterSide columns_;
    RasterSide rows_;
    RowEdges edges_;
    std::vector<std::uint32_t> cells_; ///< 0: none; a region + 1; `mixed` with a place in `starts_`
    std::vector<std::uint32_t> starts_; ///< of a mixed cell in `claims_`; one behind the last ends it
    std::vector<std::uint32_t> claims_; ///< the regions that a mixed cell may lie in, the first first
};

} // namespace huying
