#include "Screenshots.h"

#include <heat/Mercator.h>

#include <algorithm>

namespace huying
{

namespace
{

/// The items of waste; none where the county's tree has none.
std::vector<CategoryCode> wasteOf(const Directory *county)
{
    std::vector<CategoryCode> waste;
    const QString word = QStringLiteral("垃圾");
    for (const auto &[code, category] : county != nullptr ? county->categories() : std::map<CategoryCode, Category>()) {
        if (QString::fromStdString(category.name).contains(word)) {
            waste.push_back(code);
        }
    }
    return waste;
}

} // namespace

void Screenshots::showWaste(unsigned month, int months)
{
    moveTo(DeskWindow::Place::Map, QueueView::AllOpen, Brightness::Light);
    const std::chrono::year_month_day today { dayOf(
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())) };
    const std::chrono::year_month first { today.year(), std::chrono::month { month } };
    const std::chrono::year_month begin =
        first + std::chrono::months { months } <= std::chrono::year_month(today.year(), today.month())
        ? first
        : first - std::chrono::years { 1 };
    TicketFilter filter;
    filter.categories = wasteOf(_hall.county().get());
    filter.from = Day { begin / 1 };
    filter.until = Day { (begin + std::chrono::months { months }) / 1 } - std::chrono::days { 1 };
    _hall.window().queue().filters().setFilter(filter);
}

/// What the map is for: seasons in one scale, households, near by with the same scale, day by day.
void Screenshots::addMapScenes()
{
    const auto isMapped = [this] { return _hall.isMapped(); };
    const auto hasTickets = [this] { return _hall.map().ticketsInDensity() > 0; };
    _scenes.push_back({ QStringLiteral("map-waste-summer"), [this] { showWaste(6, 3); }, isMapped, {}, hasTickets });
    _scenes.push_back({ QStringLiteral("map-waste-winter"),
        [this] {
            _hall.map().lockScale(true);
            showWaste(12, 3);
        },
        isMapped, {}, hasTickets });
    _scenes.push_back({ QStringLiteral("map-near"),
        [this] {
            const auto &county = _hall.county();
            const auto seat = county ? std::ranges::find(county->regions(), RegionLevel::Township,
                                           [](const auto &each) { return each.second.level; })
                                     : std::map<RegionCode, Region>::const_iterator();
            if (county && seat != county->regions().end()) {
                _hall.map().showPlace(seat->second.centre, 13);
            }
        },
        isMapped, {}, hasTickets });
    _scenes.push_back({ QStringLiteral("map-households"),
        [this] {
            _hall.map().lockScale(false);
            _hall.map().showWholeCounty();
            _hall.window().queue().filters().setFilter({});
            _hall.map().showRegions(RegionLevel::Grid, RegionMeasure::PerHundredHouseholds);
        },
        isMapped });
    _scenes.push_back({ QStringLiteral("map-days"),
        [this] {
            _hall.map().showDensity();
            _hall.map().showTime();
        },
        isMapped });
    _scenes.back().after = [this] { _hall.map().playTime(); };
}

} // namespace huying
