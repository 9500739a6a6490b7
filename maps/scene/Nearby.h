#pragma once

#include <QPointF>

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace huying
{

/// What lies where, by tiles: a thing is asked only against those near it. Things are numbered in the order in which
/// they are added.
class Nearby
{
public:
    /// Tiles of `tilePixels`: as wide as the middles of two things can be apart and still touch. `count` is how many
    /// things to expect.
    Nearby(double tilePixels, std::size_t count) : tilePixels_(tilePixels)
    {
        std::size_t room = 64;
        while (room < 2 * count) {
            room *= 2;
        }
        heads_.assign(room, none);
    }

    void add(QPointF at)
    {
        std::uint32_t &head = heads_[slotOf(tileOf(at.x()), tileOf(at.y()))];
        next_.push_back(std::exchange(head, static_cast<std::uint32_t>(next_.size())));
    }

    /// A thing near `at` for which `match(number)` holds; the own tile is asked first. Things far away may be asked
    /// too, so `match` looks at the places itself.
    template <class Match>
    std::optional<std::size_t> find(QPointF at, Match match) const
    {
        constexpr std::array<std::pair<int, int>, 9> around { { { 0, 0 }, { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 },
            { -1, -1 }, { 1, -1 }, { -1, 1 }, { 1, 1 } } };
        for (const auto &[right, down] : around) {
            std::uint32_t thing = heads_[slotOf(tileOf(at.x()) + right, tileOf(at.y()) + down)];
            for (; thing != none; thing = next_[thing]) {
                if (match(std::size_t { thing })) {
                    return thing;
                }
            }
        }
        return std::nullopt;
    }

private:
    static constexpr std::uint32_t none = 0xffffffff;

    std::int64_t tileOf(double pixels) const { return static_cast<std::int64_t>(std::floor(pixels / tilePixels_)); }
    std::size_t slotOf(std::int64_t column, std::int64_t row) const
    {
        const auto mixed = static_cast<std::uint64_t>(column) * 0x9E3779B97F4A7C15ULL
            ^ static_cast<std::uint64_t>(row) * 0xC2B2AE3D27D4EB4FULL;
        return (mixed >> 20) & (heads_.size() - 1);
    }

    double tilePixels_;
    std::vector<std::uint32_t> heads_; ///< of each tile's chain
    std::vector<std::uint32_t> next_;
};

} // namespace huying
