#include "WorkstationClock.h"

#include <ctime>

namespace huying
{

ClockReading machineClocks()
{
    using namespace std::chrono;
    timespec since {};
    ::clock_gettime(CLOCK_BOOTTIME, &since);
    return { floor<milliseconds>(system_clock::now()),
        floor<milliseconds>(seconds { since.tv_sec } + nanoseconds { since.tv_nsec }) };
}

WorkstationClock::WorkstationClock(std::function<ClockReading()> read) : _read(std::move(read)), _begin(_read()) {}

Instant WorkstationClock::now() const
{
    return _begin.wall + (_read().steady - _begin.steady);
}

std::chrono::milliseconds WorkstationClock::turned() const
{
    const ClockReading reading = _read();
    const auto turned = (reading.wall - _begin.wall) - (reading.steady - _begin.steady);
    return std::chrono::abs(turned) > clockErrorTold ? turned : std::chrono::milliseconds {};
}

} // namespace huying
