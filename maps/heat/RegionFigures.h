#pragma once

#include "RegionCounts.h"

#include <domain/County.h>

#include <span>

namespace huying
{

/// What is shown of each region.
enum class RegionMeasure : std::uint8_t {
    Tickets,
    PerThousandResidents,
    PerHundredHouseholds,
    /// How unusual the period is against the region's own past; see `unusualness`.
    AgainstPast,
    /// Milestones met by their deadline of those that had to be met, among the tickets reported in the period
    /// (a cohort: product.md, "Rates").
    OnTime,
};
inline constexpr std::size_t regionMeasures = 5;

/// A region whose figures are wanted.
struct RegionSize {
    RegionCode code;
    int residents = 0;
    int households = 0;
};

/// What is known of a region, exactly, and the figure made of it.
struct RegionFigure {
    RegionCode code;
    std::optional<double> value; ///< absent where there is nothing to divide by, or no past to compare with
    std::int64_t tickets = 0;
    std::int64_t numerator = 0; ///< of the value: tickets, or milestones met in time
    std::int64_t denominator = 0; ///< residents, households, or milestones that had to be met; 0: none
    double usual = 0; ///< tickets of the stretches before, on average
    std::size_t pasts = 0; ///< how many of these there are
    /// It has fallen silent: not one ticket, where by its past that would come about less than once in a hundred times.
    bool isSilent = false;

    bool operator==(const RegionFigure &) const = default;
};

/// How unusual `tickets` are against `past` counts of stretches as long, in standard deviations: positive when there
/// are more than usual. Numbers of tickets vary as a Poisson distribution's do, or more where the past did: the square
/// root (Anscombe, 1948: 2 sqrt(n + 3/8)) makes that spread the same for all sizes, and it is widened by the spread of
/// the past beyond Poisson's and by the past's own shortness. Absent with less than two counts.
std::optional<double> unusualness(std::uint32_t tickets, std::span<const std::uint32_t> past);

/// Whether no ticket at all is less likely than one in a hundred by `past`.
bool isSilence(std::uint32_t tickets, std::span<const std::uint32_t> past);

/// The figures of `regions`, in their order; what `counts` has in narrower regions is theirs too. Takes well below a
/// millisecond for a county's grids.
std::vector<RegionFigure> regionFigures(
    const RegionCounts &counts, std::span<const RegionSize> regions, RegionMeasure measure);

/// Tickets that are in none of `regions`, because their place is not known so closely.
std::int64_t elsewhere(const RegionCounts &counts, std::span<const RegionFigure> figures);

} // namespace huying
