#pragma once

#include "Flow.h"

namespace huying
{

/// Receives the county's facts, in their order among the events.
using TakeFact = std::function<std::expected<void, Failure>(const CountyEvent &event)>;
/// Told how many reports have been written, of how many; false stops (Cancelled).
using OnProgress = std::function<bool(int reports, int ofAll)>;

/// What comes out of a simulation, in the order of the log.
struct SimulationOutlets {
    TakeFact takeFact;
    TakeEvent takeEvent;
    OnProgress progress;
};

/// Simulates `plan`: the county's facts and the notices issued before its first day, then day by day all that happens
/// until the end of its last, notices in it included. `notices` in the order of issue. Two runs of one plan give the
/// same events. Invalid when the plan's days run backwards or its number is negative; else what an outlet failed with.
std::expected<void, Failure> simulate(
    const SimulationPlan &plan, std::span<const HolidayNotice> notices, const SimulationOutlets &outlets);

/// The author of the county's facts.
Author registrar();

} // namespace huying
