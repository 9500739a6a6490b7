#pragma once

#include "DensityFilter.h"
#include "HeatColumns.h"

#include <array>
#include <memory>

namespace huying
{

/// The cells of a grid whose middles lie in an area, a bit for each.
class AreaMask
{
public:
    AreaMask() = default;
    AreaMask(const GeoArea &area, const HeatGrid &grid);

    bool contains(std::uint32_t cell) const
    {
        const std::size_t at = cell >> 6;
        return at < bits_.size() && (bits_[at] >> (cell & 63U) & 1U) != 0;
    }
    /// False where none of the rows from `firstRow` to before `endRow` has such a cell.
    bool meets(std::uint32_t firstRow, std::uint32_t endRow) const { return firstRow < endRow_ && endRow > firstRow_; }

private:
    std::uint32_t firstRow_ = 0;
    std::uint32_t endRow_ = 0;
    std::vector<std::uint64_t> bits_; ///< by row 12 bits, column 12
};

/// A filter as tables by number, without its period: an entry passes when each of its numbers is let through.
struct Gate {
    Gate(const HeatColumns &columns, const DensityFilter &filter);

    /// What is asked at all; the rest lets everything through and need not be looked at. Traits are asked of the void
    /// in any case.
    enum Asked : unsigned { Categories = 1, Units = 2, Regions = 4, Area = 8, Traits = 16 };
    unsigned asked = 0;
    bool takesVoid = false;
    std::array<std::uint8_t, 4096> categories {};
    std::array<std::uint8_t, 256> units {};
    std::vector<std::uint8_t> regions;
    AreaMask area;

    using LowKinds = std::array<std::uint8_t, HeatColumns::lowKinds>;
    /// What is asked of a day's tickets.
    struct OfDay {
        unsigned asked = 0; ///< of those in the order of their places
        std::shared_ptr<const LowKinds> lowKinds; ///< by hour and traits
    };
    /// Of the hours from `firstHour` to before `endHour`.
    OfDay of(int firstHour, int endHour) const;
    /// The first that is to be looked at of those that do not lie by their places.
    std::size_t firstBehind(const HeatColumns::Columns &columns) const
    {
        return takesVoid ? columns.sorted : columns.settled;
    }

private:
    std::shared_ptr<const LowKinds> lowKinds(int firstHour, int endHour) const;

    std::array<std::uint8_t, 256> traits_ {};
    std::shared_ptr<const LowKinds> wholeDay_;
};

} // namespace huying
