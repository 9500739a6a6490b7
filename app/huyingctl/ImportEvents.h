#pragma once

#include <domain/Codes.h>
#include <ledger/Head.h>

#include <filesystem>
#include <functional>

namespace huying
{

/// Makes a new ledger of exported events: the same positions, the same chain, the same tickets. Refused where there is
/// a ledger; Damaged where a line does not continue the chain. `goOn` is told how far it is; false stops.
std::expected<Head, Failure> importEvents(const std::filesystem::path &events, const std::filesystem::path &ledger,
    const RegionCode &county, const std::function<bool(int percent)> &goOn);

} // namespace huying
