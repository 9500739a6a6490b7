#pragma once

#include "RegionFigures.h"

namespace huying
{

/// Which values get the same colour. Class 0 goes below the first break, class i from break i - 1 on.
struct RegionClasses {
    static constexpr std::size_t most = 7;

    std::vector<double> breaks; ///< rising
    bool isAroundUsual = false; ///< the middle class is "as expected", colours run to both sides

    std::size_t count() const { return breaks.size() + 1; }
    std::size_t of(double value) const;
    /// The step of a ramp with `steps` colours, least first.
    std::size_t stepOf(std::size_t classNumber, std::size_t steps) const;

    bool operator==(const RegionClasses &) const = default;
};

/// Classes for `figures`: of counts and rates as many regions in each (quantiles of what is above zero), cut at round
/// numbers, fewer where values are few; on time at fixed shares, so that two periods compare; against the past at one,
/// two and three standard deviations. They are chosen once and kept while the scale is locked.
RegionClasses classesOf(std::span<const RegionFigure> figures, RegionMeasure measure);

} // namespace huying
