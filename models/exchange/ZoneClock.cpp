#include "ZoneClock.h"

#include <QCoreApplication>

#include <stdexcept>

namespace huying
{

std::expected<ZoneClock, Failure> ZoneClock::of(const std::string &zone)
{
    try {
        return ZoneClock(std::chrono::locate_zone(zone));
    } catch (const std::runtime_error &) {
        return failure(FailureKind::Invalid,
            QCoreApplication::translate("Mapping", "The time zone “%1” is not known; it is named like Asia/Shanghai.")
                .arg(QString::fromStdString(zone)));
    }
}

ZoneClock::ZoneClock(const std::chrono::time_zone *zone)
    : _zone(zone), _known(zone->get_info(std::chrono::sys_seconds {}))
{
}

ZonedMoment ZoneClock::at(LocalTime local)
{
    using namespace std::chrono;
    const auto plain = [&](seconds offset) {
        const Instant moment { local.time_since_epoch() - offset };
        return ZonedMoment { moment, ZonedMoment::Kind::Plain, moment };
    };
    const auto guess = floor<seconds>(Instant { local.time_since_epoch() - _known.offset });
    // Offsets differ by a day at most, so a day within the period no other can hold this time.
    if (guess > _known.begin + days { 1 } && guess < _known.end - days { 1 }) {
        return plain(_known.offset);
    }
    const local_info info = _zone->get_info(floor<seconds>(local));
    _known = info.first;
    ZonedMoment moment = plain(info.first.offset);
    if (info.result == local_info::nonexistent) {
        moment.kind = ZonedMoment::Kind::Skipped;
    } else if (info.result == local_info::ambiguous) {
        moment.kind = ZonedMoment::Kind::Repeated;
        moment.second = plain(info.second.offset).at;
    }
    return moment;
}

} // namespace huying
