#include "Figures.h"

#include "Varint.h"

namespace huying
{

Rate rateOf(RateKind kind, const Figures &figures, Counting counting, bool isOfUnit)
{
    const auto count = [&](Measure measure, Measure more) { return figures[measure] + (isOfUnit ? figures[more] : 0); };
    switch (kind) {
    case RateKind::Reply:
        return { figures[Measure::Replied], figures[Measure::Accepted] };
    case RateKind::Closing:
        return { figures[counting == Counting::Flow ? Measure::Closed : Measure::AtClosed],
            figures[Measure::Accepted] };
    case RateKind::OnTime:
        return { figures[Measure::MetInTime], figures[Measure::FallingDue] };
    case RateKind::OnTimeExtended:
        return { figures[Measure::MetInTimeExtended], figures[Measure::FallingDueExtended] };
    case RateKind::Satisfaction:
        return { figures[Measure::Satisfied], figures[Measure::Satisfied] + figures[Measure::Dissatisfied] };
    case RateKind::Bounce:
        return { count(Measure::Returned, Measure::ReturnedByAnother),
            count(Measure::Assigned, Measure::AssignedToAnother) };
    case RateKind::Rework:
        break;
    }
    return { figures[Measure::Reopened], figures[Measure::Closed] };
}

std::string packed(std::uint32_t cohort, const std::vector<Counted> &flow, Instant reportedAt, const UnitCode &lead)
{
    std::string bytes;
    putVarint(bytes, cohort);
    Day before = dayOf(reportedAt);
    for (const Counted &each : flow) {
        const std::string &unit = each.unit == lead ? std::string() : each.unit.text;
        bytes += static_cast<char>(each.measure);
        putVarint(bytes, zigzag((each.day - before).count()));
        putVarint(bytes, unit.size());
        bytes += unit;
        before = each.day;
    }
    return bytes;
}

void unpack(std::string_view bytes, Instant reportedAt, std::string_view lead,
    const std::function<void(Counting, Day, std::string_view unit, Measure)> &tell)
{
    Day day = dayOf(reportedAt);
    const auto cohort = static_cast<std::uint32_t>(takeVarint(bytes));
    for (std::size_t measure = 0; measure < measureCount; ++measure) {
        if (cohort >> measure & 1U) {
            tell(Counting::Cohort, day, lead, static_cast<Measure>(measure));
        }
    }
    while (!bytes.empty()) {
        const auto measure = static_cast<std::uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        day += std::chrono::days { unzigzag(takeVarint(bytes)) };
        const std::size_t length = takeVarint(bytes);
        const std::string_view unit = bytes.substr(0, length);
        bytes.remove_prefix(unit.size());
        if (measure < measureCount) {
            tell(Counting::Flow, day, unit.empty() ? lead : unit, static_cast<Measure>(measure));
        }
    }
}

} // namespace huying
