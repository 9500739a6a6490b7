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

/// Brings the map what the queue shows as pins, and all tickets of the filter as heat. The columns are read once, off
/// the GUI thread, and follow every change from there on.
class MapFeed : public QObject
{
    Q_OBJECT
public:
    MapFeed(DeskThreads &threads, QueueScreen &queue, MapPane &map, std::function<Instant()> clock);

    void setDirectory(const std::shared_ptr<const Directory> &directory);
    /// Rows that are new or have changed.
    void take(const std::vector<RowPointer> &rows);
    /// All rows anew from the cache, when some are gone.
    void readColumns();
    /// There is no cache any more.
    void empty();
    [[nodiscard]] bool isReady() const { return _isRead; }

private:
    struct Columns {
        HeatColumns columns;
        std::unordered_map<TicketId, HeatColumns::Row> rows;
    };

    void put(const TicketRow &row);
    void refresh();
    void refreshHeat();
    void refreshPins();

    DeskThreads &_threads;
    QueueScreen &_queue;
    MapPane &_map;
    std::function<Instant()> _clock;
    std::shared_ptr<const Directory> _directory;
    Columns _columns;
    std::vector<RowPointer> _early; ///< rows that changed while the columns were read
    bool _isRead = false;
    bool _isStale = true;
    QTimer _soon;
};

} // namespace huying
