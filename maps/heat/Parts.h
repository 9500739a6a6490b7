#pragma once

#include <cstddef>
#include <functional>

namespace huying
{

/// How many threads are worth keeping busy here: the machine's, at most four.
std::size_t usefulParts();

/// Cuts 0 to `count` into at most `parts` stretches of nearly equal length and does `work(part, first, end)` for each,
/// each once, on this thread and on those of the process that have nothing else to do. Waits for all; may be called
/// from several threads at once, and from within `work`.
void inParts(std::size_t count, std::size_t parts,
    const std::function<void(std::size_t part, std::size_t first, std::size_t end)> &work);

} // namespace huying
