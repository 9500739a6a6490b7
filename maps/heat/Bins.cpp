#include "Bins.h"

#include "Wide.h"

#include <algorithm>
#include <array>

namespace huying
{

namespace
{

using Shares = std::uint32_t __attribute__((vector_size(16)));

/// By the sixteenths that belong to the following column, and to the following row.
const std::array<Shares, 256> &sharesTable()
{
    static const std::array<Shares, 256> table = [] {
        std::array<Shares, 256> made {};
        for (std::uint32_t below = 0; below < 16; ++below) {
            for (std::uint32_t right = 0; right < 16; ++right) {
                made[below << 4 | right] =
                    Shares { (16 - right) * (16 - below), right * (16 - below), (16 - right) * below, right * below };
            }
        }
        return made;
    }();
    return table;
}

/// From a column or row of the grid to sixteenths of a cell, from the first cell of the margin on.
struct Sixteenths {
    int coarser;
    int up;
    std::uint32_t lead;

    Sixteenths(int shift, int margin)
        : coarser(shift - std::min(shift, 3)) // below an eighth of a cell nothing is told apart
        , up(3 - std::min(shift, 3))
        , lead(static_cast<std::uint32_t>(8 + 16 * margin))
    {
    }
    std::uint32_t of(std::uint32_t fine) const { return ((2 * (fine >> coarser) + 1) << up) + lead; }
};

constexpr std::size_t aimedAtOnce = 256;

struct Targets {
    std::array<std::uint32_t, aimedAtOnce> cells;
    std::array<std::uint32_t, aimedAtOnce> shares; ///< numbers in sharesTable
};

/// Where the `count` tickets at `places` go, in rows of `width` cells, and to `nobodys` without a place; how many have
/// none.
HUYING_WIDEST
std::uint32_t aim(Targets &targets, const Sixteenths &sixteenths, const std::uint32_t *__restrict places,
    std::size_t count, std::uint32_t width, std::uint32_t nobodys)
{
    const Sixteenths scale = sixteenths;
    std::uint32_t *__restrict cells = targets.cells.data();
    std::uint32_t *__restrict shares = targets.shares.data();
    std::uint32_t placeless = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t place = places[i] >> 8;
        const std::uint32_t x = scale.of(place & 0xfff);
        const std::uint32_t y = scale.of(place >> 12);
        const bool isPlaceless = place == HeatColumns::nowhere;
        cells[i] = isPlaceless ? nobodys : (y >> 4) * width + (x >> 4);
        shares[i] = (y & 15) << 4 | (x & 15);
        placeless += isPlaceless ? 1 : 0;
    }
    return placeless;
}

} // namespace

BinTally &BinTally::operator+=(const BinTally &other)
{
    placed += other.placed;
    placeless += other.placeless;
    return *this;
}

BinTally &BinTally::operator-=(const BinTally &other)
{
    placed -= other.placed;
    placeless -= other.placeless;
    return *this;
}

Bins::Bins(const HeatGrid &grid, int shift, int margin)
    : shift_(shift)
    , margin_(margin)
    , columns_((grid.columns >> shift) + 2 + 2 * margin)
    , rows_((grid.rows >> shift) + 2 + 2 * margin)
    , shares_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1)
{
}

template <int sign>
BinTally Bins::count(std::span<const std::uint32_t> places)
{
    const Shares *table = sharesTable().data();
    Shares *shares = shares_.data();
    const Sixteenths sixteenths(shift_, margin_);
    const auto nobodys = static_cast<std::uint32_t>(shares_.size() - 1);
    Targets targets;
    BinTally tally;
    for (; !places.empty(); places = places.subspan(std::min(aimedAtOnce, places.size()))) {
        const std::size_t length = std::min(aimedAtOnce, places.size());
        const std::uint32_t placeless =
            aim(targets, sixteenths, places.data(), length, static_cast<std::uint32_t>(columns_), nobodys);
        for (std::size_t i = 0; i < length; ++i) {
            Shares &there = shares[targets.cells[i]];
            const Shares &share = table[targets.shares[i]];
            there = sign > 0 ? there + share : there - share;
        }
        tally += { length - placeless, placeless };
    }
    return tally;
}

BinTally Bins::add(std::span<const std::uint32_t> places)
{
    return count<1>(places);
}

BinTally Bins::takeOut(std::span<const std::uint32_t> places)
{
    return count<-1>(places);
}

void Bins::clear(int firstRow, int endRow)
{
    const auto first = shares_.begin() + std::ptrdiff_t { firstRow } * columns_;
    std::fill(first, first + std::ptrdiff_t { endRow - firstRow } * columns_, Shares {});
}

int Bins::rowOf(std::uint32_t gridRow) const
{
    return static_cast<int>(Sixteenths(shift_, margin_).of(gridRow) >> 4);
}

void Bins::read(int row, float scale, float *cells) const
{
    const auto width = static_cast<std::size_t>(columns_);
    const Shares *here = shares_.data() + static_cast<std::size_t>(row) * width;
    const Shares *above = row > 0 ? here - width : nullptr;
    std::uint32_t fromLeft = 0;
    for (std::size_t x = 0; x < width; ++x) {
        std::uint32_t sum = here[x][0] + fromLeft;
        fromLeft = here[x][1];
        if (above != nullptr) {
            sum += above[x][2] + (x > 0 ? above[x - 1][3] : 0);
        }
        cells[x] = scale * static_cast<float>(sum);
    }
}

} // namespace huying
