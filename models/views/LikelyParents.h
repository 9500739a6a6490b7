#pragma once

#include "Queue.h"

#include <functional>

namespace huying
{

/// A ticket that another one may be a second report of.
struct LikelyParent {
    RowPointer row;
    std::optional<double> metres; ///< between the two places; absent where one has no coordinates
    bool isSameGrid = false;

    bool operator==(const LikelyParent &) const = default;
};

/// The open tickets of the queue that `child` may be a report of, the likeliest first, at most 20: of the same category
/// (or of the same top item; of any while the child is not yet classified), in its grid or within 500 m, reported
/// within 30 days of it. With `words` those instead whose number, title or place holds them. Never one that is a
/// duplicate itself.
std::vector<LikelyParent> likelyParents(const Ticket &child, const Queue &queue, const std::string &words);

/// likelyParents with the queue at hand.
using ParentSearch = std::function<std::vector<LikelyParent>(const Ticket &child, const std::string &words)>;

} // namespace huying
