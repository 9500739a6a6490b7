#pragma once

#include "HeatColumns.h"

#include <span>

namespace huying
{

/// Tickets counted on cells `1 << shift` grid cells wide, in 256ths: each ticket is shared by the four cells whose
/// middles are around it, so that its centre of gravity stays where it is. The outer `margin` cells are left free for
/// the blur. Counting is exact: what was added can be taken out again.
class Bins
{
public:
    Bins() = default;
    Bins(const HeatGrid &grid, int shift, int margin);

    void add(const HeatColumns::Columns &tickets, std::span<const std::uint32_t> rows);
    void takeOut(const HeatColumns::Columns &tickets, std::span<const std::uint32_t> rows);
    void add(const Bins &other);
    void clear();

    int columns() const { return columns_; }
    int rows() const { return rows_; }
    std::size_t counted() const { return counted_; } ///< tickets in it
    std::size_t withoutPlace() const { return withoutPlace_; } ///< tickets that were given without a place
    /// The counts of a row of cells times `scale`, written to `cells`, which holds columns().
    void read(int row, float scale, float *cells) const;

private:
    /// What a cell's tickets leave to it, its right, its lower and its lower right neighbour.
    using Shares = std::uint32_t __attribute__((vector_size(16)));

    template <int sign>
    void count(const HeatColumns::Columns &tickets, std::span<const std::uint32_t> rows);

    int shift_ = 0;
    int margin_ = 0;
    int columns_ = 0;
    int rows_ = 0;
    std::size_t counted_ = 0;
    std::size_t withoutPlace_ = 0;
    std::vector<Shares> shares_; ///< one addition a ticket, where four cells would take four
};

} // namespace huying
