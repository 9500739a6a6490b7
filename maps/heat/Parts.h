#pragma once

#include <cstddef>
#include <functional>

namespace huying
{

/// How many threads are worth starting here: the machine's, at most four.
std::size_t usefulParts();

/// Cuts 0 to `count` into at most `parts` stretches of nearly equal length and does `work(part, first, end)` for each,
/// each on a thread of its own, one of them on this. Waits for all.
void inParts(std::size_t count, std::size_t parts,
    const std::function<void(std::size_t part, std::size_t first, std::size_t end)> &work);

} // namespace huying
