#include "Gate.h"

#include <algorithm>
#include <functional>

namespace huying
{

namespace
{

template <class Codes, class Table, class Match>
void open(const CodeTable &known, const Codes &wanted, Table &table, Match match)
{
    for (std::size_t i = 0; i < known.codes().size(); ++i) {
        const auto isWanted = [&](const auto &code) { return match(known.codes()[i], code.text); };
        table[i] = std::ranges::any_of(wanted, isWanted);
    }
}

std::array<std::uint8_t, 256> traitsFor(const DensityFilter &filter)
{
    std::array<std::uint8_t, 256> traits {};
    const auto wants = [](const auto &set, auto word) { return set.empty() || set.contains(word); };
    for (std::size_t step = 0; step < stepNames.size(); ++step) {
        const auto asStep = static_cast<Step>(step);
        const bool stepPasses = filter.steps.empty() ? asStep != Step::Void : filter.steps.contains(asStep);
        for (std::size_t channel = 0; channel < channelNames.size(); ++channel) {
            const auto asChannel = static_cast<Channel>(channel);
            for (std::size_t limit = 0; limit < deadlineClassNames.size(); ++limit) {
                const auto asClass = static_cast<DeadlineClass>(limit);
                traits[HeatColumns::traitsOf(asStep, asChannel, asClass)] =
                    stepPasses && wants(filter.channels, asChannel) && wants(filter.classes, asClass);
            }
        }
    }
    return traits;
}

} // namespace

AreaMask::AreaMask(const GeoArea &area, const HeatGrid &grid)
{
    bits_.resize(static_cast<std::size_t>(grid.rows) << 6);
    const std::vector<GeoPoint> &corners = area.corners;
    for (int row = 0; row < grid.rows; ++row) {
        const GeoPoint middle = toGeo(grid.centreOf({ 0, static_cast<std::uint32_t>(row) }));
        std::vector<double> crossed;
        for (std::size_t i = 0, last = corners.size() - 1; i < corners.size(); last = i++) {
            const GeoPoint &from = corners[last];
            const GeoPoint &to = corners[i];
            if ((from.latitudeE7 > middle.latitudeE7) != (to.latitudeE7 > middle.latitudeE7)) {
                const double share =
                    (double(middle.latitudeE7) - from.latitudeE7) / (double(to.latitudeE7) - from.latitudeE7);
                const double longitude = std::lerp(from.longitude(), to.longitude(), share);
                crossed.push_back((longitude / 360 + 0.5 - grid.origin.x) / grid.worldPerCell - 0.5);
            }
        }
        std::ranges::sort(crossed);
        if (!crossed.empty()) {
            firstRow_ = endRow_ == 0 ? static_cast<std::uint32_t>(row) : firstRow_;
            endRow_ = static_cast<std::uint32_t>(row) + 1;
        }
        for (std::size_t i = 0; i + 1 < crossed.size(); i += 2) {
            const auto columnAt = [&grid](double place) {
                return static_cast<std::uint32_t>(std::clamp(std::ceil(place), 0.0, double(grid.columns)));
            };
            for (std::uint32_t column = columnAt(crossed[i]); column < columnAt(crossed[i + 1]); ++column) {
                const std::uint32_t cell = static_cast<std::uint32_t>(row) << 12 | column;
                bits_[cell >> 6] |= std::uint64_t { 1 } << (cell & 63U);
            }
        }
    }
}

Gate::Gate(const HeatColumns &columns, const DensityFilter &filter)
    : regions(columns.codes().regions.codes().size()), traits_(traitsFor(filter))
{
    const auto begins = [](const std::string &code, const std::string &start) { return code.starts_with(start); };
    open(columns.codes().categories, filter.categories, categories, begins);
    open(columns.codes().regions, filter.regions, regions, begins);
    open(columns.codes().units, filter.units, units, std::equal_to<>());
    const bool asksTraits = !(filter.steps.empty() && filter.channels.empty() && filter.classes.empty());
    asked = (filter.categories.empty() ? 0U : Categories) | (filter.units.empty() ? 0U : Units)
        | (filter.regions.empty() ? 0U : Regions) | (filter.area.isEmpty() ? 0U : Area) | (asksTraits ? Traits : 0U);
    takesVoid = filter.steps.contains(Step::Void);
    if (!filter.area.isEmpty()) {
        area = AreaMask(filter.area, columns.grid());
    }
    wholeDay_ = lowKinds(0, 24);
}

Gate::OfDay Gate::of(int firstHour, int endHour) const
{
    return firstHour <= 0 && endHour >= 24 ? OfDay { asked, wholeDay_ }
                                           : OfDay { asked | Traits, lowKinds(firstHour, endHour) };
}

std::shared_ptr<const Gate::LowKinds> Gate::lowKinds(int firstHour, int endHour) const
{
    auto table = std::make_shared<LowKinds>();
    for (int hour = std::max(firstHour, 0); hour < std::min(endHour, 24); ++hour) {
        std::ranges::copy(traits_, table->begin() + (hour << 8));
    }
    return table;
}

} // namespace huying
