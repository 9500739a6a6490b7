#include "Archive.h"

namespace huying
{

void Archive::open(const QString &cacheFile)
{
    _reader.reset();
    auto opened = CacheReader::open(cacheFile.toStdString());
    if (!opened) {
        emit failed(opened.error());
        return;
    }
    _reader = std::move(*opened);
    if (const auto early = std::exchange(_early, {})) {
        page(early->first, early->second);
    }
}

void Archive::close()
{
    _reader.reset();
    _early.reset();
}

void Archive::page(const ArchiveAsk &ask, int limit)
{
    if (!_reader) {
        _early.emplace(ask, limit);
        return;
    }
    _latest = ask.filter;
    const auto found = _reader->rows().page(ask.filter, ask.after, limit);
    if (!found) {
        emit failed(found.error());
        return;
    }
    std::vector<RowPointer> rows;
    rows.reserve(found->size());
    for (const TicketRow &row : *found) {
        rows.push_back(std::make_shared<const TicketRow>(row));
    }
    const bool isMore = std::ssize(rows) == limit;
    emit pageReady(ask, rows, isMore);
    if (isMore && !ask.after) {
        // Behind the pages that have been asked for meanwhile.
        QMetaObject::invokeMethod(this, [this, filter = ask.filter] { count(filter); }, Qt::QueuedConnection);
    }
}

void Archive::count(const TicketFilter &filter)
{
    if (!_reader || filter != _latest) {
        return;
    }
    if (const auto tickets = _reader->rows().count(filter)) {
        emit counted(filter, *tickets);
    }
}

void Archive::read(const std::function<void(RowStore &)> &work)
{
    if (_reader) {
        work(_reader->rows());
    }
}

} // namespace huying
