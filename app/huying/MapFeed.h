#pragma once

#include "DeskThreads.h"

#include <heat/FollowedColumns.h>
#include <mapview/MapPane.h>
#include <queue/QueueScreen.h>

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <set>

namespace huying
{

/// Brings the map what the queue shows as pins, and all tickets of the filter as heat or by region. The columns are
/// read when the map is first looked at, off the GUI thread, and follow every change from there on.
class MapFeed : public QObject
{
    Q_OBJECT
public:
    MapFeed(DeskThreads &threads, QueueScreen &queue, MapPane &map, std::function<Instant()> clock);

    /// What it shows is in this cache from here on.
    void open(const QString &cacheFile);
    void setDirectory(const std::shared_ptr<const Directory> &directory);
    /// Rows that are new or have changed.
    void take(const std::vector<RowPointer> &rows);
    /// The columns are no longer those of the cache: another one is open, or rows are gone.
    void readAgain();
    /// There is no cache any more.
    void empty();
    [[nodiscard]] bool isReady() const { return _isRead; }

private:
    /// What is read, as of when, and of which edition.
    struct Reading {
        std::filesystem::path cacheFile;
        Instant now;
        int edition = 0;
    };
    static FollowedColumns columnsOf(Archive &archive, const Reading &reading, const std::vector<RowPointer> &atWork);

    void put(const TicketRow &row, Instant now);
    void putOverdue(Instant now);
    void mapShown();
    void showRegions();
    void readColumns();
    void columnsRead(FollowedColumns columns);
    void readDays();
    void daysRead(const std::map<Day, std::vector<FollowedColumns::Found>> &days);
    void refresh();
    void refreshHeat();
    void refreshPins();
    [[nodiscard]] SheetWords sheetWords() const;
    Day firstOfLastDays() const; ///< of the thirty that are shown where no period is chosen
    QString daysOnPaper() const;

    DeskThreads &_threads;
    QueueScreen &_queue;
    MapPane &_map;
    std::function<Instant()> _clock;
    std::shared_ptr<const Directory> _directory;
    QString _cacheFile;
    FollowedColumns _columns;
    std::set<Day> _staleDays; ///< hold tickets that may be counted twice
    std::vector<RowPointer> _early; ///< rows that changed while the columns were read
    Instant _overdueUntil; ///< deadlines up to here have been seen to pass
    bool _isOpen = false; ///< there is a cache to read
    bool _isReading = false;
    bool _isRead = false;
    bool _isStale = true;
    bool _hasNewRegions = false;
    bool _hasNewLayers = false;
    int _edition = 0; ///< of what is being read
    QTimer _soon;
    QTimer _minute;
};

} // namespace huying
