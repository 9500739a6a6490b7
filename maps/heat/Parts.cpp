#include "Parts.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace huying
{

std::size_t usefulParts()
{
    return std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
}

void inParts(std::size_t count, std::size_t parts,
    const std::function<void(std::size_t part, std::size_t first, std::size_t end)> &work)
{
    const std::size_t threads = std::max<std::size_t>(std::min(parts, count), 1);
    std::vector<std::jthread> others;
    for (std::size_t part = 1; part < threads; ++part) {
        others.emplace_back(
            [&work, part, count, threads] { work(part, part * count / threads, (part + 1) * count / threads); });
    }
    work(0, 0, count / threads);
}

} // namespace huying
