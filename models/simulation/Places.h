#pragma once

#include "Phrases.h"
#include "SimulatedCounty.h"

namespace huying
{

/// A grid as tickets see it.
struct Spot {
    const Region *grid = nullptr;
    const Region *village = nullptr;
    const Region *township = nullptr;
    std::size_t townshipIndex = 0; ///< 0 to 9, in the order of the codes
    std::size_t gridIndex = 0; ///< into the county's members
};

/// Where tickets of a county lie. The county must outlive it.
class TicketPlaces
{
public:
    explicit TicketPlaces(const SimulatedCounty &county);

    /// A grid, more often one where many live and whose township reports much.
    const Spot &anySpot(Random &random) const;
    /// The grid of `code`; nothing when it is not one of this county.
    const Spot *spotOf(const RegionCode &code) const;
    /// A point in the grid of `spot` and the words for it.
    Place placeIn(const Spot &spot, Random &random, const Phrases &phrases, Gaps &gaps) const;
    /// Another point within some 30 m of `near`, in the same grid.
    GeoPoint besides(const Spot &spot, GeoPoint near, Random &random) const;

private:
    std::vector<Spot> _spots;
    std::vector<std::uint64_t> _weightUpTo;
    std::map<RegionCode, std::size_t> _byCode;
};

/// Whether `point` lies in `region`.
bool lies(GeoPoint point, const Region &region);

} // namespace huying
