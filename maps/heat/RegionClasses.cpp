#include "RegionClasses.h"

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

/// Two digits, or whole numbers below a hundred where things are counted.
double rounded(double value, bool isWhole)
{
    const double step = std::pow(10, std::floor(std::log10(value)) - 1);
    const double close = std::round(value / step) * step;
    return isWhole ? std::ceil(close) : close;
}

} // namespace

std::size_t RegionClasses::of(double value) const
{
    return static_cast<std::size_t>(std::ranges::upper_bound(breaks, value) - breaks.begin());
}

std::size_t RegionClasses::stepOf(std::size_t classNumber, std::size_t steps) const
{
    return count() == 1 ? steps / 2 : classNumber * (steps - 1) / (count() - 1);
}

RegionClasses classesOf(std::span<const RegionFigure> figures, RegionMeasure measure)
{
    if (measure == RegionMeasure::AgainstPast) {
        return { { -3, -2, -1, 1, 2, 3 }, true };
    }
    if (measure == RegionMeasure::OnTime) {
        return { { 0.5, 0.7, 0.8, 0.9, 0.95, 0.98 }, false };
    }
    std::vector<double> values;
    for (const RegionFigure &figure : figures) {
        if (figure.value && *figure.value > 0) {
            values.push_back(*figure.value);
        }
    }
    std::ranges::sort(values);
    RegionClasses classes;
    for (std::size_t i = 1; i < RegionClasses::most && !values.empty(); ++i) {
        const double at = rounded(values[i * values.size() / RegionClasses::most], measure == RegionMeasure::Tickets);
        if (at > values.front() && (classes.breaks.empty() || at > classes.breaks.back()) && at <= values.back()) {
            classes.breaks.push_back(at);
        }
    }
    return classes;
}

} // namespace huying
