#include "RegionFigures.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace huying
{

namespace
{

constexpr std::size_t fewestPasts = 2;
constexpr double rarely = 0.01;

double meanOf(std::span<const std::uint32_t> past)
{
    return std::accumulate(past.begin(), past.end(), 0.0) / static_cast<double>(past.size());
}

/// How much wider than Poisson's the past is spread, as a ratio of variances; at least 1.
double spreadOf(std::span<const std::uint32_t> past, double mean)
{
    double squares = 0;
    for (const std::uint32_t count : past) {
        squares += (count - mean) * (count - mean);
    }
    const double variance = squares / static_cast<double>(past.size() - 1);
    return mean > 0 ? std::max(variance / mean, 1.0) : 1;
}

struct Share {
    std::int64_t numerator;
    std::int64_t denominator;
    double factor;
};

Share shareOf(RegionMeasure measure, const RegionTally &tally, const RegionSize &size)
{
    switch (measure) {
    case RegionMeasure::PerThousandResidents:
        return { tally.tickets, size.residents, 1000 };
    case RegionMeasure::PerHundredHouseholds:
        return { tally.tickets, size.households, 100 };
    case RegionMeasure::OnTime:
        return { tally.inTime, std::int64_t { tally.inTime } + tally.late, 1 };
    case RegionMeasure::Tickets:
    case RegionMeasure::AgainstPast:
        break;
    }
    return { tally.tickets, 1, 1 };
}

RegionFigure figureOf(const RegionSize &size, const RegionTally &tally, RegionMeasure measure, std::size_t pasts)
{
    const std::span past = std::span(tally.past).first(pasts);
    const Share share = shareOf(measure, tally, size);
    RegionFigure figure { size.code, std::nullopt, tally.tickets, share.numerator, share.denominator,
        pasts > 0 ? meanOf(past) : 0, pasts, isSilence(tally.tickets, past) };
    if (measure == RegionMeasure::AgainstPast) {
        figure.value = unusualness(tally.tickets, past);
    } else if (share.denominator > 0) {
        figure.value = share.factor * static_cast<double>(share.numerator) / static_cast<double>(share.denominator);
    }
    return figure;
}

} // namespace

std::optional<double> unusualness(std::uint32_t tickets, std::span<const std::uint32_t> past)
{
    if (past.size() < fewestPasts) {
        return std::nullopt;
    }
    const double mean = meanOf(past);
    const double width = spreadOf(past, mean) * (1 + 1 / static_cast<double>(past.size()));
    return 2 * (std::sqrt(tickets + 0.375) - std::sqrt(mean + 0.375)) / std::sqrt(width);
}

bool isSilence(std::uint32_t tickets, std::span<const std::uint32_t> past)
{
    if (tickets > 0 || past.size() < fewestPasts) {
        return false;
    }
    const double mean = meanOf(past);
    return std::exp(-mean / spreadOf(past, mean)) < rarely;
}

std::vector<RegionFigure> regionFigures(
    const RegionCounts &counts, std::span<const RegionSize> regions, RegionMeasure measure)
{
    std::unordered_map<std::string_view, std::size_t> known;
    std::size_t length = 0; // of the codes, which is the same for all regions of a level
    for (std::size_t i = 0; i < regions.size(); ++i) {
        known.emplace(regions[i].code.text, i);
        length = regions[i].code.text.size();
    }
    std::vector<RegionTally> tallies(regions.size());
    for (const auto &[code, tally] : counts.regions) {
        if (const auto found = known.find(std::string_view(code.text).substr(0, length)); found != known.end()) {
            tallies[found->second] += tally;
        }
    }
    std::vector<RegionFigure> figures(regions.size());
    for (std::size_t i = 0; i < regions.size(); ++i) {
        figures[i] = figureOf(regions[i], tallies[i], measure, counts.pasts);
    }
    return figures;
}

std::int64_t elsewhere(const RegionCounts &counts, std::span<const RegionFigure> figures)
{
    std::unordered_map<std::string_view, bool> known;
    std::size_t length = 0;
    for (const RegionFigure &figure : figures) {
        known.emplace(figure.code.text, true);
        length = figure.code.text.size();
    }
    std::int64_t tickets = 0;
    for (const auto &[code, tally] : counts.regions) {
        tickets += known.contains(std::string_view(code.text).substr(0, length)) ? 0 : tally.tickets;
    }
    return tickets;
}

} // namespace huying
