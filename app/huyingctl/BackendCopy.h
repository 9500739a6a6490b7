#pragma once

#include <cache/Cache.h>
#include <client/BackendCalls.h>

#include <QTemporaryDir>

#include <memory>

namespace huying
{

/// A copy of a backend's log for one command: rows and facts as they were when it was made, in a temporary folder that
/// goes with it; trails and entries are asked for when they are needed.
class BackendCopy
{
public:
    static std::expected<std::unique_ptr<BackendCopy>, Failure> of(const BackendAddress &backend);

    RowStore &rows() { return _reader->rows(); }
    std::expected<Directory, Failure> directory() const { return _cache->directory(); }
    Position position() const { return _position; }
    BackendCalls &backend() { return _backend; }

private:
    explicit BackendCopy(const BackendAddress &backend) : _backend(backend) {}
    std::expected<void, Failure> make();
    std::expected<void, Failure> catchUp(Position head);

    BackendCalls _backend;
    QTemporaryDir _folder;
    std::unique_ptr<Cache> _cache;
    std::unique_ptr<CacheReader> _reader;
    Position _position = 0;
};

} // namespace huying
