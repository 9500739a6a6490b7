#include "Fate.h"

namespace huying
{

using namespace std::chrono;

namespace
{

/// How long the townships take against the usual, in percent, in the order of their codes.
constexpr std::array<int, 10> slowness { 96, 84, 118, 92, 108, 125, 100, 88, 112, 94 };

// Tenths of all tickets of a class, from the quickest to the slowest; minutes.
constexpr std::array<std::int64_t, 11> emergencyWork { 6, 14, 20, 26, 32, 40, 48, 56, 66, 80, 260 };
constexpr std::array<std::int64_t, 11> consultationWork { 5, 10, 16, 24, 32, 42, 56, 75, 105, 160, 300 };
constexpr std::array<std::int64_t, 11> serviceWork { 60, 300, 600, 900, 1'200, 1'500, 1'800, 2'200, 2'700, 3'500,
    6'000 };
constexpr std::array<std::int64_t, 11> otherWork { 20, 130, 260, 430, 620, 850, 1'120, 1'440, 1'850, 2'400, 3'600 };

constexpr std::int64_t day = 24 * 60;
constexpr std::array<std::int64_t, 5> weeksOfDelay { 18 * day, 28 * day, 42 * day, 70 * day, 160 * day };
constexpr std::array<std::int64_t, 5> seasonOnAccount { 20 * day, 40 * day, 70 * day, 110 * day, 200 * day };
constexpr std::array<std::int64_t, 5> yearsOfDelay { 1'000 * day, 1'500 * day, 2'000 * day, 2'600 * day, 3'200 * day };

/// Shares of 10,000 of the class, so that of all tickets about 2 % stay open for long.
Delay delayOf(DeadlineClass deadlineClass, std::uint32_t lot)
{
    struct Share {
        Delay delay;
        std::uint32_t parts;
    };
    constexpr std::array<Share, 4> ofOther { { { Delay::Weeks, 55 }, { Delay::Account, 104 }, { Delay::Stuck, 90 },
        { Delay::Asking, 36 } } };
    constexpr std::array<Share, 4> ofService { { { Delay::Weeks, 120 }, { Delay::Service, 545 }, {}, {} } };
    if (deadlineClass != DeadlineClass::Other && deadlineClass != DeadlineClass::PublicService) {
        return Delay::None;
    }
    for (const Share &share : deadlineClass == DeadlineClass::Other ? ofOther : ofService) {
        if (lot < share.parts) {
            return share.delay;
        }
        lot -= share.parts;
    }
    return Delay::None;
}

minutes delayedBy(Delay delay, Random &random)
{
    const bool isShort = random.chance(3'000);
    if (delay == Delay::Weeks) {
        return minutes { drawn(random, weeksOfDelay) };
    }
    return minutes { delay == Delay::Account && isShort ? drawn(random, seasonOnAccount)
                                                        : drawn(random, yearsOfDelay) };
}

minutes workOf(const Ticket &ticket, std::size_t township, Random &random)
{
    switch (ticket.deadlineClass) {
    case DeadlineClass::Emergency:
        return minutes { drawn(random, emergencyWork) };
    case DeadlineClass::Consultation:
        return minutes { drawn(random, consultationWork) };
    case DeadlineClass::PublicService:
        return minutes { drawn(random, serviceWork) };
    case DeadlineClass::Other:
        break;
    }
    return minutes { drawn(random, otherWork) * slowness[township % slowness.size()] / 100 };
}

} // namespace

Fate fateOf(std::uint64_t seed, const Ticket &ticket, std::size_t township)
{
    Random random = chancesOf(seed, ticket.id, 0);
    const bool isOther = ticket.deadlineClass == DeadlineClass::Other;
    const auto slow = static_cast<std::uint32_t>(slowness[township % slowness.size()]);
    Fate fate;
    fate.isVoid = random.chance(230);
    fate.voidReason = static_cast<VoidReason>(random.below(4));
    fate.desk = 1 + random.below(6);
    fate.delay = delayOf(ticket.deadlineClass, random.below(10'000));
    fate.work = workOf(ticket, township, random);
    fate.delayed = delayedBy(fate.delay, random);
    fate.bounces = random.chance(isOther ? 420 : 150) ? (random.chance(1'600) ? 2 : 1) : 0;
    fate.isDisputed = fate.bounces > 0 && random.chance(1'000);
    fate.answersFirst = ticket.deadlineClass == DeadlineClass::PublicService || random.chance(2'600);
    fate.asksLonger = isOther && random.chance(190);
    fate.isGranted = random.chance(8'400);
    fate.isReminded = random.chance(6'500);
    fate.isConferred = random.chance(fate.delay == Delay::None || fate.delay == Delay::Service ? 8 : 700);
    fate.isNoted = random.chance(110);
    fate.isUndone = random.chance(45);
    fate.isRated = random.chance(4'700);
    fate.isBad = random.chance(3 * slow);
    fate.isStubborn = random.chance(1'800);
    fate.isCalledBack = random.chance(420);
    fate.isReopened = random.chance(18);
    fate.isSeparated = random.chance(600);
    return fate;
}

Random chancesOf(std::uint64_t seed, const TicketId &ticket, std::uint64_t version)
{
    // The id's first bytes are a time, which a repeated live run does not share.
    std::uint64_t low = 0;
    for (std::size_t i = 8; i < 16; ++i) {
        low = low << 8 | ticket.bytes[i];
    }
    return Random(seed, { 20, low, version });
}

} // namespace huying
