#include "MapFeed.h"

#include <heat/Density.h>
#include <rules/Deadlines.h>
#include <views/Wording.h>

#include <algorithm>
#include <ranges>

#include <malloc.h>

namespace huying
{

namespace
{

constexpr std::chrono::milliseconds often { 500 };
constexpr std::int32_t margin = 200'000; ///< about two kilometres, in ten-millionths of a degree
constexpr int pointsForGrid = 4'000;

HeatPoint pointOf(const RowGlance &row)
{
    return { .point = row.point,
        .category = { std::string(row.category) },
        .unit = { std::string(row.lead) },
        .region = { std::string(row.region) },
        .reportedAt = row.reportedAt,
        .channel = row.channel,
        .step = row.step,
        .deadlineClass = row.deadlineClass };
}

} // namespace

MapFeed::MapFeed(DeskThreads &threads, QueueScreen &queue, MapPane &map, std::function<Instant()> clock)
    : _threads(threads), _queue(queue), _map(map), _clock(std::move(clock))
{
    _soon.setSingleShot(true);
    _soon.setInterval(often);
    connect(&_soon, &QTimer::timeout, this, &MapFeed::refresh);
    _map.setSheetWords([this] { return sheetWords(); });
    connect(&_threads.desk(), &Desk::opened, this, &MapFeed::readAgain);
    connect(&_map, &MapPane::shown, this, &MapFeed::mapShown);
    connect(&_queue, &QueueScreen::shownChanged, this, [this] {
        if (!_soon.isActive()) {
            _soon.start();
        }
    });
    connect(&_queue.filters(), &FilterBar::filterChanged, this, [this] {
        _isStale = true;
        refresh();
        _map.pick(_queue.filters().filter().region);
        _map.setArea(_queue.filters().filter().area);
    });
}

void MapFeed::setDirectory(const std::shared_ptr<const Directory> &directory)
{
    const auto before = std::exchange(_directory, directory);
    _hasNewRegions = _hasNewRegions || !before || before->regions() != directory->regions();
    if (_map.isVisible()) {
        showRegions();
    }
}

/// Cutting the outlines into triangles takes its time: only for a map that is looked at, and only when they change.
void MapFeed::showRegions()
{
    if (!std::exchange(_hasNewRegions, false)) {
        return;
    }
    std::vector<Region> regions;
    for (const auto &[code, region] : _directory->regions()) {
        regions.push_back(region);
    }
    _map.setRegions(std::move(regions));
}

/// A grid over where the tickets lie, by some thousands of them. The outermost of a thousand on each side are left out,
/// so that one slip of the pen (0 E, 0 N) does not make the cells kilometres wide.
HeatGrid gridOf(RowStore &rows)
{
    const auto points = rows.somePoints(pointsForGrid);
    if (!points || points->empty()) {
        return gridAround(GeoPoint::fromDegrees(114.8, 37.0), GeoPoint::fromDegrees(115.3, 37.5));
    }
    const auto slip = std::ptrdiff_t(points->size() / 1000);
    const auto between = [&](std::int32_t GeoPoint::*side) {
        std::vector<std::int32_t> values;
        std::ranges::transform(*points, std::back_inserter(values), side);
        std::ranges::sort(values);
        return std::pair(values[std::size_t(slip)] - margin, *(values.end() - 1 - slip) + margin);
    };
    const auto [west, east] = between(&GeoPoint::longitudeE7);
    const auto [south, north] = between(&GeoPoint::latitudeE7);
    return gridAround({ west, south }, { east, north });
}

void MapFeed::Columns::put(const TicketRow &row)
{
    const auto known = rows.find(row.id);
    if (known != rows.end()) {
        columns.replace(known->second, heatPoint(row));
    } else {
        rows.emplace(row.id, columns.append(heatPoint(row)));
    }
}

/// Every ticket of the cache, and on top of them those at work as the desk shows them: own actions are not in the
/// cache.
MapFeed::Columns MapFeed::columnsOf(Archive &archive, const std::vector<RowPointer> &atWork)
{
    Columns read;
    archive.read([&read](RowStore &rows) {
        read.columns = HeatColumns(gridOf(rows));
        static_cast<void>(rows.glance(
            [&read](const RowGlance &row) { read.rows.emplace(row.id, read.columns.append(pointOf(row))); }));
    });
    for (const RowPointer &row : atWork) {
        if (row->point) {
            read.put(*row);
        }
    }
    // What reading half a million rows has used for a moment goes back to the machine.
    ::malloc_trim(0);
    return read;
}

/// Reads on the archive's thread and takes the result here.
void MapFeed::readColumns()
{
    _isReading = true;
    Archive *archive = &_threads.archive();
    std::vector<RowPointer> atWork;
    atWork.reserve(_queue.queue().size());
    std::ranges::copy(_queue.queue().all() | std::views::values, std::back_inserter(atWork));
    QMetaObject::invokeMethod(archive, [this, archive, atWork = std::move(atWork), edition = ++_edition] {
        auto read = std::make_shared<Columns>(columnsOf(*archive, atWork));
        QMetaObject::invokeMethod(this, [this, read, edition] {
            if (edition == _edition) {
                columnsRead(std::move(*read));
            }
        });
    });
}

void MapFeed::columnsRead(Columns columns)
{
    _columns = std::move(columns);
    _isReading = false;
    _isRead = true;
    _isStale = true;
    take(std::exchange(_early, {}));
    refresh();
}

void MapFeed::readAgain()
{
    _isOpen = true;
    _isRead = false;
    _isReading = false;
    ++_edition; // what is being read now is of before
    _early.clear();
    if (_map.isVisible()) {
        readColumns();
    }
}

void MapFeed::mapShown()
{
    showRegions();
    if (_isOpen && !_isRead && !_isReading) {
        readColumns();
    }
    refresh();
}

void MapFeed::empty()
{
    _columns = Columns();
    _early.clear();
    _isOpen = false;
    _isReading = false;
    _isRead = false;
    ++_edition;
    refresh();
}

void MapFeed::take(const std::vector<RowPointer> &rows)
{
    if (_isReading) {
        _early.insert(_early.end(), rows.begin(), rows.end());
    }
    if (!_isRead) {
        return;
    }
    for (const RowPointer &row : rows) {
        put(*row);
    }
    _isStale = _isStale || !rows.empty();
    if (!_soon.isActive()) {
        _soon.start();
    }
}

void MapFeed::put(const TicketRow &row)
{
    if (!row.point) {
        return;
    }
    const bool isNew = !_columns.rows.contains(row.id);
    _columns.put(row);
    if (isNew && _map.isVisible() && passes(row, _queue.filters().filter())) {
        _map.announce(*row.point);
    }
}

void MapFeed::refresh()
{
    refreshPins();
    if (_isRead && _isStale && _map.isVisible()) {
        _isStale = false;
        refreshHeat();
    }
}

void MapFeed::refreshHeat()
{
    TicketFilter filter = _queue.filters().filter();
    QString period = tr("all time");
    if (!filter.from && !filter.until) {
        filter.from = dayOf(_clock()) - std::chrono::days { 29 };
        period = tr("last 30 days");
    } else {
        const QString from = filter.from ? QString::fromStdString(isoDay(*filter.from)) : QStringLiteral("…");
        const QString until = filter.until ? QString::fromStdString(isoDay(*filter.until)) : tr("today");
        period = tr("%1 to %2").arg(from, until);
    }
    _map.setHeat(_columns.columns, densityFilter(filter), period);
}

/// "巨鹿县：垃圾、巨鹿镇": the county, and what the list is narrowed to.
SheetWords MapFeed::sheetWords() const
{
    const TicketFilter &filter = _queue.filters().filter();
    if (!_directory) {
        return {};
    }
    const auto county = std::ranges::find(
        _directory->regions() | std::views::values, RegionLevel::County, &Region::level);
    QStringList narrowed;
    for (const CategoryCode &category : filter.categories) {
        narrowed.append(shown(_directory->nameOf(category)));
    }
    if (!filter.region.isEmpty()) {
        narrowed.append(shown(_directory->placeName(filter.region)));
    }
    const QString name = county.base() == _directory->regions().end() ? tr("The county") : shown((*county).name);
    const QString what = narrowed.isEmpty() ? tr("tickets") : narrowed.join(tr(", "));
    return { tr("%1: %2").arg(name, what), tr("Source: the county's ledger, by Huying") };
}

void MapFeed::refreshPins()
{
    if (!_map.isVisible()) {
        return;
    }
    const Instant now = _clock();
    std::vector<MapPin> pins;
    for (const RowPointer &row : _queue.shownRows()) {
        if (row->point && row->isOpen()) {
            pins.push_back({ .id = row->id, .point = *row->point, .lamp = lampOf(*row, now) });
        }
    }
    _map.setPins(std::move(pins));
}

} // namespace huying
