#pragma once

#include "DeskThreads.h"

#include <heat/HeatColumns.h>
#include <mapview/MapPane.h>
#include <queue/QueueScreen.h>

#include <QObject>
#include <QTimer>

#include <unordered_map>

namespace huying
{

/// Brings the map what the queue shows as pins, and all tickets of the filter as heat. The columns are read when the
/// map is first looked at, off the GUI thread, and follow every change from there on.
class MapFeed : public QObject
{
    Q_OBJECT
public:
    MapFeed(DeskThreads &threads, QueueScreen &queue, MapPane &map, std::function<Instant()> clock);

    void setDirectory(const std::shared_ptr<const Directory> &directory);
    /// Rows that are new or have changed.
    void take(const std::vector<RowPointer> &rows);
    /// The columns are no longer those of the cache: another one is open, or rows are gone.
    void readAgain();
    /// There is no cache any more.
    void empty();
    [[nodiscard]] bool isReady() const { return _isRead; }

private:
    struct Columns {
        HeatColumns columns;
        std::unordered_map<TicketId, HeatColumns::Row> rows;

        void put(const TicketRow &row);
    };

    static Columns columnsOf(Archive &archive, const std::vector<RowPointer> &atWork);

    void put(const TicketRow &row);
    void mapShown();
    void showRegions();
    void readColumns();
    void columnsRead(Columns columns);
    void refresh();
    void refreshHeat();
    void refreshPins();
    [[nodiscard]] SheetWords sheetWords() const;

    DeskThreads &_threads;
    QueueScreen &_queue;
    MapPane &_map;
    std::function<Instant()> _clock;
    std::shared_ptr<const Directory> _directory;
    Columns _columns;
    std::vector<RowPointer> _early; ///< rows that changed while the columns were read
    bool _isOpen = false; ///< there is a cache to read
    bool _isReading = false;
    bool _isRead = false;
    bool _isStale = true;
    bool _hasNewRegions = false;
    int _edition = 0; ///< of what is being read
    QTimer _soon;
};

} // namespace huying
