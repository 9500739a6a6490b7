#pragma once

#include "Rhythm.h"
#include "Stage.h"

namespace huying
{

/// What a report is going to be about.
struct Draft {
    const Spot *spot = nullptr;
    const Matter *matter = nullptr;
    Channel channel = Channel::Citizen;
};

/// Makes up the reports of citizens, members and machines.
class Intake
{
public:
    Intake(const Stage &stage, const Half &troubled) : _stage(stage), _troubled(troubled) {}

    /// A place, a matter and a channel for a report on `day`.
    Draft drafted(Day day, Random &random);
    /// The words of a report of `draft` at `at`; without its number. `near` makes it a repeat of that ticket.
    Reported worded(const Draft &draft, Instant at, Random &random, const Ticket *near = nullptr) const;
    /// Who enters it.
    Author author(const Draft &draft, Random &random) const;

private:
    const Matter &anyMatter(Day day, bool isUrban, Random &random);

    const Stage &_stage;
    Half _troubled;
    Day _weighedFor {}; ///< the weights below are those of this day
    std::array<std::vector<std::uint64_t>, 2> _weightsUpTo; ///< of the villages, of the town
};

/// A ticket number: `20230712-01-0417`.
std::string numberOf(Day day, std::string_view desk, int serial);

/// Ticket numbers made at desks.
class Numbers
{
public:
    /// Serials go on after `last` on every day.
    explicit Numbers(int last = 0) : _start(last) {}
    std::string next(Day day, std::string_view desk);

private:
    int _start;
    Day _day {};
    std::map<std::string, int, std::less<>> _last;
};

} // namespace huying
