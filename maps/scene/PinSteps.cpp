#include "PinSteps.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <vector>

namespace huying
{

namespace
{

constexpr double linePixels = 40;
constexpr double samePixels = 0.5;

template <class Cost>
std::optional<std::size_t> cheapest(std::span<const QPointF> marks, Cost cost)
{
    std::optional<std::size_t> best;
    double least = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const std::optional<double> here = cost(marks[i]);
        if (here && (!best || *here < least)) {
            best = i;
            least = *here;
        }
    }
    return best;
}

} // namespace

std::optional<std::size_t> markTowards(std::span<const QPointF> marks, QPointF from, Way way)
{
    const bool isAcross = way == Way::Left || way == Way::Right;
    const double sign = way == Way::Right || way == Way::Down ? 1 : -1;
    return cheapest(marks, [&](QPointF mark) -> std::optional<double> {
        const QPointF away = mark - from;
        const double ahead = sign * (isAcross ? away.x() : away.y());
        const double aside = std::abs(isAcross ? away.y() : away.x());
        return ahead > samePixels && aside <= ahead ? std::optional(ahead + 2 * aside) : std::nullopt;
    });
}

std::optional<std::size_t> markNearest(std::span<const QPointF> marks, QPointF place)
{
    return cheapest(
        marks, [&](QPointF mark) { return std::optional(std::hypot(mark.x() - place.x(), mark.y() - place.y())); });
}

std::optional<std::size_t> markInTurn(std::span<const QPointF> marks, QPointF from, int by)
{
    const auto turn = [&](std::size_t mark) {
        return std::tuple(std::floor(marks[mark].y() / linePixels), marks[mark].x(), marks[mark].y(), mark);
    };
    std::vector<std::size_t> order(marks.size());
    std::iota(order.begin(), order.end(), std::size_t { 0 });
    std::ranges::sort(order, {}, turn);
    const auto here = std::ranges::find(order, markNearest(marks, from).value_or(marks.size()));
    if (here == order.end()) {
        return std::nullopt;
    }
    const auto count = std::ssize(order);
    return order[std::size_t(((here - order.begin()) + by + count) % count)];
}

} // namespace huying
