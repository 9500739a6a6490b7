#pragma once

#include <domain/Failure.h>
#include <domain/Instant.h>

#include <expected>

namespace huying
{

/// A time of a zone's wall clock on the clock of the world.
struct ZonedMoment {
    enum class Kind : std::uint8_t {
        Plain,
        Skipped, ///< the clock jumped over it in spring: counted on by the offset before the jump
        Repeated, ///< the clock showed it twice in autumn: the first time
    };
    Instant at;
    Kind kind = Kind::Plain;
    Instant second; ///< of a repeated one the second time, else the same as `at`
};

/// The wall clock of a zone of the IANA database.
class ZoneClock
{
public:
    /// Invalid when the zone is not known, or the database is not here.
    static std::expected<ZoneClock, Failure> of(const std::string &zone);

    ZonedMoment at(LocalTime local);

private:
    explicit ZoneClock(const std::chrono::time_zone *zone);

    const std::chrono::time_zone *_zone;
    std::chrono::sys_info _known; ///< the period of the last time; most rows of a file lie in one
};

} // namespace huying
