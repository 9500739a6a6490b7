#include "Workflow.h"

#include <algorithm>

namespace huying
{

namespace
{

/// The deadline that figures go by.
struct CountingDeadline {
    Instant due;
    bool isExtended = false;
};

std::optional<CountingDeadline> countingDeadline(const Ticket &ticket)
{
    if (!ticket.deadline || ticket.deadlines.empty() || ticket.parent) {
        return std::nullopt;
    }
    CountingDeadline counting { ticket.deadlines.front().due };
    for (const Deadline &each : ticket.deadlines) {
        const bool isExtension = each.cause == DeadlineCause::Extended;
        if (isExtension && each.since > counting.due) {
            break;
        }
        counting = { each.due, counting.isExtended || isExtension };
    }
    return counting;
}

class Cohort
{
public:
    void add(Measure measure, bool isSo = true)
    {
        _measures |= isSo ? std::uint32_t { 1 } << static_cast<unsigned>(measure) : 0;
    }
    std::uint32_t measures() const { return _measures; }

private:
    std::uint32_t _measures = 0;
};

/// The flow counts it on the day of the deadline.
void addDeadline(Cohort &cohort, std::vector<Counted> &flow, const Ticket &ticket)
{
    const auto counting = countingDeadline(ticket);
    if (!counting) {
        return;
    }
    const bool isMet = ticket.milestoneMetAt.has_value();
    const bool isInTime = isMet && *ticket.milestoneMetAt <= counting->due;
    const auto add = [&](Measure measure, bool isSo) {
        cohort.add(measure, isSo);
        if (isSo) {
            flow.push_back({ measure, dayOf(counting->due - std::chrono::milliseconds { 1 }), {} });
        }
    };
    add(Measure::FallingDue, true);
    add(Measure::MetInTime, isInTime);
    add(Measure::MetLate, isMet && !isInTime);
    add(Measure::FallingDueExtended, counting->isExtended);
    add(Measure::MetInTimeExtended, counting->isExtended && isInTime);
}

void addState(Cohort &cohort, const Ticket &ticket)
{
    constexpr std::array happened { Measure::Reported, Measure::Accepted, Measure::Assigned, Measure::Replied,
        Measure::Closed, Measure::Returned, Measure::Reopened };
    for (const Measure measure : happened) {
        cohort.add(measure, std::ranges::contains(ticket.counted, measure, &Counted::measure));
    }
    cohort.add(Measure::Satisfied, ticket.rating == Rating::Satisfied);
    cohort.add(Measure::Dissatisfied, ticket.rating == Rating::Dissatisfied);
    cohort.add(static_cast<Measure>(static_cast<int>(Measure::AtReported) + static_cast<int>(ticket.step)));
}

} // namespace

std::string countedOf(const Ticket &ticket)
{
    if (ticket.step == Step::Void) {
        return {};
    }
    Cohort cohort;
    std::vector<Counted> flow = ticket.counted;
    addState(cohort, ticket);
    addDeadline(cohort, flow, ticket);
    return packed(cohort.measures(), flow, ticket.reportedAt, ticket.lead);
}

} // namespace huying
