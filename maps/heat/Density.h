#pragma once

#include "Bins.h"
#include "Blur.h"
#include "DensityFilter.h"
#include "HeatColumns.h"

#include <stop_token>

namespace huying
{

/// Tickets per square kilometre over the whole period, at the centres of `columns` x `rows` cells, row by row from the
/// north-west.
struct Density {
    WorldRect rect;
    int columns = 0;
    int rows = 0;
    double cellMetres = 0;
    std::vector<float> perKm2;
    float highest = 0;
    std::size_t counted = 0; ///< tickets in it
    std::size_t withoutPlace = 0; ///< tickets that the filter lets pass, without a place in the county

    /// Between cell centres it is interpolated; 0 outside.
    float at(WorldPoint place) const;
};

/// A radius of a density is this long at least.
inline constexpr double leastRadiusMetres = 75;

/// The density of the tickets that pass `filter`, seen through a Gaussian whose standard deviation is half of
/// `radiusMetres` (leastRadiusMetres at least) and which ends at one and a half times the radius. Cells are at most a
/// third of the standard deviation wide; against the exact sum over the tickets' cells the error stays below 1.5 % of
/// the highest value (tst_density). Pure; for a worker thread. Absent when it was stopped.
std::optional<Density> density(
    const HeatColumns &columns, const DensityFilter &filter, double radiusMetres, const std::stop_token &stop = {});

/// Makes one density after the other, and remembers what it has counted: where only the period moves on or some
/// tickets change, it counts the days that are others than before. The result is the same as that of `density`.
/// Of one thread.
class DensityCounter
{
public:
    std::optional<Density> count(
        const HeatColumns &columns, const DensityFilter &filter, double radiusMetres, const std::stop_token &stop = {});

private:
    bool countAll(const HeatColumns &columns, const DensityFilter &filter, const std::stop_token &stop);
    bool countOn(const HeatColumns &columns, const DensityFilter &filter, const std::stop_token &stop);
    std::optional<Density> blurred(double radiusMetres, const std::stop_token &stop);

    bool isWhole_ = false; ///< `bins_` hold what `columns_` and `filter_` say
    HeatColumns columns_;
    DensityFilter filter_;
    int shift_ = 0;
    int margin_ = 0;
    Bins bins_;
    BinTally tally_;
    Blur blur_;
};

} // namespace huying
