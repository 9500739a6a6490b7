#pragma once

#include "Ledger.h"

#include <functional>

namespace huying
{

/// The published notices on holidays in the order of their issue, as a proposal that `program` makes at `now`. `random`
/// fills with unpredictable bytes.
std::expected<Proposal, Failure> firstNotices(
    const std::string &program, Instant now, const std::function<void(std::span<std::uint8_t>)> &random);

/// Writes the published notices on holidays into a ledger that has nothing in it yet, in the order of their issue, as
/// what `program` did at `now`; one with entries is left as it is. `random` fills with unpredictable bytes.
std::expected<void, Failure> addFirstNotices(Ledger &ledger, const std::string &program, Instant now,
    const std::function<void(std::span<std::uint8_t>)> &random);

} // namespace huying
