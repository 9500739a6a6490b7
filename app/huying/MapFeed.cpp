#include "MapFeed.h"

#include <heat/Density.h>
#include <rules/Deadlines.h>
#include <views/Wording.h>

#include <algorithm>

#include <malloc.h>

namespace huying
{

namespace
{

constexpr std::chrono::milliseconds often { 500 };
constexpr std::int32_t margin = 200'000; ///< about two kilometres, in ten-millionths of a degree

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
    connect(&_threads.desk(), &Desk::opened, this, &MapFeed::readColumns);
    connect(&_queue, &QueueScreen::shownChanged, this, [this] {
        if (!_soon.isActive()) {
            _soon.start();
        }
    });
    connect(&_queue.filters(), &FilterBar::filterChanged, this, [this] {
        _isStale = true;
        refresh();
        _map.pick(_queue.filters().filter().region);
    });
}

void MapFeed::setDirectory(const std::shared_ptr<const Directory> &directory)
{
    const auto before = std::exchange(_directory, directory);
    if (before && before->regions() == directory->regions()) {
        return; // cutting the outlines into triangles takes its time
    }
    std::vector<Region> regions;
    for (const auto &[code, region] : directory->regions()) {
        regions.push_back(region);
    }
    _map.setRegions(std::move(regions));
}

/// A grid over where the tickets lie. The outermost of a thousand on each side are left out, so that one slip of the
/// pen (0 E, 0 N) does not make the cells kilometres wide.
HeatGrid gridOf(RowStore &rows)
{
    std::vector<std::int32_t> longitudes;
    std::vector<std::int32_t> latitudes;
    static_cast<void>(rows.glance([&](const RowGlance &row) {
        longitudes.push_back(row.point.longitudeE7);
        latitudes.push_back(row.point.latitudeE7);
    }));
    if (longitudes.empty()) {
        return gridAround(GeoPoint::fromDegrees(114.8, 37.0), GeoPoint::fromDegrees(115.3, 37.5));
    }
    const auto slip = std::ptrdiff_t(longitudes.size() / 1000);
    const auto between = [slip](std::vector<std::int32_t> &values) {
        std::ranges::nth_element(values, values.begin() + slip);
        const std::int32_t low = values[std::size_t(slip)];
        std::ranges::nth_element(values, values.end() - 1 - slip);
        return std::pair(low - margin, *(values.end() - 1 - slip) + margin);
    };
    const auto [west, east] = between(longitudes);
    const auto [south, north] = between(latitudes);
    return gridAround({ west, south }, { east, north });
}

/// Reads on the archive's thread and takes the result here.
void MapFeed::readColumns()
{
    _isRead = false;
    Archive *archive = &_threads.archive();
    QMetaObject::invokeMethod(archive, [this, archive] {
        auto read = std::make_shared<Columns>();
        archive->read([&read](RowStore &rows) {
            read->columns = HeatColumns(gridOf(rows));
            static_cast<void>(rows.glance(
                [&read](const RowGlance &row) { read->rows.emplace(row.id, read->columns.append(pointOf(row))); }));
        });
        // What reading half a million rows has used for a moment goes back to the machine.
        ::malloc_trim(0);
        QMetaObject::invokeMethod(this, [this, read] {
            _columns = std::move(*read);
            _isRead = true;
            _isStale = true;
            take(std::exchange(_early, {}));
            refresh();
        });
    });
}

void MapFeed::empty()
{
    _columns.columns = HeatColumns();
    _columns.rows.clear();
    _early.clear();
    _isRead = false;
    refresh();
}

void MapFeed::take(const std::vector<RowPointer> &rows)
{
    if (!_isRead) {
        _early.insert(_early.end(), rows.begin(), rows.end());
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
    const auto known = _columns.rows.find(row.id);
    if (known != _columns.rows.end()) {
        _columns.columns.replace(known->second, heatPoint(row));
        return;
    }
    _columns.rows.emplace(row.id, _columns.columns.append(heatPoint(row)));
    if (_map.isVisible() && passes(row, _queue.filters().filter())) {
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
