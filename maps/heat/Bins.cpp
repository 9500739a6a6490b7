#include "Bins.h"

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

} // namespace

Bins::Bins(const HeatGrid &grid, int shift, int margin)
    : shift_(shift)
    , margin_(margin)
    , columns_((grid.columns >> shift) + 2 + 2 * margin)
    , rows_((grid.rows >> shift) + 2 + 2 * margin)
    , shares_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_))
{
}

template <int sign>
void Bins::count(const HeatColumns::Columns &tickets, std::span<const std::uint32_t> rows)
{
    const std::uint32_t *places = tickets.places.data();
    const Shares *table = sharesTable().data();
    Shares *shares = shares_.data();
    const auto width = static_cast<std::size_t>(columns_);
    const auto lead = static_cast<std::uint32_t>(8 + 16 * margin_);
    const int finer = std::min(shift_, 3); // below an eighth of a cell nothing is told apart
    const int coarser = shift_ - finer;
    const auto sixteenths = [=](std::uint32_t fine) { return ((2 * (fine >> coarser) + 1) << (3 - finer)) + lead; };
    std::size_t placeless = 0;
    for (const std::uint32_t row : rows) {
        const std::uint32_t cell = places[row] >> 8;
        if (cell == HeatColumns::nowhere) {
            ++placeless;
            continue;
        }
        const std::uint32_t x = sixteenths(cell & 0xfff);
        const std::uint32_t y = sixteenths(cell >> 12);
        Shares &there = shares[(y >> 4) * width + (x >> 4)];
        const Shares &share = table[(y & 15) << 4 | (x & 15)];
        there = sign > 0 ? there + share : there - share;
    }
    if (sign > 0) {
        counted_ += rows.size() - placeless;
        withoutPlace_ += placeless;
    } else {
        counted_ -= rows.size() - placeless;
        withoutPlace_ -= placeless;
    }
}

void Bins::add(const HeatColumns::Columns &tickets, std::span<const std::uint32_t> rows)
{
    count<1>(tickets, rows);
}

void Bins::takeOut(const HeatColumns::Columns &tickets, std::span<const std::uint32_t> rows)
{
    count<-1>(tickets, rows);
}

void Bins::add(const Bins &other)
{
    for (std::size_t i = 0; i < shares_.size(); ++i) {
        shares_[i] += other.shares_[i];
    }
    counted_ += other.counted_;
    withoutPlace_ += other.withoutPlace_;
}

void Bins::clear()
{
    std::ranges::fill(shares_, Shares {});
    counted_ = 0;
    withoutPlace_ = 0;
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
