#pragma once

#include "Codes.h"
#include "Instant.h"
#include "Words.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huying
{

/// Two ways of counting that are never mixed in one figure (product.md, "Rates").
enum class Counting : std::uint8_t {
    Flow, ///< by the local day on which something happened
    Cohort, ///< by the local day of the report, with the state as of a position in the log
};

/// What is counted of valid tickets. Undone things and undoings are not.
enum class Measure : std::uint8_t {
    Reported,
    Accepted, ///< for the first time; a duplicate that closes with its parent is accepted by that
    Assigned, ///< to a unit, for the first time
    AssignedToAnother, ///< for the first time to this unit, the ticket had been with another
    Replied, ///< given a first answer or a result, whichever came first
    Closed, ///< for the first time
    ClosedAgain,
    Returned, ///< by a unit, the ticket for the first time
    ReturnedByAnother, ///< for the first time by this unit, the ticket had been returned by another
    ReturnedAgain, ///< by a unit that had returned it before
    Reopened, ///< for the first time
    ReopenedAgain,
    Satisfied, ///< rated so; in a cohort the latest rating
    Dissatisfied,
    FallingDue, ///< the milestone; the flow's day is that of the deadline that counts, which may lie ahead
    MetInTime, ///< of these: reached by then
    MetLate, ///< of these: reached later
    FallingDueExtended, ///< of FallingDue: with an extension that was granted before the deadline it moved
    MetInTimeExtended, ///< of MetInTime: the same
    // Cohorts only: the step in which the ticket is.
    AtReported,
    AtAccepted,
    AtAssigned,
    AtHandling,
    AtClosed,
};
inline constexpr std::size_t measureCount = 24;

/// Something that happened to a ticket and counts.
struct Counted {
    Measure measure = Measure::Reported;
    Day day {};
    UnitCode unit; ///< whose doing it was; empty: it counts for the unit that leads the ticket now

    bool operator==(const Counted &) const = default;
};

/// Exact counts by measure.
struct Figures {
    std::array<std::int64_t, measureCount> counts {};

    std::int64_t &operator[](Measure measure) { return counts[static_cast<std::size_t>(measure)]; }
    std::int64_t operator[](Measure measure) const { return counts[static_cast<std::size_t>(measure)]; }
    bool operator==(const Figures &) const = default;
};

enum class RateKind : std::uint8_t { Reply, Closing, OnTime, OnTimeExtended, Satisfaction, Bounce, Rework };

struct Rate {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;

    bool operator==(const Rate &) const = default;
};

/// A rate out of counts. `OnTimeExtended` are the extended ones of OnTime, which are shown apart. Of one unit's figures
/// (`isOfUnit`) a bounce is measured by what this unit was given and gave back, else by tickets. A cohort knows no
/// clock: its milestones that are neither met in time nor late may lie ahead, so that its on-time rate is final when
/// all is closed.
Rate rateOf(RateKind kind, const Figures &figures, Counting counting, bool isOfUnit = false);

/// What figures are asked for. An empty part takes everything.
struct FigureQuery {
    enum class By : std::uint8_t { Nothing, EachDay, EachMonth, EachRegion, EachCategory, EachUnit, EachChannel };

    Counting counting = Counting::Flow;
    Day from {}; ///< the first day
    Day until {}; ///< the last day
    RegionCode region; ///< this or within
    CategoryCode category; ///< this or below
    UnitCode unit; ///< exactly this
    std::optional<Channel> channel;
    By by = By::Nothing;
    std::size_t codeLength = 0; ///< by regions or categories: of so many characters (9 for townships); 0: as they are
};

/// The figures of one group: `2023-01-31`, `2023-01`, a code, a channel's name, or nothing where all are one group.
struct FigureLine {
    std::string group;
    Figures figures;

    bool operator==(const FigureLine &) const = default;
};

/// What a ticket adds to the figures, in few bytes: the measures of its cohort and what happened on which day. `lead`
/// is the unit that leads it now.
std::string packed(std::uint32_t cohort, const std::vector<Counted> &flow, Instant reportedAt, const UnitCode &lead);

/// Tells each thing that is in `bytes`; units live until the end of the call.
void unpack(std::string_view bytes, Instant reportedAt, std::string_view lead,
    const std::function<void(Counting, Day, std::string_view unit, Measure)> &tell);

} // namespace huying
