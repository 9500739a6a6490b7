#include "Surroundings.h"

namespace huying::testing
{

using std::chrono::milliseconds;

Weather Weather::drawn(std::mt19937_64 &random)
{
    const auto rate = [&](int calm, int stormy) { return random() % 3 == 0 ? stormy : int(random() % 2) * calm; };
    Weather weather;
    weather.lost = rate(5, 40);
    weather.cut = rate(20, 120);
    weather.doubled = rate(30, 200);
    weather.slow = rate(10, 150);
    weather.refusing = rate(10, 60);
    weather.fateful = rate(40, 160);
    return weather;
}

milliseconds Surroundings::delay()
{
    if (chance(weather.slow)) {
        return milliseconds { 500 + below(8000) };
    }
    return milliseconds { 1 + below(isFaulty ? 120 : 10) };
}

void Surroundings::startMachine(Disk &disk)
{
    constexpr int deathInStarting = 100; // thousandths
    disk.start();
    if (chance(deathInStarting)) {
        disk.dieAfter(int(below(8)), anyDeath());
    }
}

} // namespace huying::testing
