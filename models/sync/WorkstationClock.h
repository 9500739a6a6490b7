#pragma once

#include <domain/Instant.h>

#include <functional>

namespace huying
{

/// A workstation's two clocks, read together: the one that people set, and the one that only goes on, from any
/// beginning, also while the machine sleeps.
struct ClockReading {
    Instant wall;
    std::chrono::milliseconds steady {};
};

/// This machine's two clocks (CLOCK_REALTIME and CLOCK_BOOTTIME).
ClockReading machineClocks();

/// The wall clock as it was at the start, carried on by the steady one: somebody who turns the clock while the program
/// runs moves no deadline. What it is wrong by the session measures against the backend. For any thread.
class WorkstationClock
{
public:
    explicit WorkstationClock(std::function<ClockReading()> read = machineClocks);

    Instant now() const;
    /// How far the wall clock was turned since the start, forwards is positive; zero up to two seconds, which are
    /// leap seconds and the small corrections of a time service.
    std::chrono::milliseconds turned() const;

private:
    std::function<ClockReading()> _read;
    ClockReading _begin;
};

/// A clock that is wrong by more is noticed in sight of the people; every error is corrected for.
inline constexpr std::chrono::milliseconds clockErrorTold { 2'000 };

} // namespace huying
