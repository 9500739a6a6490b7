#pragma once

#include "Random.h"

#include <domain/Ticket.h>

namespace huying
{

/// Why a ticket stays open long, if it does.
enum class Delay : std::uint8_t {
    None,
    Weeks, ///< harder than it looked
    Service, ///< public service whose first answer was in time and whose end takes long
    Account, ///< on account
    Stuck, ///< past its deadline, urged in vain
    Asking, ///< an extension asked for that is not decided for long
};

/// What is in store for a ticket: settled by the seed and its id alone, whoever asks and whenever.
struct Fate {
    bool isVoid = false;
    VoidReason voidReason = VoidReason::NoRequest;
    std::uint32_t desk = 1; ///< the dispatcher who has it
    Delay delay = Delay::None;
    std::chrono::minutes work {}; ///< of the unit until the result, in its hours (round the clock in an emergency)
    std::chrono::minutes delayed {}; ///< until the result where there is a delay, by the calendar
    int bounces = 0;
    bool isDisputed = false;
    bool answersFirst = false;
    bool asksLonger = false;
    bool isGranted = false;
    bool isReminded = false;
    bool isConferred = false;
    bool isNoted = false;
    bool isUndone = false;
    bool isRated = false;
    bool isBad = false;
    bool isStubborn = false; ///< not satisfied by the first rework either
    bool isCalledBack = false;
    bool isReopened = false;
    bool isSeparated = false;
};

/// `township` is 0 to 9 in the order of codes; townships differ in diligence.
Fate fateOf(std::uint64_t seed, const Ticket &ticket, std::size_t township);

/// The stream of chances of `ticket` at its `version`.
Random chancesOf(std::uint64_t seed, const TicketId &ticket, std::uint64_t version);

} // namespace huying
