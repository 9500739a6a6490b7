#pragma once

#include "GeoLayer.h"

#include <domain/GeoPoint.h>

#include <functional>
#include <optional>

namespace huying
{

/// Of tickets that say in which of a layer's regions they lie, how many lie there by their coordinates.
struct ShiftShares {
    int tickets = 0;
    int asGiven = 0;
    int ifBordersWereGcj02 = 0; ///< if the borders' coordinates were GCJ-02 and had been taken for WGS-84
    int ifBordersWereWgs84 = 0; ///< if they were WGS-84 and had been taken for GCJ-02

    bool operator==(const ShiftShares &) const = default;
};

/// What the borders seem to be instead.
enum class ShiftSuspicion : std::uint8_t { BordersAreGcj02, BordersAreWgs84 };

/// Counts tickets one by one against the borders of a layer of a level.
class ShiftCheck
{
public:
    explicit ShiftCheck(const GeoLayer &layer);
    ~ShiftCheck();
    ShiftCheck(const ShiftCheck &) = delete;
    ShiftCheck &operator=(const ShiftCheck &) = delete;

    /// A ticket that names a region outside the layer is passed over.
    void add(const RegionCode &region, GeoPoint point);
    const ShiftShares &shares() const { return _shares; }

private:
    struct Borders;
    RegionLevel _level;
    std::vector<std::pair<RegionCode, Borders>> _borders; ///< by code
    ShiftShares _shares;
};

/// Borders are suspected when so many more tickets would lie where they say that chance does not explain it, and nearly
/// all would: at least 95 in 100, half a point more than as given, and more than three deviations.
std::optional<ShiftSuspicion> suspicionOf(const ShiftShares &shares);

} // namespace huying
