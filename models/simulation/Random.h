#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>

namespace huying
{

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine and with every library, and any number of
/// independent streams, one for each pair of names.
class Random
{
public:
    explicit Random(std::uint64_t seed) : _state(seed) {}
    Random(std::uint64_t seed, std::initializer_list<std::uint64_t> names) : _state(mixed(seed))
    {
        for (const std::uint64_t name : names) {
            _state = mixed(_state ^ mixed(name + step));
        }
    }

    std::uint64_t next() { return mixed(_state += step); }

    /// 0 to `count` - 1, evenly; `count` is at most 2^32.
    std::uint32_t below(std::uint64_t count) { return static_cast<std::uint32_t>(((next() >> 32) * count) >> 32); }

    /// `first` to `last`, both possible; at most 2^32 apart.
    std::int64_t between(std::int64_t first, std::int64_t last)
    {
        return first + below(static_cast<std::uint64_t>(last - first + 1));
    }

    /// True `parts` times of 10,000.
    bool chance(std::uint32_t parts) { return below(10'000) < parts; }

    template <class Range>
    const auto &pick(const Range &from)
    {
        return from[below(std::size(from))];
    }

    /// Fills `bytes` bytes.
    template <std::size_t count>
    std::array<std::uint8_t, count> bytes()
    {
        std::array<std::uint8_t, count> made {};
        for (std::size_t i = 0; i < count; i += 8) {
            std::uint64_t word = next();
            for (std::size_t j = i; j < count && j < i + 8; ++j, word >>= 8) {
                made[j] = static_cast<std::uint8_t>(word);
            }
        }
        return made;
    }

private:
    static constexpr std::uint64_t step = 0x9e3779b97f4a7c15;

    static constexpr std::uint64_t mixed(std::uint64_t word)
    {
        word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9;
        word = (word ^ (word >> 27)) * 0x94d049bb133111eb;
        return word ^ (word >> 31);
    }

    std::uint64_t _state;
};

/// A value drawn from a distribution given by its values at evenly spaced shares (0, 1/n … 1), straight in between:
/// whole numbers only, so that it is the same everywhere.
inline std::int64_t drawn(Random &random, std::span<const std::int64_t> quantiles)
{
    const std::uint64_t segments = quantiles.size() - 1;
    const std::uint64_t share = (random.next() >> 40) * segments; // 24 bits behind the point
    const std::size_t at = share >> 24;
    const std::int64_t within = static_cast<std::int64_t>(share & 0xffffff);
    return quantiles[at] + (((quantiles[at + 1] - quantiles[at]) * within) >> 24);
}

} // namespace huying
