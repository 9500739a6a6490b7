#include "LikelyParents.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <tuple>

namespace huying
{

namespace
{

constexpr std::size_t most = 20;
constexpr double nearMetres = 500;
constexpr std::chrono::days nearTime { 30 };
constexpr std::size_t topItemLength = 2; ///< of a category's code

/// On the sphere, flat between two places of one county.
double metresBetween(const GeoPoint &one, const GeoPoint &other)
{
    constexpr double metresInADegree = 111'195;
    const double middle = (one.latitude() + other.latitude()) / 2 * std::numbers::pi / 180;
    const double east = (one.longitude() - other.longitude()) * std::cos(middle);
    return std::hypot(east, one.latitude() - other.latitude()) * metresInADegree;
}

bool isOfOneItem(const CategoryCode &one, const CategoryCode &other)
{
    return one.text.substr(0, topItemLength) == other.text.substr(0, topItemLength);
}

bool isLikely(const Ticket &child, const LikelyParent &candidate)
{
    const TicketRow &row = *candidate.row;
    const bool isNear = candidate.isSameGrid || (candidate.metres && *candidate.metres <= nearMetres);
    const bool isOfItem = child.category.isEmpty() || isOfOneItem(child.category, row.category);
    return isNear && isOfItem && std::chrono::abs(row.reportedAt - child.reportedAt) <= nearTime;
}

} // namespace

std::vector<LikelyParent> likelyParents(const Ticket &child, const Queue &queue, const std::string &words)
{
    TicketFilter named;
    named.words = words;
    std::vector<LikelyParent> found;
    for (const auto &[id, row] : queue.all()) {
        if (!row->isOpen() || row->isJoined || id == child.id) {
            continue;
        }
        LikelyParent candidate { row, {}, !row->region.isEmpty() && row->region == child.place.region };
        if (row->point && child.place.point) {
            candidate.metres = metresBetween(*row->point, *child.place.point);
        }
        if (words.empty() ? isLikely(child, candidate) : passes(*row, named)) {
            found.push_back(std::move(candidate));
        }
    }
    const auto order = [&child](const LikelyParent &one) {
        return std::tuple(one.row->category != child.category,
            one.metres.value_or(one.isSameGrid ? nearMetres : std::numeric_limits<double>::max()),
            -one.row->reportedAt.time_since_epoch(), one.row->id);
    };
    const auto end = found.begin() + std::ptrdiff_t(std::min(found.size(), most));
    std::ranges::partial_sort(found, end, {}, order);
    found.erase(end, found.end());
    return found;
}

} // namespace huying
