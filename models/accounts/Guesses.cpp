#include "Guesses.h"

#include <sodium.h>

#include <algorithm>

namespace huying
{

namespace
{

constexpr int freeAttempts = 5;
constexpr int longestDoubling = 6;
constexpr std::chrono::seconds longestWait { 60 };
constexpr std::chrono::minutes forgottenAfter { 15 };

} // namespace

Guesses::Guesses()
{
    static_assert(crypto_shorthash_KEYBYTES == 16);
    if (sodium_init() >= 0) {
        randombytes_buf(_key.data(), _key.size());
    }
}

std::size_t Guesses::placeOf(std::string_view name) const
{
    std::array<unsigned char, crypto_shorthash_BYTES> hash {};
    crypto_shorthash(hash.data(), reinterpret_cast<const unsigned char *>(name.data()), name.size(), _key.data());
    return (std::size_t { hash[0] } | std::size_t { hash[1] } << 8) % _places.size();
}

std::chrono::milliseconds Guesses::waitFor(std::string_view name, Instant now) const
{
    const Place &place = _places[placeOf(name)];
    if (place.wrong < freeAttempts || now - place.last > forgottenAfter) {
        return {};
    }
    const int doublings = std::min(place.wrong - freeAttempts, longestDoubling);
    const std::chrono::milliseconds wait = std::min(longestWait, std::chrono::seconds { 1LL << doublings });
    // a clock that was set back must not lock anybody out for longer
    return std::clamp(place.last + wait - now, std::chrono::milliseconds {}, wait);
}

void Guesses::wrong(std::string_view name, Instant now)
{
    Place &place = _places[placeOf(name)];
    place.wrong = now - place.last > forgottenAfter ? 1 : std::min(place.wrong + 1, 1000);
    place.last = now;
}

void Guesses::right(std::string_view name)
{
    _places[placeOf(name)] = {};
}

} // namespace huying
