#include "Patches.h"

#include <algorithm>
#include <limits>
#include <map>

namespace huying
{

namespace
{

constexpr int fewestSites = 4;

/// Each next centre is the farthest from the others of twenty tries.
std::vector<PlanePoint> spreadCentres(std::span<const PlanePoint> sites, int count, Random &random)
{
    std::vector<PlanePoint> centres;
    while (static_cast<int>(centres.size()) < count) {
        PlanePoint best;
        std::int64_t bestDistance = -1;
        for (int attempt = 0; attempt < 20; ++attempt) {
            const PlanePoint candidate = random.pick(sites);
            std::int64_t nearest = std::numeric_limits<std::int64_t>::max();
            for (const PlanePoint &centre : centres) {
                nearest = std::min(nearest, squared(candidate, centre));
            }
            if (nearest > bestDistance) {
                best = candidate;
                bestDistance = nearest;
            }
        }
        centres.push_back(best);
    }
    return centres;
}

std::vector<int> gathered(
    std::span<const PlanePoint> sites, std::span<const PlanePoint> centres, std::span<const std::int64_t> reach)
{
    std::vector<int> labels;
    for (const PlanePoint &site : sites) {
        int best = 0;
        std::int64_t bestDistance = std::numeric_limits<std::int64_t>::max();
        for (std::size_t c = 0; c < centres.size(); ++c) {
            const std::int64_t distance = squared(site, centres[c]) - reach[c];
            if (distance < bestDistance) {
                bestDistance = distance;
                best = static_cast<int>(c);
            }
        }
        labels.push_back(best);
    }
    return labels;
}

void recentre(std::vector<PlanePoint> &centres, std::span<const PlanePoint> sites, std::span<const int> labels)
{
    for (std::size_t c = 0; c < centres.size(); ++c) {
        std::int64_t x = 0;
        std::int64_t y = 0;
        std::int64_t count = 0;
        for (std::size_t i = 0; i < sites.size(); ++i) {
            if (labels[i] == static_cast<int>(c)) {
                x += sites[i].x;
                y += sites[i].y;
                ++count;
            }
        }
        if (count > 0) {
            centres[c] = { static_cast<std::int32_t>(x / count), static_cast<std::int32_t>(y / count) };
        }
    }
}

/// Widens the reach of patches with too few sites; false when there are none.
bool strengthenSmall(std::vector<std::int64_t> &reach, std::span<const int> labels, std::int64_t unevenness)
{
    std::vector<int> sizes(reach.size(), 0);
    for (const int label : labels) {
        ++sizes[static_cast<std::size_t>(label)];
    }
    bool isAnySmall = false;
    for (std::size_t c = 0; c < reach.size(); ++c) {
        if (sizes[c] < fewestSites) {
            reach[c] += unevenness * unevenness / 10;
            isAnySmall = true;
        }
    }
    return isAnySmall;
}

/// All that hang together with `first` under one label.
std::vector<int> pieceOf(int first, const std::vector<int> &labels, const Neighbours &neighbours)
{
    std::vector<int> piece { first };
    std::set<int> seen { first };
    for (std::size_t i = 0; i < piece.size(); ++i) {
        for (const int next : neighbours[static_cast<std::size_t>(piece[i])]) {
            if (labels[static_cast<std::size_t>(next)] == labels[static_cast<std::size_t>(first)]
                && seen.insert(next).second) {
                piece.push_back(next);
            }
        }
    }
    return piece;
}

struct Pieces {
    std::map<int, std::vector<int>> largest;
    std::vector<std::vector<int>> splinters;
};

Pieces piecesOf(const std::vector<int> &labels, const Neighbours &neighbours)
{
    Pieces pieces;
    std::vector<bool> seen(neighbours.size(), false);
    for (int i = 0; i < static_cast<int>(neighbours.size()); ++i) {
        if (seen[static_cast<std::size_t>(i)] || labels[static_cast<std::size_t>(i)] < 0) {
            continue;
        }
        std::vector<int> piece = pieceOf(i, labels, neighbours);
        for (const int member : piece) {
            seen[static_cast<std::size_t>(member)] = true;
        }
        std::vector<int> &kept = pieces.largest[labels[static_cast<std::size_t>(i)]];
        if (piece.size() > kept.size()) {
            std::swap(piece, kept);
        }
        if (!piece.empty()) {
            pieces.splinters.push_back(std::move(piece));
        }
    }
    return pieces;
}

/// A label beside `splinter` that is not its own; its own where there is none.
int labelBeside(const std::vector<int> &splinter, const std::vector<int> &labels, const Neighbours &neighbours)
{
    const int own = labels[static_cast<std::size_t>(splinter.front())];
    for (const int member : splinter) {
        for (const int next : neighbours[static_cast<std::size_t>(member)]) {
            if (const int label = labels[static_cast<std::size_t>(next)]; label >= 0 && label != own) {
                return label;
            }
        }
    }
    return own;
}

} // namespace

std::int64_t squared(PlanePoint a, PlanePoint b)
{
    const std::int64_t dx = a.x - b.x;
    const std::int64_t dy = a.y - b.y;
    return dx * dx + dy * dy;
}

std::vector<int> patches(std::span<const PlanePoint> sites, int count, std::int64_t unevenness, Random &random)
{
    std::vector<PlanePoint> centres = spreadCentres(sites, count, random);
    std::vector<std::int64_t> reach;
    for (int i = 0; i < count; ++i) {
        const std::int64_t length = random.between(0, unevenness);
        reach.push_back(length * length);
    }
    std::vector<int> labels = gathered(sites, centres, reach);
    for (int round = 0; round < 40; ++round) {
        if (round < 4) {
            recentre(centres, sites, labels);
        } else if (!strengthenSmall(reach, labels, unevenness)) {
            break;
        }
        labels = gathered(sites, centres, reach);
    }
    return labels;
}

void makeWhole(std::vector<int> &labels, const Neighbours &neighbours)
{
    // A splinter may go to what was itself about to move; a second look settles that.
    for (int round = 0; round < 8; ++round) {
        const Pieces pieces = piecesOf(labels, neighbours);
        for (const std::vector<int> &splinter : pieces.splinters) {
            const int label = labelBeside(splinter, labels, neighbours);
            for (const int member : splinter) {
                labels[static_cast<std::size_t>(member)] = label;
            }
        }
        if (pieces.splinters.empty()) {
            return;
        }
    }
}

} // namespace huying
