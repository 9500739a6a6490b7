#pragma once

#include <cache/Cache.h>
#include <views/Queue.h>

#include <QObject>

#include <functional>
#include <memory>

namespace huying
{

/// Long reads of the cache on a thread of their own, with a connection of their own: pages of the archive, the columns
/// of the heat layer.
class Archive : public QObject
{
    Q_OBJECT
public:
    /// Call on the reading thread, each time the cache has been opened anew.
    void open(const QString &cacheFile);

    /// What was read belongs to nobody any more.
    void close();

    /// Where there is no cache yet, the latest is answered when there is one.
    void page(const ArchiveAsk &ask, int limit);
    /// Runs `work` with the rows, where there is a cache.
    void read(const std::function<void(RowStore &)> &work);

signals:
    /// A page; after the first of several, `counted` follows.
    void pageReady(const huying::ArchiveAsk &ask, const std::vector<huying::RowPointer> &rows, bool isMore);
    /// How many tickets there are in all.
    void counted(const huying::TicketFilter &filter, std::int64_t tickets);
    void failed(const huying::Failure &why);

private:
    void count(const TicketFilter &filter);

    std::unique_ptr<CacheReader> _reader;
    TicketFilter _latest; ///< of the pages asked for
    std::optional<std::pair<ArchiveAsk, int>> _early; ///< asked for before there was a cache
};

} // namespace huying
