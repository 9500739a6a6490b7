#pragma once

#include <QPointF>

#include <cstdint>
#include <optional>
#include <span>

namespace huying
{

/// The ways of the arrow keys.
enum class Way : std::uint8_t { Left, Right, Up, Down };

/// The mark to which a step from `from` leads: the nearest within 45 degrees of the way, a mark straight ahead before
/// one aside. Nothing when there is none that way.
std::optional<std::size_t> markTowards(std::span<const QPointF> marks, QPointF from, Way way);

/// The mark nearest to `place`; nothing without marks.
std::optional<std::size_t> markNearest(std::span<const QPointF> marks, QPointF place);

/// The mark after (`by` 1) or before (-1) the one at `from` as one reads, line by line; after the last
/// comes the first.
std::optional<std::size_t> markInTurn(std::span<const QPointF> marks, QPointF from, int by);

} // namespace huying
