#include "Parts.h"

#include "Crew.h"

#include <algorithm>
#include <thread>

namespace huying
{

std::size_t usefulParts()
{
    static const std::size_t useful = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
    return useful;
}

void inParts(std::size_t count, std::size_t parts,
    const std::function<void(std::size_t part, std::size_t first, std::size_t end)> &work)
{
    const std::size_t pieces = std::max<std::size_t>(std::min(parts, count), 1);
    const auto piece = [&](std::size_t part) { work(part, part * count / pieces, (part + 1) * count / pieces); };
    if (pieces == 1) {
        piece(0);
        return;
    }
    static Crew crew(usefulParts() - 1);
    crew.work(pieces, piece);
}

} // namespace huying
