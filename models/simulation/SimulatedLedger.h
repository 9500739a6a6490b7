#pragma once

#include "Simulation.h"

#include <ledger/BulkLedger.h>

namespace huying
{

/// Told what is being done and how far it is, in percent; false stops.
enum class LedgerStage : std::uint8_t { Simulating, Finishing };
using OnStage = std::function<bool(LedgerStage stage, int percent)>;

/// What a simulated ledger holds.
struct SimulatedLedger {
    Head head;
    int tickets = 0;

    bool operator==(const SimulatedLedger &) const = default;
};

/// Writes a new ledger at `file` out of `plan`, on two threads: one simulates, one encodes, hashes and writes. Two runs
/// with one plan give the same bytes. Nothing is left behind when it fails or is stopped (Cancelled). Refused
/// where there is a file already.
std::expected<SimulatedLedger, Failure> writeSimulatedLedger(const std::filesystem::path &file,
    const SimulationPlan &plan, std::span<const HolidayNotice> notices, const OnStage &progress);

/// Who the simulated county's ledger says it is.
Founding simulatedFounding(Instant created);

} // namespace huying
