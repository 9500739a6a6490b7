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
    std::function<void(const Ticket &)> takeTicket = {}; ///< as it stands when nothing happens to it any more
    OnProgress progress = {};
};

/// Simulates `plan`: first the county's facts, with the notices that were out before its first day; then day by day all
/// that happens, each further notice at its issue, which sets provisional deadlines anew. `notices` in the order of
/// issue. Two runs of one plan
/// give the same events. Invalid when the plan's days run backwards or its number is negative; else what an outlet
/// failed with.
std::expected<void, Failure> simulate(
    const SimulationPlan &plan, std::span<const HolidayNotice> notices, const SimulationOutlets &outlets);

/// Those of `notices`, in the order of issue, that were issued on `day` at the latest.
std::span<const HolidayNotice> noticesUntil(std::span<const HolidayNotice> notices, Day day);

/// The author of the county's facts.
Author registrar();

} // namespace huying
