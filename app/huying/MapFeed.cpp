#include "MapFeed.h"

#include <heat/Density.h>
#include <heat/TicketGrid.h>
#include <rules/Deadlines.h>
#include <storage/Glances.h>
#include <views/Wording.h>

#include <algorithm>
#include <ranges>

#include <malloc.h>

namespace huying
{

namespace
{

constexpr std::chrono::milliseconds often { 500 };

constexpr std::chrono::hours stillNew { 1 }; ///< a ticket that is seen for the first time within this is announced

HeatPoint pointOf(const TicketGlance &row, Instant now)
{
    return { .point = row.point,
        .category = { std::string(row.category) },
        .unit = { std::string(row.lead) },
        .region = { std::string(row.region) },
        .reportedAt = row.reportedAt,
        .channel = row.channel,
        .step = row.step,
        .deadlineClass = row.deadlineClass,
        .timeliness = timelinessOf(row.counted, row.due, now) };
}

} // namespace

MapFeed::MapFeed(DeskThreads &threads, QueueScreen &queue, MapPane &map, std::function<Instant()> clock)
    : _threads(threads), _queue(queue), _map(map), _clock(std::move(clock))
{
    _soon.setSingleShot(true);
    _soon.setInterval(often);
    connect(&_soon, &QTimer::timeout, this, &MapFeed::refresh);
    _map.setSheetWords([this] { return sheetWords(); });
    _minute.setInterval(std::chrono::minutes { 1 });
    connect(&_minute, &QTimer::timeout, this, &MapFeed::refresh);
    _minute.start();
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

void MapFeed::open(const QString &cacheFile)
{
    _cacheFile = cacheFile;
    _isOpen = true;
    readAgain();
}

void MapFeed::setDirectory(const std::shared_ptr<const Directory> &directory)
{
    const auto before = std::exchange(_directory, directory);
    _hasNewRegions = _hasNewRegions || !before || before->regions() != directory->regions();
    _hasNewLayers = _hasNewLayers || !before || before->referenceLayers() != directory->referenceLayers();
    if (_map.isVisible()) {
        showRegions();
    }
}

/// Cutting the outlines into triangles takes its time: only for a map that is looked at, and only when they change.
void MapFeed::showRegions()
{
    if (std::exchange(_hasNewLayers, false)) {
        _map.setReferenceLayers(_directory->referenceLayers());
    }
    if (!std::exchange(_hasNewRegions, false)) {
        return;
    }
    std::vector<Region> regions;
    for (const auto &[code, region] : _directory->regions()) {
        regions.push_back(region);
    }
    _map.setRegions(std::move(regions));
}

HeatGrid gridOf(RowStore &rows)
{
    return gridOver(rows.somePoints(pointsForGrid).value_or(std::vector<GeoPoint>()));
}

/// Those at work as the desk shows them, for own actions are not in the cache; and every other ticket of the cache.
FollowedColumns MapFeed::columnsOf(Archive &archive, const Reading &reading, const std::vector<RowPointer> &atWork)
{
    FollowedColumns read;
    archive.read([&read](RowStore &rows) { read = FollowedColumns(gridOf(rows)); });
    for (const RowPointer &row : atWork) {
        read.put(row->id, heatPoint(*row, reading.now));
    }
    if (const auto cache = Database::open(reading.cacheFile, Opening::Read)) {
        static_cast<void>(glanceAtTickets(
            *cache, std::nullopt, [&](const TicketGlance &row) { read.read(row.id, pointOf(row, reading.now)); }));
    }
    read.settle();
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
    const Reading reading { _cacheFile.toStdString(), _clock(), ++_edition };
    QMetaObject::invokeMethod(archive, [this, archive, atWork = std::move(atWork), reading] {
        auto read = std::make_shared<FollowedColumns>(columnsOf(*archive, reading, atWork));
        QMetaObject::invokeMethod(this, [this, read, reading] {
            if (reading.edition == _edition) {
                _overdueUntil = reading.now;
                columnsRead(std::move(*read));
            }
        });
    });
}

void MapFeed::columnsRead(FollowedColumns columns)
{
    _columns = std::move(columns);
    _staleDays.clear();
    _isReading = false;
    _isRead = true;
    _isStale = true;
    take(std::exchange(_early, {}));
    refresh();
}

/// A ticket that nobody works on any more has changed, or one is new: what the columns have of it is not known by its
/// id, so its day is read again.
void MapFeed::readDays()
{
    const Reading reading { _cacheFile.toStdString(), _clock(), _edition };
    QMetaObject::invokeMethod(&_threads.archive(), [this, days = std::exchange(_staleDays, {}), reading] {
        auto read = std::make_shared<std::map<Day, std::vector<FollowedColumns::Found>>>();
        if (const auto cache = Database::open(reading.cacheFile, Opening::Read)) {
            for (const Day day : days) {
                auto &found = (*read)[day];
                static_cast<void>(glanceAtTickets(*cache, day,
                    [&](const TicketGlance &row) { found.emplace_back(row.id, pointOf(row, reading.now)); }));
            }
        }
        QMetaObject::invokeMethod(this, [this, read, edition = reading.edition] {
            if (edition == _edition && _isRead) {
                daysRead(*read);
            }
        });
    });
}

void MapFeed::daysRead(const std::map<Day, std::vector<FollowedColumns::Found>> &days)
{
    for (const auto &[day, tickets] : days) {
        _columns.readDay(day, tickets);
    }
    _isStale = true;
    refresh();
}

void MapFeed::readAgain()
{
    _isRead = false;
    _isReading = false;
    ++_edition; // what is being read now is of before
    _early.clear();
    if (_isOpen && _map.isVisible()) {
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
    _columns = FollowedColumns();
    _staleDays.clear();
    _early.clear();
    _cacheFile.clear();
    _isOpen = false;
    _isReading = false;
    _isRead = false;
    ++_edition;
    _map.clearHeat();
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
    const Instant now = _clock();
    for (const RowPointer &row : rows) {
        put(*row, now);
    }
    _isStale = _isStale || !rows.empty();
    if (!_soon.isActive()) {
        _soon.start();
    }
}

void MapFeed::put(const TicketRow &row, Instant now)
{
    if (_columns.put(row.id, heatPoint(row, now))) {
        return;
    }
    _staleDays.insert(dayOf(row.reportedAt));
    const bool isNew = row.isOpen() && now - row.reportedAt < stillNew;
    if (isNew && row.point && _map.isVisible() && passes(row, _queue.filters().filter())) {
        _map.announce(*row.point);
    }
}

/// Deadlines pass without an event.
void MapFeed::putOverdue(Instant now)
{
    for (const RowPointer &row : _queue.queue().all() | std::views::values) {
        if (row->due && *row->due >= _overdueUntil && *row->due < now) {
            _isStale = true;
            put(*row, now);
        }
    }
    _overdueUntil = now;
}

void MapFeed::refresh()
{
    refreshPins();
    if (_isRead) {
        putOverdue(_clock());
    }
    if (_isRead && !_staleDays.empty()) {
        readDays();
    }
    if (_isRead && _isStale && _map.isVisible()) {
        _isStale = false;
        refreshHeat();
    }
}

void MapFeed::refreshHeat()
{
    TicketFilter filter = _queue.filters().filter();
    QString period = tr("last 30 days");
    if (filter.from || filter.until) {
        const QString from = filter.from ? QString::fromStdString(isoDay(*filter.from)) : QStringLiteral("…");
        const QString until = filter.until ? QString::fromStdString(isoDay(*filter.until)) : tr("today");
        period = tr("%1 to %2").arg(from, until);
    } else {
        filter.from = firstOfLastDays();
    }
    _map.setHeat(_columns.columns(), densityFilter(filter), period);
}

Day MapFeed::firstOfLastDays() const
{
    return dayOf(_clock()) - std::chrono::days { 29 };
}

/// A sheet is read on another day: "today" and "the last" would say nothing there.
QString MapFeed::daysOnPaper() const
{
    const TicketFilter &filter = _queue.filters().filter();
    const QString until = QString::fromStdString(isoDay(filter.until.value_or(dayOf(_clock()))));
    if (filter.until && !filter.from) {
        return tr("until %1").arg(until);
    }
    return tr("%1 to %2").arg(QString::fromStdString(isoDay(filter.from.value_or(firstOfLastDays()))), until);
}

/// "巨鹿县：垃圾、巨鹿镇": the county, and what the list is narrowed to.
SheetWords MapFeed::sheetWords() const
{
    const TicketFilter &filter = _queue.filters().filter();
    if (!_directory) {
        return {};
    }
    const auto county =
        std::ranges::find(_directory->regions() | std::views::values, RegionLevel::County, &Region::level);
    QStringList narrowed;
    for (const CategoryCode &category : filter.categories) {
        narrowed.append(shown(_directory->nameOf(category)));
    }
    if (!filter.region.isEmpty()) {
        narrowed.append(shown(_directory->placeName(filter.region)));
    }
    const QString name = county.base() == _directory->regions().end() ? tr("The county") : shown((*county).name);
    const QString what = narrowed.isEmpty() ? tr("tickets") : narrowed.join(tr(", "));
    return { tr("%1: %2").arg(name, what), daysOnPaper(), tr("Source: the county's ledger, by Huying"), _clock() };
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
