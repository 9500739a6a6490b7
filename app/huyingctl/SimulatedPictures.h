#pragma once

#include "Moving.h"

#include <attachments/BlobFolder.h>

namespace huying
{

/// Adds drawn photos to `count` open tickets of a new simulated ledger, half of them those that are due first, half the
/// latest; the bytes go into `folder`. How many photos there are.
std::expected<int, Failure> addSimulatedPictures(
    const std::filesystem::path &ledger, BlobFolder &folder, int count, std::uint64_t seed);

} // namespace huying
