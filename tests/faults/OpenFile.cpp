#include "OpenFile.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace huying::testing
{

namespace
{

int read(sqlite3_file *handle, void *into, int size, sqlite3_int64 offset)
{
    OpenFile &open = OpenFile::of(handle);
    if (open.isDead()) {
        return SQLITE_IOERR_READ;
    }
    const std::string &content = open.stored().now;
    const std::size_t from = std::min(std::size_t(offset), content.size());
    const std::size_t there = std::min(std::size_t(size), content.size() - from);
    std::memcpy(into, content.data() + from, there);
    if (there < std::size_t(size)) {
        std::memset(static_cast<char *>(into) + there, 0, std::size_t(size) - there);
        return SQLITE_IOERR_SHORT_READ;
    }
    return SQLITE_OK;
}

int write(sqlite3_file *handle, const void *bytes, int size, sqlite3_int64 offset)
{
    OpenFile &open = OpenFile::of(handle);
    return open.isDead()
        ? SQLITE_IOERR_WRITE
        : open.disk->write(open.stored(), { static_cast<const char *>(bytes), std::size_t(size) }, std::size_t(offset));
}

int truncate(sqlite3_file *handle, sqlite3_int64 size)
{
    OpenFile &open = OpenFile::of(handle);
    return open.isDead() ? SQLITE_IOERR_TRUNCATE : open.disk->truncate(open.stored(), std::size_t(size));
}

int sync(sqlite3_file *handle, int)
{
    OpenFile &open = OpenFile::of(handle);
    return open.isDead() ? SQLITE_IOERR_FSYNC : open.disk->sync(*open.path, open.stored());
}

int fileSize(sqlite3_file *handle, sqlite3_int64 *size)
{
    OpenFile &open = OpenFile::of(handle);
    *size = sqlite3_int64(open.stored().now.size());
    return SQLITE_OK;
}

int fileControl(sqlite3_file *, int, void *)
{
    return SQLITE_NOTFOUND;
}

int sectorSize(sqlite3_file *)
{
    return 4096;
}

int characteristics(sqlite3_file *)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

void sharedBarrier(sqlite3_file *) {}

int close(sqlite3_file *handle)
{
    sharedUnmap(handle, 0);
    unlock(handle, SQLITE_LOCK_NONE);
    delete OpenFile::of(handle).path;
    delete OpenFile::of(handle).file;
    return SQLITE_OK;
}

const sqlite3_io_methods methods { 2, close, read, write, truncate, sync, fileSize, lock, unlock, checkReservedLock,
    fileControl, sectorSize, characteristics, sharedMap, sharedLock, sharedBarrier, sharedUnmap, nullptr, nullptr };

} // namespace

void openAs(sqlite3_file *handle, Disk &disk, const std::string &path, std::shared_ptr<StoredFile> file)
{
    new (handle) OpenFile { { &methods }, &disk, disk.epoch(), new std::string(path),
        new std::shared_ptr<StoredFile>(std::move(file)), SQLITE_LOCK_NONE, false, 0, 0 };
}

} // namespace huying::testing
