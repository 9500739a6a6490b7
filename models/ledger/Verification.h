#pragma once

#include "LedgerSettings.h"

#include <canonical/Record.h>

#include <QStringList>

#include <filesystem>
#include <functional>

namespace huying
{

/// What verify() found.
struct Verification {
    Position entries = 0;
    std::int64_t tickets = 0;
    std::array<std::int64_t, stepNames.size()> bySteps {}; ///< tickets in each step
    std::array<std::int64_t, 4> byLamps {}; ///< open tickets under each lamp at the moment that was asked for
    std::int64_t openInTime = 0; ///< open, neither overdue nor with an extension asked for
    std::int64_t openOverdueOrAsking = 0; ///< the other open ones
    std::int64_t faults = 0;
    QStringList examples; ///< of the faults, at most 100

    bool isSound() const { return faults == 0; }
};

/// Told how many entries of how many are done; false stops with Cancelled.
using Progress = std::function<bool(Position done, Position of)>;

/// Reads the whole log: that positions have no gaps, that the chain holds, that every entry can be read, and that each
/// ticket, folded anew, has the row that is kept of it, and that the figures are what these rows add up to. Lamps are
/// those at `moment`. On two threads beside the reading
/// one. Fails only where the file cannot be read at all.
std::expected<Verification, Failure> verify(
    const std::filesystem::path &ledger, const LedgerSettings &settings, Instant moment, const Progress &progress);

} // namespace huying
