#pragma once

#include <domain/Instant.h>

#include <array>
#include <cstdint>
#include <string_view>

namespace huying
{

/// Counts wrong passwords for a name and says how long the next attempt has to wait: the first five are free, then 1 s,
/// doubling up to a minute; forgotten a quarter of an hour after the last. Its memory is constant, so that made-up
/// names cost nothing: names share places by a keyed hash, and two that share one are slowed together.
class Guesses
{
public:
    Guesses();

    /// How long `name` has to wait at `now`; zero when it may try.
    std::chrono::milliseconds waitFor(std::string_view name, Instant now) const;
    void wrong(std::string_view name, Instant now);
    void right(std::string_view name);

private:
    struct Place {
        int wrong = 0;
        Instant last;
    };

    std::size_t placeOf(std::string_view name) const;

    std::array<std::uint8_t, 16> _key {};
    std::array<Place, 4096> _places {};
};

} // namespace huying
