#include "Machine.h"

#include <QRandomGenerator>

#include <algorithm>

namespace huying
{

Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

void fillRandom(std::span<std::uint8_t> bytes)
{
    std::ranges::generate(bytes, [] { return std::uint8_t(QRandomGenerator::system()->generate()); });
}

} // namespace huying
