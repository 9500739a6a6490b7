#pragma once

#include "SharedLog.h"

#include <ledger/Ledger.h>

#include <filesystem>

namespace huying
{

/// Told how much of a copy is made, in percent; false stops with Cancelled.
using CopyProgress = std::function<bool(int percent)>;

/// The copy of `log` in `folder`, which is the caller's alone: the one that is there, when it is one of this log, is
/// whole and does not go beyond it; else a new one. It may lie behind the log.
std::expected<Ledger, Failure> openCopy(
    SharedLog &log, const std::filesystem::path &folder, const LedgerSettings &settings, const CopyProgress &progress);

/// Whether `copy` is one of `log` as far as it goes.
std::expected<bool, Failure> isCopyOf(const Ledger &copy, SharedLog &log);

/// How many entries are fetched at once.
inline constexpr int entriesAtOnce = 10'000;

} // namespace huying
