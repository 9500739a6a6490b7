#pragma once

#include "HeatColumns.h"

#include <span>

namespace huying
{

/// How many tickets were counted.
struct BinTally {
    std::size_t placed = 0;
    std::size_t placeless = 0; ///< that were given without a place

    BinTally &operator+=(const BinTally &other);
    BinTally &operator-=(const BinTally &other);
};

/// Tickets counted on cells `1 << shift` grid cells wide, in 256ths: each ticket is shared by the four cells whose
/// middles are around it, so that its centre of gravity stays where it is. The outer `margin` cells are left free for
/// the blur. Counting is exact: what was added can be taken out again. Threads may count tickets whose rowOf differs
/// at once; those without a place belong to one of them.
class Bins
{
public:
    Bins() = default;
    Bins(const HeatGrid &grid, int shift, int margin);

    /// Tickets by their places, as in HeatColumns::Entry.
    BinTally add(std::span<const std::uint32_t> places);
    BinTally takeOut(std::span<const std::uint32_t> places);
    /// Of the rows of cells from `firstRow` to before `endRow`.
    void clear(int firstRow, int endRow);

    int columns() const { return columns_; }
    int rows() const { return rows_; }
    std::size_t bytes() const { return shares_.size() * sizeof(Shares); }
    /// The row of cells in which tickets in `gridRow` are counted. It does not decrease with `gridRow`.
    int rowOf(std::uint32_t gridRow) const;
    /// The counts of a row of cells times `scale`, written to `cells`, which holds columns().
    void read(int row, float scale, float *cells) const;

private:
    /// What a cell's tickets leave to it, its right, its lower and its lower right neighbour.
    using Shares = std::uint32_t __attribute__((vector_size(16)));

    template <int sign>
    BinTally count(std::span<const std::uint32_t> places);

    int shift_ = 0;
    int margin_ = 0;
    int columns_ = 0;
    int rows_ = 0;
    /// One addition a ticket, where four cells would take four; behind them one that nobody reads, for the placeless.
    std::vector<Shares> shares_;
};

} // namespace huying
